import type { RichInline, RichMark } from "../../contract/rich.ts";
import { joined, marked, sameMarks, textNode } from "./inlines.ts";
import type { Piece } from "./pieces.ts";

interface Gap {
  number: number;
  hint: string;
  part: 0 | 1;
}
interface Leaf {
  node: RichInline;
  /** Outermost first. */
  gaps: Gap[];
}
interface Open {
  piece: Extract<Piece, { kind: "open" }>;
  content: Leaf[];
  /** Null until `::` begins it. */
  hint: Leaf[] | null;
  /** The `::` itself. */
  colons: Leaf | null;
}

// As core/cloze/parse.ts.
const deepest = 10;

/**
 * The line that pieces make, its gaps as marks. By the rules of core/cloze/parse.ts: `::` within a gap begins its hint; what is never
 * closed, or closes nothing, is text. `write` writes text as the field's source. Null if the tree cannot hold them.
 */
export function settleGaps(all: readonly Piece[], write: (text: string) => string): RichInline[] | null {
  const root: Leaf[] = [];
  const stack: Open[] = [];
  const add = (...leaves: Leaf[]) => {
    const top = stack.at(-1);
    (top ? (top.hint ?? top.content) : root).push(...leaves);
  };
  const plain = ({ text, marks }: { text: string; marks: readonly RichMark[] }): Leaf => ({
    node: textNode(text, marks),
    gaps: [],
  });
  for (const piece of all) {
    const top = stack.at(-1);
    if (piece.kind === "inline") add({ node: piece.node, gaps: [] });
    else if (piece.kind === "open") {
      if ((top?.hint ?? null) !== null || stack.length >= deepest) return null;
      stack.push({ piece, content: [], hint: null, colons: null });
    } else if (piece.kind === "hint" && top?.hint === null) {
      top.hint = [];
      top.colons = plain(piece);
    } else if (piece.kind === "close" && top) {
      const closed = close(top, piece.hint, write);
      if (!closed) return null;
      stack.pop();
      add(...closed);
    } else add(plain(piece));
  }
  for (let left = stack.pop(); left; left = stack.pop()) {
    add(plain(left.piece), ...left.content, ...(left.colons ? [left.colons] : []), ...(left.hint ?? []));
  }
  if (!part(root)) return null;
  const nodes = root.map(({ node, gaps }) =>
    marked(node, [...gaps.map((attrs): RichMark => ({ type: "cloze", attrs: { ...attrs } })), ...(node.marks ?? [])]),
  );
  return joined(nodes);
}

/** What a closed gap amounts to; null if its hint is more than text. */
function close(
  { piece, content, hint }: Open,
  given: string | undefined,
  write: (text: string) => string,
): Leaf[] | null {
  if (piece.number === null) return null;
  let words = given ?? "";
  for (const { node } of hint ?? []) {
    if (node.type !== "text" || !sameMarks(node.marks ?? [], piece.marks)) return null;
    words += node.text;
  }
  if (content.length === 0) {
    const source = `${piece.text}${hint || given !== undefined ? `::${write(words)}` : ""}}}`;
    return [{ node: marked({ type: "raw", attrs: { source } }, piece.marks), gaps: [] }];
  }
  const gap: Gap = { number: piece.number, hint: words, part: 0 };
  return content.map(({ node, gaps }) => ({ node, gaps: [gap, ...gaps] }));
}

/** Tells gaps apart that touch or lie in each other and are otherwise equal; false if two parts are not enough. */
function part(leaves: readonly Leaf[]): boolean {
  const seen = new Set<Gap>();
  for (const [i, { gaps }] of leaves.entries()) {
    for (const gap of gaps) {
      if (seen.has(gap)) continue;
      seen.add(gap);
      const near = [...(leaves[i - 1]?.gaps ?? []), ...gaps.slice(0, gaps.indexOf(gap))];
      const rivals = near.filter((one) => one !== gap && one.number === gap.number && one.hint === gap.hint);
      const free = ([0, 1] as const).find((n) => rivals.every((one) => one.part !== n));
      if (free === undefined) return false;
      gap.part = free;
    }
  }
  return true;
}
