import type { Note, NoteType } from "../../contract/shapes.ts";
import { decodeEntities } from "../html/entities.ts";
import { mediaName, stripTags } from "../html/strip.ts";
import { fold } from "./fold.ts";

/** What a note says, field by field in the order of its type. */
export interface NoteText {
  /** As it is read: without tags or marks, on one line. The names of pictures and sounds are part of it. */
  shown: string[];
  /** The same, folded for comparison. */
  folded: string[];
  /** The hints of its gaps, folded: they are found, but stand in no sentence. */
  hints: string;
}

/** The text of a note of that type. */
export function textOf(type: NoteType, note: Note): NoteText {
  const hints: string[] = [];
  const shown = type.fields.map(({ id }) => read(type, note.fields[id] ?? "", hints));
  const folded = shown.map((text) => {
    const same = fold(text);
    return same === text ? text : same;
  });
  return { shown, folded, hints: fold(hints.join(" ")) };
}

function read(type: NoteType, source: string, hints: string[]): string {
  const bare = type.kind === "cloze" ? withoutGaps(source, hints) : source;
  const text = type.format === "html" ? fromHtml(bare) : fromMarkdown(bare);
  return text.replace(/\s+/g, " ").trim();
}

const breaks = /^<(?:br|hr|\/?(?:p|div|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|pre|dt|dd|figure|section))\b/i;

/** As Anki strips it, but words on two lines stay two words. */
function fromHtml(html: string): string {
  if (!html.includes("<")) return html.includes("&") ? decodeEntities(html) : html;
  const text = stripTags(html, (tag) => {
    const name = mediaName(tag);
    return name === null ? (breaks.test(tag) ? " " : "") : ` ${name} `;
  });
  return decodeEntities(text);
}

/** What is not a mark to read Markdown by; a text without any is left alone. */
const marks = /[*_`~[\]#>\\&]|^\s*(?:[-+]|\d{1,9}[.)])\s/m;

/** Takes marks away without asking whether they close: a text is also found as it was written. */
function fromMarkdown(text: string): string {
  if (!marks.test(text)) return text;
  return text
    .replace(/^[ \t]{0,3}(?:#{1,6}|>|[-+*]|\d{1,9}[.)])[ \t]+/gm, "")
    .replace(/!?\[([^[\]\n]{0,500})\]\(([^()\s]{0,500})\)/g, (all, label, url) =>
      all.startsWith("!") ? `${label} ${url}` : label,
    )
    .replace(/\\([!-/:-@[-`{-~])|\*\*|~~|`+|(?<=\S)\*|\*(?=\S)|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, "$1");
}

/** Stands where a gap began, so that what follows is not taken for its hint. */
const opened = "\uE001";

/** The text with its gaps open; their hints go to `hints`. */
function withoutGaps(text: string, hints: string[]): string {
  if (!text.includes("{{c")) return text;
  return text
    .replace(/\{\{c[\d,]{1,20}::/g, opened)
    .replace(/::([^{}:\uE001]{0,500})\}\}/g, (_, hint) => {
      hints.push(hint);
      return "";
    })
    .replace(/\uE001|\}\}/g, "");
}
