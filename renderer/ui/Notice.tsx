import type { ComponentChildren } from "preact";

/** The one quiet place for a sentence. The region is always there, so that a screen reader hears what enters it. */
export function Notice({ kind, children }: { kind: "status" | "alert" | null; children: ComponentChildren }) {
  return (
    <div class="notice-place">
      <div role="alert">{kind === "alert" && <div class="notice alert">{children}</div>}</div>
      <div role="status">{kind === "status" && <div class="notice">{children}</div>}</div>
    </div>
  );
}
