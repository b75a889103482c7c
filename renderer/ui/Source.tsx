import type { Ref } from "preact";
import { useRef } from "preact/hooks";

/** More lines than this are not numbered: it would be slow, and nobody counts so far. */
const most = 3_000;

interface Props {
  id: string;
  value: string;
  /** Ids of what a screen reader says after the label. */
  about?: string;
  /** Lines, counted from 1, that something is wrong with. */
  wrong?: ReadonlySet<number>;
  area?: Ref<HTMLTextAreaElement>;
  onInput(value: string): void;
  onFocus?(): void;
}

/** A field for source text: fixed pitch, numbered lines, nothing corrected by the browser. Tab goes on to the next control. */
export function Source({ id, value, about, wrong = new Set(), area, onInput, onFocus }: Props) {
  const gutter = useRef<HTMLDivElement>(null);
  const lines = value.split("\n").length;
  return (
    <div class="code-field">
      <div class="code-lines" aria-hidden="true" ref={gutter}>
        {lines <= most &&
          Array.from({ length: lines }, (_, i) => (
            <div key={i} class={wrong.has(i + 1) ? "wrong" : undefined}>
              {i + 1}
            </div>
          ))}
      </div>
      <textarea
        id={id}
        ref={area ?? null}
        class="input"
        rows={1}
        wrap="off"
        spellcheck={false}
        autocomplete="off"
        dir="ltr"
        aria-describedby={about}
        aria-invalid={wrong.size > 0 || undefined}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onFocus={onFocus}
        onScroll={(event) => {
          if (gutter.current) gutter.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
}
