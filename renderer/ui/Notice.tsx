import type { ComponentChildren } from "preact";

interface Props {
  kind: "status" | "alert" | null;
  text: string;
  /** The button that takes it away: beside the words, so that it is not read out with them. */
  children: ComponentChildren;
}

/** The one quiet place for a sentence. The regions are always there, so that a screen reader hears what enters them. */
export function Notice({ kind, text, children }: Props) {
  return (
    <div class="notice-place">
      <div class={kind ? `notice ${kind}` : undefined}>
        <span role="alert">{kind === "alert" && text}</span>
        <span role="status">{kind === "status" && text}</span>
        {kind && children}
      </div>
    </div>
  );
}
