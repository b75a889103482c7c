import type { RichInline } from "../../../contract/rich.ts";
import type { Piece } from "../pieces.ts";

/** White space as a browser shows it: runs are one blank, and there is none at the ends of lines. Blanks that must not break are no white space. */
export function collapsed(line: readonly Piece[]): Piece[] {
  const all = [...line];
  /** Where the text lies that ends with a blank; -1 right after nothing; null after anything else. */
  let blank: number | null = -1;
  const dropBlank = () => {
    if (blank === null || blank < 0) return;
    const piece = all[blank];
    if (piece?.kind === "inline" && piece.node.type === "text")
      all[blank] = { kind: "inline", node: { ...piece.node, text: piece.node.text.replace(/ $/, "") } };
  };
  for (const [i, piece] of all.entries()) {
    if (piece.kind !== "inline") {
      // It may come to stand for something that shows.
      blank = null;
      continue;
    }
    const { node } = piece;
    if (node.type === "break") {
      dropBlank();
      blank = -1;
    } else if (node.type !== "text") blank = null;
    else {
      const spaced = node.text.replace(/[ \t\n\f\r]+/g, " ");
      const text: string = blank === null ? spaced : spaced.replace(/^ /, "");
      all[i] = { kind: "inline", node: { ...node, text } };
      if (text !== "") blank = text.endsWith(" ") ? i : null;
    }
  }
  dropBlank();
  return all.filter((piece) => piece.kind !== "inline" || piece.node.type !== "text" || piece.node.text !== "");
}

/** A line as it is kept: the last break shows nothing by itself. Null if there is nothing at all, not even a break. */
export function finished(inlines: readonly RichInline[]): RichInline[] | null {
  if (inlines.length === 0) return null;
  return inlines.at(-1)?.type === "break" ? inlines.slice(0, -1) : [...inlines];
}
