import { type CharSet, classOf, only, property } from "./chars.ts";
import type { Cursor } from "./cursor.ts";
import type { Assertion } from "./syntax.ts";

/** What a backslash at `from` and the characters behind it stand for: characters, or a place between them. */
export function readEscape(cursor: Cursor, from: number): CharSet | Assertion {
  const char = cursor.next();
  if (char === "") cursor.refuse(from, 1, "A “\\” must stand before a character. Write “\\\\” to find one.");
  const known = classOf(char);
  if (known) return known;
  switch (char) {
    case "b":
      return "word";
    case "B":
      return "notWord";
    case "A":
      return "start";
    case "z":
      return "end";
    case "p":
    case "P": {
      const name = /^(\p{L}|\{\^?[\w=]{1,60}\})/u.exec(cursor.ahead(64))?.[0] ?? "";
      cursor.at += name.length;
      const set = property(name.replace(/[{}]/g, ""), char === "P");
      return (
        set ??
        cursor.refuse(
          from,
          cursor.at - from,
          "There is no such property of characters. Known are, for example, \\p{L} and \\p{Greek}.",
        )
      );
    }
    case "x":
    case "u": {
      const hex = /^(\{[0-9a-fA-F]{1,6}\}|[0-9a-fA-F]{2,4})/.exec(cursor.ahead(8))?.[0] ?? "";
      const digits = hex.startsWith("{") ? hex : hex.slice(0, char === "x" ? 2 : 4);
      cursor.at += digits.length;
      const point = Number.parseInt(digits.replace(/[{}]/g, ""), 16);
      if (!(point <= 0x10ffff))
        cursor.refuse(from, cursor.at - from, "A character by its number is written \\x41 or \\u{1F600}.");
      return only(String.fromCodePoint(point));
    }
    default:
      if (/[1-9]/.test(char)) cursor.refuse(from, 2, "A pattern cannot refer back to what it has found.");
      if (/[A-Za-z0-9]/.test(char))
        cursor.refuse(from, 2, `“\\${char}” means nothing here. Write “\\\\” to find the character “\\”.`);
      return only(char);
  }
}
