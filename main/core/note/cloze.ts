import type { Block } from "../../contract/face.ts";
import { bareText, type Cloze, type ClozeNode, parseCloze } from "../cloze/parse.ts";
import { escapeHoles, type Fill, hole, parseInline, parseMarkdown } from "./markdown.ts";

/** The text with the gaps of one number, closed (their text is not in it) or open; the others show their text. */
export function clozeBlocks(text: string, number: number, open: boolean): Block[] {
  const fills: Fill[] = [];
  const write = (nodes: readonly ClozeNode[]): string =>
    nodes
      .map((node) => {
        if (typeof node === "string") return escapeHoles(node, fills);
        return node.numbers.includes(number) ? hole(fills.push(gap(node, open)) - 1) : write(node.children);
      })
      .join("");
  return parseMarkdown(write(parseCloze(text)), fills);
}

function gap({ children, hint }: Cloze, open: boolean): Fill {
  if (!open) return { raw: "", node: { kind: "gap", open, hint: hint?.trim() ?? "" } };
  const raw = bareText(children);
  return { raw, node: { kind: "gap", open, children: parseInline(raw) } };
}
