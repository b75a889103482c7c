import type { NoteType } from "../../contract/shapes.ts";
import { htmlToRich } from "../rich/html/htmlToRich.ts";
import { richToHtml } from "../rich/html/richToHtml.ts";
import { markdownToRich } from "../rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../rich/markdown/richToMarkdown.ts";

type Format = NoteType["format"];

/**
 * A field's text in another way of writing: what both can say stays what it is, gaps, formulas and sounds among them. What
 * Markdown cannot say (a table of HTML, a colour) is there as its source.
 */
export function moveText(text: string, from: Format, to: Format): string {
  if (from === to || text === "") return text;
  return to === "html" ? richToHtml(markdownToRich(text)) : richToMarkdown(htmlToRich(text));
}
