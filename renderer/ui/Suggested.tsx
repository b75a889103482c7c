import { useRef } from "preact/hooks";
import { matching } from "./fold.ts";
import { useSuggestions } from "./useSuggestions.tsx";

interface Props {
  /** Id and descriptions of the field, as `Field` gives them. */
  wiring: { id: string; "aria-describedby"?: string };
  label: string;
  known: readonly string[];
  value: string;
  /** Words with blanks or commas between them, each completed while it is typed; else the whole text is one name. */
  several?: boolean;
  /** Where its dialog begins. */
  first?: boolean;
  onChange(value: string): void;
}

/** How many names are offered at once. */
const most = 10;

/** A name or several, completed from those that are there; they may also be new. */
export function Suggested({ wiring, label, known, value, several = false, first = false, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const word = several ? (/[^\s,]*$/.exec(value)?.[0] ?? "") : value;
  const before = value.slice(0, value.length - word.length);
  const taken = new Set([word, ...before.split(/[\s,]+/)]);
  const open = known.filter((name) => !taken.has(name));
  const suggestions = useSuggestions({
    label,
    options: several && word === "" ? [] : matching(open, (name) => name, word).slice(0, most),
    show: (name: string) => (several ? name : name.replaceAll("::", " › ")),
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
        data-first={first ? "" : undefined}
        data-tags={several ? "" : undefined}
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
