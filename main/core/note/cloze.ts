import type { Block } from "../../contract/face.ts";
import { escapeHoles, type Fill, hole, parseInline, parseMarkdown } from "./markdown.ts";

type Node = string | Gap;
interface Gap {
  number: number;
  children: Node[];
  hint: string;
}
interface Open {
  start: string;
  number: number;
  children: Node[];
  /** Null until `::` begins it. */
  hint: string | null;
}

// Deeper than anyone writes; what is opened beyond it stays text.
const deepest = 16;
const token = /\{\{c(\d{1,3})::|::|\}\}/g;

/** The numbers of the gaps `{{c1::text::hint}}` in a text, ascending, each once. */
export function clozeNumbers(text: string): number[] {
  const numbers = new Set<number>();
  const visit = (nodes: Node[]) => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      numbers.add(node.number);
      visit(node.children);
    }
  };
  visit(parseCloze(text));
  return [...numbers].sort((a, b) => a - b);
}

/** The text with the gaps of one number, closed (their text is not in it) or open; the others show their text. */
export function clozeBlocks(text: string, number: number, open: boolean): Block[] {
  const fills: Fill[] = [];
  const write = (nodes: Node[]): string =>
    nodes
      .map((node) => {
        if (typeof node === "string") return escapeHoles(node, fills);
        return node.number === number ? hole(fills.push(gap(node, open)) - 1) : write(node.children);
      })
      .join("");
  return parseMarkdown(write(parseCloze(text)), fills);
}

function gap(node: Gap, open: boolean): Fill {
  if (!open) return { raw: "", node: { kind: "gap", open, hint: node.hint } };
  const raw = bare(node.children);
  return { raw, node: { kind: "gap", open, children: parseInline(raw) } };
}

const bare = (nodes: Node[]): string =>
  nodes.map((node) => (typeof node === "string" ? node : bare(node.children))).join("");

/** As Anki reads it: the first `::` within a gap begins its hint; what is never closed, or closes nothing, is text. */
function parseCloze(text: string): Node[] {
  const root: Node[] = [];
  const stack: Open[] = [];
  const add = (node: Node) => {
    const top = stack.at(-1);
    if (top && top.hint !== null && typeof node === "string") top.hint += node;
    else (top?.children ?? root).push(node);
  };
  let from = 0;
  for (const match of text.matchAll(token)) {
    add(text.slice(from, match.index));
    from = match.index + match[0].length;
    const top = stack.at(-1);
    const number = Number(match[1] ?? 0);
    if (number > 0 && stack.length < deepest && (top?.hint ?? null) === null) {
      stack.push({ start: match[0], number, children: [], hint: null });
    } else if (match[0] === "::" && top?.hint === null) {
      top.hint = "";
    } else if (match[0] === "}}" && top) {
      stack.pop();
      add({ number: top.number, children: top.children, hint: top.hint?.trim() ?? "" });
    } else add(match[0]);
  }
  add(text.slice(from));
  for (let left = stack.pop(); left; left = stack.pop()) {
    const hint = left.hint === null ? [] : [`::${left.hint}`];
    for (const node of [left.start, ...left.children, ...hint]) add(node);
  }
  return root;
}
