import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Props<T> {
  /** What the list is called by a screen reader. */
  label: string;
  options: readonly T[];
  show(option: T): ComponentChildren;
  take(option: T): void;
  /** Whether one is always at hand: then Enter takes the first, and Tab takes the one at hand too. */
  eager?: boolean;
}

/**
 * A list that hangs below a text field (the combobox pattern): the keys and attributes of the field, and the list. The focus
 * stays in the field.
 */
export function useSuggestions<T>({ label, options, show, take, eager = false }: Props<T>) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const shown = open && options.length > 0;
  const active = shown ? Math.min(at, options.length - 1) : -1;
  useEffect(() => {
    if (!shown) return;
    list.current?.showPopover?.();
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [shown, active]);

  const close = () => setOpen(false);
  const begin = () => {
    setOpen(true);
    setAt(eager ? 0 : -1);
  };
  const pick = (index: number) => {
    const option = options[index];
    if (option === undefined) return false;
    close();
    take(option);
    return true;
  };
  const move = (by: number) => {
    if (!shown) return begin();
    const least = eager ? 0 : -1;
    const next = active + by;
    setAt(next < least ? options.length - 1 : next >= options.length ? least : next);
  };

  function press(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape" && shown) close();
    else if (event.key !== "Enter" || !shown || !pick(active)) {
      if (event.key === "Tab" && shown && eager) pick(active);
      return;
    }
    event.preventDefault();
  }

  return {
    /** To be called when the text has changed: the list shows what fits now. */
    begin,
    close,
    press,
    wiring: {
      role: "combobox" as const,
      autocomplete: "off",
      "aria-autocomplete": "list" as const,
      "aria-expanded": shown,
      "aria-controls": shown ? `${id}-list` : undefined,
      "aria-activedescendant": active >= 0 ? `${id}-${active}` : undefined,
      style: { anchorName: `--${id}` },
    },
    list: shown && (
      <div
        class="suggestions"
        popover="manual"
        role="listbox"
        id={`${id}-list`}
        aria-label={label}
        ref={list}
        style={{ positionAnchor: `--${id}` }}
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
          <div
            key={index}
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(index)}
          >
            {show(option)}
          </div>
        ))}
      </div>
    ),
  };
}
