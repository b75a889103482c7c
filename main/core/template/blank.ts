import type { NoteType } from "../../contract/shapes.ts";

const nothing = /[\t\n\v\f\r ]+|<\/?(?:br|div) ?\/?>/iy;

/** Whether a field of HTML counts as empty, as Anki judges it: blanks, line breaks and bare `div`s only. */
export function isBlankHtml(html: string): boolean {
  nothing.lastIndex = 0;
  while (nothing.lastIndex < html.length) if (!nothing.test(html)) return false;
  return true;
}

// Most texts show with their first character that they are not empty.
const says = /^[^\s<]/;

/** Whether a field of that type counts as empty. */
export function isBlank({ format }: NoteType, text: string | undefined): boolean {
  if (text === undefined || text === "") return true;
  if (says.test(text)) return false;
  return format === "html" ? isBlankHtml(text) : text.trim() === "";
}
