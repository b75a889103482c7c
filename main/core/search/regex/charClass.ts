import { type CharSet, isCharSet, only, posix, range, union } from "./chars.ts";
import type { Cursor } from "./cursor.ts";
import { readEscape } from "./escapes.ts";

/** A class `[…]` that begins at `from`; the cursor stands behind its bracket. */
export function readClass(cursor: Cursor, from: number, fold: boolean): CharSet {
  const not = cursor.take("^");
  const sets: CharSet[] = [];
  for (let first = true; ; first = false) {
    if (cursor.at >= cursor.pattern.length)
      cursor.refuse(from, 1, "This “[” is never closed. Write “\\[” to find the character.");
    if (!first && cursor.take("]")) break;
    const named = /^\[:(\^?)([a-z]+):\]/.exec(cursor.ahead(16));
    const set = named && posix(named[2] as string, named[1] !== "");
    if (named && set) {
      cursor.at += named[0].length;
      sets.push(set);
      continue;
    }
    const low = member(cursor, from);
    const ranged = cursor.pattern[cursor.at] === "-" && !["]", undefined].includes(cursor.pattern[cursor.at + 1]);
    if (typeof low === "string" && ranged) {
      const start = cursor.at++;
      const high = member(cursor, from);
      if (typeof high !== "string" || (high.codePointAt(0) as number) < (low.codePointAt(0) as number))
        cursor.refuse(
          start,
          1,
          "A range goes from one character to a later one, such as a-z. Write “\\-” to find the character.",
        );
      else sets.push(range(low, high));
    } else sets.push(typeof low === "string" ? only(low) : low);
  }
  return union(sets, not, fold);
}

/** A character of a class, as itself or as a set. */
function member(cursor: Cursor, from: number): string | CharSet {
  const at = cursor.at;
  const char = cursor.next();
  if (char !== "\\") return char;
  if (cursor.take("b")) return "\b";
  const escaped = readEscape(cursor, at);
  if (!isCharSet(escaped))
    return cursor.refuse(from, cursor.at - from, "This stands for a place, so it cannot be in a class.");
  return escaped.single ?? escaped;
}
