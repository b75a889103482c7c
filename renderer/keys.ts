// A key is written as people say it: "Mod+Shift+Z", "Space", "?", where Mod is Ctrl, or Cmd on a Mac.

const names: Record<string, string> = { " ": "Space", Esc: "Escape" };

interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The names of a key press, best first: what the layout prints, then what stands at that place on a Latin keyboard,
 * so that letters work on a Cyrillic layout and digits on a French one.
 */
export function keyNames(press: Press, mac: boolean): string[] {
  if (press.altKey || (mac ? press.ctrlKey : press.metaKey)) return [];
  const mod = (mac ? press.metaKey : press.ctrlKey) ? "Mod+" : "";
  const name = names[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1];
  const isSign = name.length === 1 && !/\p{L}/u.test(name);
  const shift = press.shiftKey && !isSign ? "Shift+" : "";
  const found = [`${mod}${shift}${name}`];
  if (place && place !== name) found.push(`${mod}${press.shiftKey && !/\d/.test(place) ? "Shift+" : ""}${place}`);
  return found;
}

const glyphs: Record<string, [pc: string, mac: string]> = {
  Mod: ["Ctrl", "⌘"],
  Shift: ["Shift", "⇧"],
  Enter: ["Enter", "Return"],
  Escape: ["Esc", "Esc"],
};

/** A key as it is printed on a keyboard: "Ctrl+Shift+Z", "⇧⌘Z". */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split("+").map((part) => glyphs[part]?.[mac ? 1 : 0] ?? part);
  return mac ? [...parts.slice(0, -1).reverse(), parts.at(-1)].join("") : parts.join("+");
}

/** A key as `aria-keyshortcuts` wants it. */
export const ariaKey = (key: string, mac: boolean): string => key.replace("Mod", mac ? "Meta" : "Control");
