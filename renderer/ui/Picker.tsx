import { useState } from "preact/hooks";
import { matching } from "./fold.ts";
import { useSuggestions } from "./useSuggestions.tsx";

export interface Pick {
  id: string;
  text: string;
}

interface Props {
  label: string;
  options: readonly Pick[];
  /** Id of the one that is chosen. */
  value: string;
  onPick(id: string): void;
  /** Id and descriptions of the field, as `Field` gives them. */
  wiring?: { id: string; "aria-describedby"?: string };
}

/** One of many, found by typing a part of its name. */
export function Picker({ label, options, value, onPick, wiring }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = options.find(({ id }) => id === value)?.text ?? "";
  const suggestions = useSuggestions({
    label,
    options: matching(options, ({ text }) => text, typed ?? ""),
    show: ({ text }: Pick) => text,
    take: ({ id }) => {
      setTyped(null);
      onPick(id);
    },
    eager: true,
  });
  return (
    <span class="picker">
      <input
        {...wiring}
        {...suggestions.wiring}
        class="input"
        type="text"
        aria-label={wiring ? undefined : label}
        value={typed ?? chosen}
        onFocus={(event) => event.currentTarget.select()}
        onClick={suggestions.begin}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          suggestions.begin();
        }}
        onKeyDown={suggestions.press}
        onBlur={() => {
          setTyped(null);
          suggestions.close();
        }}
      />
      {suggestions.list}
    </span>
  );
}
