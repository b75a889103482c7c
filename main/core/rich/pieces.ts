import type { RichInline, RichMark } from "../../contract/rich.ts";
import { marked, textNode } from "./inlines.ts";

/** A part of a line on its way into the tree: content, or a token of a gap's notation. `text` is what it is if it turns out to be none. */
export type Piece =
  | { kind: "inline"; node: RichInline }
  /** No number where a mark cannot say it: several, or none. */
  | { kind: "open"; number: number | null; text: string; marks: readonly RichMark[] }
  | { kind: "hint"; text: string; marks: readonly RichMark[] }
  /** A `hint` of its own comes with the token where hints are not written like the rest. */
  | { kind: "close"; text: string; marks: readonly RichMark[]; hint?: string };

/** What means more than itself in the text of a field: gaps, sounds, math. */
export const notation =
  /\{\{c([\d,]*\d[\d,]*)::|(::)|(\}\})|\[sound:([^\][\n]+)\]|\\\(((?:(?!\\\(|\\\))[\s\S])*)\\\)|\\\[((?:(?!\\\[|\\\])[\s\S])*)\\\]/g;

/** The pieces of a text as it stands in a field; `decode` gives the characters that such a text means. */
export function pieces(source: string, marks: readonly RichMark[], decode: (source: string) => string): Piece[] {
  const all: Piece[] = [];
  const add = (node: RichInline) => all.push({ kind: "inline", node: marked(node, marks) });
  let from = 0;
  for (const match of source.matchAll(notation)) {
    if (match.index > from) add(textNode(decode(source.slice(from, match.index))));
    from = match.index + match[0].length;
    const [text, number, hint, close, sound, tex, display] = match;
    if (number !== undefined)
      all.push({ kind: "open", number: /^[1-9]\d{0,2}$/.test(number) ? Number(number) : null, text, marks });
    else if (hint !== undefined) all.push({ kind: "hint", text, marks });
    else if (close !== undefined) all.push({ kind: "close", text, marks });
    else if (sound !== undefined) add({ type: "sound", attrs: { name: decode(sound) } });
    else add({ type: "math", attrs: { tex: decode(tex ?? display ?? ""), display: display !== undefined } });
  }
  if (from < source.length) add(textNode(decode(source.slice(from))));
  return all;
}
