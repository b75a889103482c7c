import type { NoteType } from "../../../contract/shapes.ts";
import { escapeHtml } from "../../html/entities.ts";
import { moveText } from "../../noteType/moveText.ts";

// Letters, figures and punctuation of which neither HTML nor Markdown makes anything, wherever they stand.
const harmless = /^[\n\p{L}\p{M}\p{N} ,.;:?!'"()/%€$£°…“”„‚‘’«»–—·、。，；：？！「」『』（）]*$/u;
/** But a number at the start of a line may begin a list, and four blanks code. */
const begins = /(?:^|\n)(?: *\d{1,9}[.)](?: |$)| {4})/;
const blanks = / {2}|\n\n/;

const saysItself = (text: string): boolean => harmless.test(text) && !begins.test(text) && !blanks.test(text);

/**
 * A cell as a field of a type. In an HTML cell that is its text; a plain one is written so that it reads the same. Gaps, sounds and
 * formulas are what they are in either, as in Anki.
 */
export function fieldText(cell: string, html: boolean, format: NoteType["format"]): string {
  if (cell === "" || (saysItself(cell) && (format === "markdown" || html))) return cell;
  if (html) return format === "html" ? cell : moveText(cell, "html", "markdown");
  if (format === "html") return escaped(cell);
  const paragraphs = cell.split(/\n{2,}/);
  return paragraphs.map((part) => (saysItself(part) ? part : moveText(escaped(part), "html", "markdown"))).join("\n\n");
}

/** Anki's rule. */
const escaped = (text: string) => escapeHtml(text).replaceAll("'", "&#39;").replaceAll("\n", "<br>");
