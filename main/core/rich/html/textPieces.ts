import type { Text } from "hast";
import type { RichMark } from "../../../contract/rich.ts";
import { type Piece, pieces } from "../pieces.ts";
import { decode, escapeText, sliceOf } from "./source.ts";

/** The pieces of a text, by its source: a gap's mark written with references is none. */
export function textPieces(html: string, node: Text, marks: readonly RichMark[]): Piece[] {
  const slice = sliceOf(html, node);
  // A stray end tag is no text, though the parser counts it in.
  const isText = slice !== null && !/<[a-z/!?]/i.test(slice) && decode(slice) === node.value;
  return pieces(isText ? slice : escapeText(node.value), marks, decode);
}
