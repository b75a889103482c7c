import type { NoteType } from "../../../contract/shapes.ts";
import { bareText, shownText } from "../../html/bareText.ts";
import { escapeHtml } from "../../html/entities.ts";
import { moveText } from "../../noteType/moveText.ts";

type Format = NoteType["format"];

// What neither HTML nor Markdown makes anything of, wherever it stands: no backslash, backtick, bracket or emphasis, no start of a
// list, a heading or a line of code, no run of blanks.
const harmless =
  /^(?!>|#{1,6}(?:[ \t]|$)|[+-](?:[ \t-]|$)|\d{1,9}[.)](?:[ \t]|$)|[ \t])[^\\`*_~[\]<>&\n\uE000-\uF8FF]*$/;
/** The same with signs that only HTML could take for something, and only before a letter. */
const plain =
  /^(?!>|#{1,6}(?:[ \t]|$)|[+-](?:[ \t-]|$)|\d{1,9}[.)](?:[ \t]|$)|[ \t])(?:[^\\`*_~[\]<>&\n\uE000-\uF8FF]|[<>&](?=[ \d]|$))*$/;
/** Longer ones are not worth a regular expression. */
const longest = 10_000;
const longestMarkdown = 20_000;
const blanks = /[ \u00a0]{2}/;

const says = (text: string, html: boolean): boolean =>
  text.length < longest && (html ? harmless : plain).test(text) && !blanks.test(text);

/**
 * A cell as a field of a type. In an HTML cell that is its text; a plain one is written so that it reads the same. Gaps, sounds and
 * formulas are what they are in either, as in Anki.
 */
export function fieldText(cell: string, html: boolean, format: Format): string {
  if (format === "html") return html ? cell : escaped(cell);
  if (cell === "" || says(cell, html)) return cell;
  // Markdown of this size is shown as it was typed (note/markdown.ts), and HTML of it would take long to read.
  if (cell.length > longestMarkdown) return html ? bareText(cell) : cell;
  const parts = cell.split(html ? /<br ?\/?>/i : "\n");
  if (parts.every((part) => part !== "" && !/^[=-]/.test(part) && says(part, html))) return parts.join("\n");
  if (html) return simply(cell) ?? moveText(cell, "html", "markdown");
  // What an empty line parts are paragraphs.
  const paragraphs = cell.split(/\n{2,}/);
  return paragraphs
    .map((part) => (says(part, false) ? part : moveText(escaped(part), "html", "markdown")))
    .join("\n\n");
}

const tags = /<(b|strong|i|em)>([^<>]{1,1000})<\/\1>|<img src="([\w.-]{1,200})">/gi;

/** The commonest HTML where Markdown's marks are plain to see, a hundred times faster than reading all of it; null for any other. */
function simply(html: string): string | null {
  if (html.length > longest) return null;
  const lines: string[] = [];
  for (const line of html.split(/<br ?\/?>/i)) {
    let out = "";
    let rest = "";
    let from = 0;
    for (const { 0: whole, 1: tag = "", 2: inner, 3: name, index } of line.matchAll(tags)) {
      const isApart = !/[^\s(]$/.test(line.slice(0, index)) && !/^[^\s.,;:!?)]/.test(line.slice(index + whole.length));
      if (!isApart || (inner !== undefined && (inner.trim() !== inner || !says(inner, true)))) return null;
      const mark = /^[bs]/i.test(tag) ? "**" : "*";
      out += line.slice(from, index) + (inner === undefined ? `![](${name})` : `${mark}${inner}${mark}`);
      rest += `${line.slice(from, index)}x`;
      from = index + whole.length;
    }
    rest += line.slice(from);
    if (rest === "" || /^[=-]/.test(rest) || !says(rest, true)) return null;
    lines.push(out + line.slice(from));
  }
  return lines.join("\n");
}

/** Anki's rule. */
const escaped = (text: string) =>
  /[&<>"'\n]/.test(text) ? escapeHtml(text).replaceAll("'", "&#x27;").replaceAll("\n", "<br>") : text;

/** Writes fields as HTML or as plain text. What only tells Anki how to draw goes, as in its own export. */
export function textWriter(html: boolean): (text: string, format: Format) => string {
  return (text, format) => {
    if (text === "" || (format === "markdown" && says(text, false) && (!html || !/[<>&]/.test(text)))) return text;
    const written = format === "markdown" ? moveText(text, "markdown", "html") : text;
    return html ? withoutStyle(written) : shownText(withoutStyle(written)).trim();
  };
}

/** Style sheets, and where an answer is typed. */
function withoutStyle(html: string): string {
  if (!/<style|\[\[type:/i.test(html)) return html;
  let text = "";
  let from = 0;
  for (const { index } of html.matchAll(/<style|\[\[type:/gi)) {
    if (index < from) continue;
    const ends = html[index] === "<" ? /<\/style>/gi : /\]\]/g;
    ends.lastIndex = index;
    if (!ends.test(html)) break;
    text += html.slice(from, index);
    from = ends.lastIndex;
  }
  return text + html.slice(from);
}

const marks = /<(?!br\s*\/?>|div>|\/div>)[a-z!/]|&[a-z#]/i;

/** Whether a field is more than its text. */
export const losesForm = (text: string, format: Format): boolean =>
  format === "html" ? marks.test(text) : !says(text, false) && /[*_`~[\]#>]/.test(text);
