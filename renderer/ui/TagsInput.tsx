import { useRef } from "preact/hooks";
import { matching } from "./fold.ts";
import { useSuggestions } from "./useSuggestions.tsx";

interface Props {
  /** Id and descriptions of the field, as `Field` gives them. */
  wiring: { id: string; "aria-describedby"?: string };
  label: string;
  /** Tags with blanks or commas between them. */
  value: string;
  /** Every tag that is in use. */
  known: readonly string[];
  onChange(value: string): void;
}

/** How many tags are offered at once. */
const most = 8;

/** Tags, each completed while it is typed. */
export function TagsInput({ wiring, label, value, known, onChange }: Props) {
  const ref = useRef<HTMLInputElement>(null);
  const word = /[^\s,]*$/.exec(value)?.[0] ?? "";
  const before = value.slice(0, value.length - word.length);
  const taken = new Set(before.split(/[\s,]+/));
  const open = known.filter((tag) => !taken.has(tag) && tag !== word);
  const suggestions = useSuggestions({
    label,
    options: word ? matching(open, (tag) => tag, word).slice(0, most) : [],
    show: (tag) => tag,
    take: (tag) => {
      onChange(`${before}${tag} `);
      ref.current?.focus();
    },
  });
  return (
    <>
      <input
        {...wiring}
        {...suggestions.wiring}
        ref={ref}
        class="input"
        type="text"
        data-tags=""
        value={value}
        onInput={(event) => {
          onChange(event.currentTarget.value);
          suggestions.begin();
        }}
        onKeyDown={suggestions.press}
        onBlur={suggestions.close}
      />
      {suggestions.list}
    </>
  );
}
