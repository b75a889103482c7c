import type { Note, NoteType } from "../../contract/shapes.ts";
import { escapeHtml } from "../html/entities.ts";
import { mediaName, stripTags, textOf } from "../html/strip.ts";
import { renderFront } from "../template/render.ts";
import { clozeBlocks } from "./cloze.ts";
import { parseMarkdown } from "./markdown.ts";
import { plainText } from "./plainText.ts";
import { stockTypes } from "./stockTypes.ts";

/** What a card asks, as plain text of any number of lines. `deck` is the name of its deck. */
export function titleOf(card: { type: NoteType; note: Note; ord: number; deck: string; flag: number }): string {
  const { type, note, ord } = card;
  if (type.stock !== null && type.format === "markdown" && type === stockTypes[type.stock]) {
    return stockQuestion(type, note, ord);
  }
  return lineOf(renderFront({ ...card, toHtml: plainHtml }));
}

/** Markdown as HTML without any form: enough for a line. */
export const plainHtml = (text: string): string => escapeHtml(plainText(parseMarkdown(text)));

/** What Markdown could mark; a text without is itself, and lists hold many of those. */
const markup = /[^\p{L}\p{M}\p{N} .,;:?'’“”—–%/"]|^\s|^\d+\./u;

/** The text of Markdown without its form. */
export const plainMarkdown = (text: string): string => (markup.test(text) ? plainText(parseMarkdown(text)) : text);

function stockQuestion(type: NoteType, { fields }: Note, ord: number): string {
  if (type.kind === "cloze") return plainText(clozeBlocks(fields.Text ?? "", ord + 1, false));
  const first = fields[type.fields[0]?.id ?? ""] ?? "";
  return plainMarkdown(ord === 1 ? (fields.Back ?? first) : first);
}

const gap = /(<span class="cloze" [^>]*>)\[\.\.\.\]/g;
const markers = /\[\[(?:type|choice):[^\]]{0,200}\]\]|\[sound:[^\]]{0,500}\]|\[anki:tts [^\]]{0,200}\]|\[\/anki:tts\]/g;
const breaks = /^<\/?(?:br|div|p|li|ul|ol|dl|d[dt]|t[drh]|table|h[1-6r]|blockquote|pre|summary)\b/i;

/** A face in one line: a picture leaves the name of its file, as in Anki, and a gap is “…”. */
export function lineOf(html: string): string {
  const shown = stripTags(html.replace(gap, "$1…"), (tag) => mediaName(tag) ?? (breaks.test(tag) ? " " : ""));
  return textOf(shown.replace(markers, " "));
}
