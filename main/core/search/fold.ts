// When two letters are the same for a search: case does not count, in any script, nor how an accented letter is composed.

/** Most texts are, and need none of the work. */
const ascii = /^[\0-\x7f]*$/;

/**
 * The text as searches compare it. Every character keeps its place (but for accents that are composed), so what is found
 * can be pointed at. Both Greek small sigmas are one letter, and so are the Turkish i with and without its dot.
 */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const lowered = text.normalize("NFC").replaceAll("İ", "i").toLowerCase();
  return lowered.replaceAll("ς", "σ").replaceAll("ı", "i");
}

/** The same without marks: é is e. Anki takes every combining mark away, whatever the script. */
export const bare = (text: string): string =>
  ascii.test(text) ? text.toLowerCase() : fold(text.normalize("NFD").replace(/\p{M}/gu, ""));

/** The code point in small letters; itself if that would be several. */
export const lower = (point: number): number => one(point, (char) => char.toLowerCase());
export const upper = (point: number): number => one(point, (char) => char.toUpperCase());

function one(point: number, change: (char: string) => string): number {
  const changed = change(String.fromCodePoint(point));
  const first = changed.codePointAt(0) as number;
  return changed.length === (first > 0xffff ? 2 : 1) ? first : point;
}
