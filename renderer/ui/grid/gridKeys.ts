import { all, extend, flip, move, only, type Selection } from "./selection.ts";

type Keys = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey">;

/** The position to which a key leads from `position`; null if it leads nowhere. `page` is in rows. */
export function destination(key: string, position: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -page,
    PageDown: page,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(Math.max(position + step, 0), count - 1);
}

/** What a key makes of the selection, as lists on every desktop do; null if it means nothing. `to`: see `destination`. */
export function select(keys: Keys, selection: Selection, count: number, to: number | null): Selection | null {
  const mod = keys.ctrlKey || keys.metaKey;
  if (to !== null) {
    if (keys.shiftKey) return extend(selection, to, mod);
    return mod && keys.key.startsWith("Arrow") ? move(selection, to) : only(to);
  }
  if (keys.key === " ")
    return keys.shiftKey ? extend(selection, selection.cursor, mod) : flip(selection, selection.cursor);
  if (mod && !keys.shiftKey && keys.key.toLowerCase() === "a") return all(selection, count);
  return null;
}
