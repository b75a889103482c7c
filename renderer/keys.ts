// A key is written as people say it: "Mod+Shift+Z", "Mod+Alt+T", "Space", "?", where Mod is Ctrl, or Cmd on a Mac.

const names: Record<string, string> = { " ": "Space", Esc: "Escape" };

interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState?(key: string): boolean;
}

/** The names of a key press, best first: what the layout prints, then what its place is called, where that is needed. */
export function keyNames(press: Press, mac: boolean): string[] {
  const held = mac ? press.metaKey : press.ctrlKey;
  // Alt alone belongs to the menu and to what an element makes of it; AltGr writes letters, and Windows tells it as Ctrl and Alt.
  if ((mac ? press.ctrlKey : press.metaKey) || (press.altKey && (!held || press.getModifierState?.("AltGraph"))))
    return [];
  const mod = held ? (press.altKey ? "Mod+Alt+" : "Mod+") : "";
  // With Alt, a Mac writes letters of its own.
  const printed = (mac && press.altKey && latinPlace(press)) || press.key;
  const name = names[printed] ?? (printed.length === 1 ? printed.toUpperCase() : printed);
  const place = placeOf(press);
  const isSign = name.length === 1 && !/\p{L}/u.test(name);
  const shift = press.shiftKey && !isSign ? "Shift+" : "";
  const found = [`${mod}${shift}${name}`];
  if (place && place !== name) found.push(`${mod}${press.shiftKey ? "Shift+" : ""}${place}`);
  return found;
}

const onMainBlock = /^(?:Key|Digit)([A-Z0-9])$/;
const latinPlace = ({ code }: Press): string | undefined => onMainBlock.exec(code)?.[1];

/**
 * What a Latin keyboard prints at the place of the key, where the layout prints something that no command can mean: a
 * letter of another script (Cyrillic), or a sign on a key that a French keyboard makes a digit only with Shift. Where the
 * layout prints a Latin letter, or the numeric pad moves the cursor, the place means nothing.
 */
function placeOf({ key, code, shiftKey }: Press): string | undefined {
  const [, row, sign] = /^(Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  if (row === "Key") return /^(?:(?!\p{Script=Latin})[\p{L}\p{M}])+$/u.test(key) ? sign : undefined;
  return key.length === 1 && !shiftKey ? sign : undefined;
}

const glyphs: Record<string, [pc: string, mac: string]> = {
  Mod: ["Ctrl", "⌘"],
  Shift: ["Shift", "⇧"],
  Alt: ["Alt", "⌥"],
  Delete: ["Del", "⌦"],
  Enter: ["Enter", "Return"],
  Escape: ["Esc", "Esc"],
};

/** A key as it is printed on a keyboard: "Ctrl+Shift+Z", "⇧⌘Z". */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key.split("+").map((part) => glyphs[part]?.[mac ? 1 : 0] ?? part);
  return mac ? [...parts.slice(0, -1).reverse(), parts.at(-1)].join("") : parts.join("+");
}

/** The same for keys that are pressed one after the other: "Ctrl+M E". */
export const chordLabel = (keys: string, mac: boolean): string =>
  keys
    .split(" ")
    .map((key) => keyLabel(key, mac))
    .join(" ");

/** A key as `aria-keyshortcuts` wants it. */
export const ariaKey = (key: string, mac: boolean): string => key.replace("Mod", mac ? "Meta" : "Control");
