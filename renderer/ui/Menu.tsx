import type { TargetedKeyboardEvent } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Kbd } from "./Kbd.tsx";

export interface MenuItem {
  id: string;
  text: string;
  /** As it is printed on the keyboard. */
  key?: string | undefined;
  look?: string;
  disabled?: boolean;
  /** A line stands above it. */
  apart?: boolean;
  run(): void;
}

interface Props {
  label: string;
  items: readonly MenuItem[];
  /** Where it opens, in CSS pixels of the window; it is moved to fit. */
  x: number;
  y: number;
  onClose(): void;
}

/** Pixels between the menu and the edge of the window. */
const margin = 8;

/** A menu that opens at a point. It holds the keyboard until it is closed, and gives it back to where it was. */
export function Menu({ label, items, x, y, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = menu.current;
    if (element) {
      const { width, height } = element.getBoundingClientRect();
      element.style.left = `${Math.max(margin, Math.min(x, innerWidth - width - margin))}px`;
      element.style.top = `${Math.max(margin, Math.min(y, innerHeight - height - margin))}px`;
    }
    focusable(element)[0]?.focus();
    return () => {
      const isLost = document.activeElement === document.body || element?.contains(document.activeElement);
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [x, y]);
  useLayoutEffect(() => {
    const beside = (event: Event) => {
      if (!(event.target instanceof Node && menu.current?.contains(event.target))) onClose();
    };
    window.addEventListener("pointerdown", beside, { capture: true });
    window.addEventListener("blur", onClose);
    return () => {
      window.removeEventListener("pointerdown", beside, { capture: true });
      window.removeEventListener("blur", onClose);
    };
  }, [onClose]);

  function onKey(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    event.stopPropagation();
    const all = focusable(menu.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = next(event.key, at, all);
    if (to !== null) all[to]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div ref={menu} class="menu" role="menu" aria-label={label} onKeyDown={onKey}>
      {items.map(({ id, text, key, look, disabled, apart, run }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          class={["menu-item", look, apart && "apart"].filter(Boolean).join(" ")}
          tabIndex={-1}
          disabled={disabled}
          onPointerMove={(event) => event.currentTarget.focus()}
          onClick={() => {
            onClose();
            run();
          }}
        >
          <span class="menu-text">{text}</span>
          {key && <Kbd>{key}</Kbd>}
        </button>
      ))}
    </div>
  );
}

const focusable = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)") ?? []),
];

/** Where a key leads among the items; null if it is no such key. A letter goes to the next item that begins with it. */
function next(key: string, at: number, all: readonly HTMLElement[]): number | null {
  if (key === "ArrowDown") return (at + 1) % all.length;
  if (key === "ArrowUp") return (at - 1 + all.length) % all.length;
  if (key === "Home") return 0;
  if (key === "End") return all.length - 1;
  if (key.length !== 1 || key === " ") return null;
  const order = all.map((_, i) => (at + 1 + i) % all.length);
  return order.find((i) => all[i]?.textContent?.toLowerCase().startsWith(key.toLowerCase())) ?? null;
}
