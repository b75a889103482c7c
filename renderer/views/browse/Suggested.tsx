import { useRef } from "preact/hooks";
import { matching } from "../../ui/fold.ts";
import { useSuggestions } from "../../ui/useSuggestions.tsx";

interface Props {
  /** Id and descriptions of the field, as `Field` gives them. */
  wiring: { id: string; "aria-describedby"?: string };
  label: string;
  known: readonly string[];
  value: string;
  /** Several words with blanks between them; else the whole text is one name. */
  several?: boolean;
  onChange(value: string): void;
}

/** How many names are offered at once. */
const most = 10;

/** A name, completed from those that are there; it may also be a new one. */
export function Suggested({ wiring, label, known, value, several = false, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const word = several ? (/[^\s,]*$/.exec(value)?.[0] ?? "") : value;
  const before = value.slice(0, value.length - word.length);
  const suggestions = useSuggestions({
    label,
    options: matching(known, (name) => name, word)
      .filter((name) => name !== word)
      .slice(0, most),
    show: (name: string) => name.replaceAll("::", " › "),
    take: (name) => {
      onChange(`${before}${name}${several ? " " : ""}`);
      field.current?.focus();
    },
  });
  return (
    <>
      <input
        {...wiring}
        {...suggestions.wiring}
        ref={field}
        class="input"
        type="text"
        data-first=""
        spellcheck={false}
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
