import type { NoteType } from "../../contract/shapes.ts";
import { htmlToRich } from "../rich/html/htmlToRich.ts";
import { richToHtml } from "../rich/html/richToHtml.ts";
import { markdownToRich } from "../rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../rich/markdown/richToMarkdown.ts";

const word = "[\\p{L}\\p{N}\\p{M},.;?!'’“”„«»…]+(?:-[\\p{L}\\p{N}\\p{M},.;?!'’“”„«»…]+)*";
// Most fields are a few words, of which neither HTML nor Markdown makes anything. A number at the start may begin a list.
const fewWords = new RegExp(`^(?!\\d+\\.)${word}(?: ${word})*$`, "u");

/** Whether a text is the same in both ways of writing. */
export const saysTheSame = (text: string): boolean => text === "" || (text.length < 500 && fewWords.test(text));

type Format = NoteType["format"];

/**
 * A field's text in another way of writing: what both can say stays what it is, gaps, formulas and sounds among them. What
 * Markdown cannot say (a table of HTML, a colour) is there as its source.
 */
export function moveText(text: string, from: Format, to: Format): string {
  if (from === to || saysTheSame(text)) return text;
  return to === "html" ? richToHtml(markdownToRich(text)) : richToMarkdown(htmlToRich(text));
}
