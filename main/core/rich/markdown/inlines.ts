import type { PhrasingContent } from "mdast";
import type { RichInline, RichMark } from "../../../contract/rich.ts";
import { settleGaps } from "../gaps.ts";
import { marked, textNode, withMark } from "../inlines.ts";
import type { Piece } from "../pieces.ts";
import { Unholdable } from "../unholdable.ts";
import { fill, type Hole, type Holed, split } from "./holes.ts";

type Marks = readonly RichMark[];

/** The line that the content of a paragraph is. Throws `Unholdable`. */
export function lineOf(nodes: readonly PhrasingContent[], holed: Holed): RichInline[] {
  const inlines = settleGaps(
    nodes.flatMap((node) => piecesOf(node, [], holed)),
    (text) => text,
  );
  if (!inlines) throw new Unholdable();
  return inlines;
}

function piecesOf(node: PhrasingContent, marks: Marks, holed: Holed): Piece[] {
  const inner = (mark: RichMark) => {
    if (!("children" in node)) return [];
    return node.children.flatMap((child) => piecesOf(child as PhrasingContent, withMark(marks, mark), holed));
  };
  switch (node.type) {
    case "text":
      return textPieces(node.value, marks, holed);
    case "strong":
    case "emphasis":
      return inner({ type: node.type });
    case "delete":
      return inner({ type: "strike" });
    case "inlineCode":
      return codePieces(node.value, withMark(marks, { type: "code" }), holed);
    case "break":
      return [inline({ type: "break" }, marks)];
    case "link":
      if (node.title) throw new Unholdable();
      return inner({ type: "link", attrs: { href: fill(node.url, holed) } });
    case "image": {
      if (node.title) throw new Unholdable();
      const attrs = {
        name: fill(node.url, holed),
        alt: fill(node.alt ?? "", holed),
        width: null,
        height: null,
        rest: "",
      };
      return [inline({ type: "image", attrs }, marks)];
    }
    default:
      throw new Unholdable();
  }
}

const inline = (node: RichInline, marks: Marks): Piece => ({ kind: "inline", node: marked(node, marks) });

/** A line's end in the source is one on the card. */
function textPieces(value: string, marks: Marks, holed: Holed): Piece[] {
  return split(value, holed).flatMap((part, i) => {
    if (i % 2 === 1) return holePiece(holed.holes[Number(part)], marks);
    return part
      .split("\n")
      .flatMap((text, j) => [
        ...(j > 0 ? [inline({ type: "break" }, marks)] : []),
        ...(text === "" ? [] : [inline(textNode(text), marks)]),
      ]);
  });
}

/** In code only gaps mean something. */
function codePieces(value: string, marks: Marks, holed: Holed): Piece[] {
  return split(value, holed).flatMap((part, i) => {
    if (i % 2 === 0) return part === "" ? [] : [inline(textNode(part), marks)];
    const hole = holed.holes[Number(part)];
    if (hole?.kind === "open" || hole?.kind === "close") return holePiece(hole, marks);
    return [inline(textNode(hole?.text ?? ""), marks)];
  });
}

function holePiece(hole: Hole | undefined, marks: Marks): Piece[] {
  switch (hole?.kind) {
    case "open":
      return [{ kind: "open", number: hole.number, text: hole.text, marks }];
    case "close":
      return [{ kind: "close", text: hole.text, marks, ...(hole.hint !== null && { hint: hole.hint }) }];
    case "sound":
      return [inline({ type: "sound", attrs: { name: hole.name } }, marks)];
    case "math":
      return [inline({ type: "math", attrs: { tex: hole.tex, display: hole.display } }, marks)];
    default:
      return [];
  }
}
