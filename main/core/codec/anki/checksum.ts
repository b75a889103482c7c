import { sha1Words } from "../../html/sha1.ts";
import { stripHtmlKeepMedia } from "../../html/strip.ts";

const plain = /^[^<&\u00a0]*$/;

/** What a field says to Anki's eyes: its text, and the names of its media. */
const bare = (html: string): string => (plain.test(html) ? html : stripHtmlKeepMedia(html));

/** Anki's `csum` of a first field. */
export const checksumOf = (field: string): number => (sha1Words(bare(field))[0] as number) >>> 0;

const number = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i;

/** Anki's `sfld` of a sort field: a number where SQLite makes one of it. */
export function sortValueOf(field: string): string | number {
  const text = bare(field);
  if (text.length > 40 || !number.test(text)) return text;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}
