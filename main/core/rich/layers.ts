import type { RichInline, RichMark } from "../../contract/rich.ts";
import { sameMark } from "./inlines.ts";

/** A line as a tree, for formats in which marks nest. */
export type Layer = { node: RichInline } | { mark: RichMark; content: Layer[] };

/** Longer gaps around shorter ones, gaps around all other marks, each mark as long as it can be. */
export function layers(inlines: readonly RichInline[]): Layer[] {
  const extents = gapExtents(inlines);
  const leaves = inlines.map((node, i) => {
    const marks = node.marks ?? [];
    const gaps = marks.filter(({ type }) => type === "cloze");
    const extent = (mark: RichMark) => extents[i]?.get(JSON.stringify(mark)) ?? 0;
    gaps.sort((a, b) => extent(b) - extent(a));
    return { node, marks: [...gaps, ...marks.filter(({ type }) => type !== "cloze")] };
  });
  return nested(leaves, 0);
}

function nested(leaves: readonly { node: RichInline; marks: readonly RichMark[] }[], depth: number): Layer[] {
  const all: Layer[] = [];
  for (let i = 0; i < leaves.length; ) {
    const leaf = leaves[i] as (typeof leaves)[number];
    const mark = leaf.marks[depth];
    if (!mark) {
      all.push({ node: leaf.node });
      i++;
      continue;
    }
    const from = i;
    while (i < leaves.length && sameMark(leaves[i]?.marks[depth], mark)) i++;
    all.push({ mark, content: nested(leaves.slice(from, i), depth + 1) });
  }
  return all;
}

/** How far each gap of each node reaches, in nodes. */
function gapExtents(inlines: readonly RichInline[]): Map<string, number>[] {
  const all = inlines.map(() => new Map<string, number>());
  let open = new Map<string, number>();
  for (let i = 0; i <= inlines.length; i++) {
    const here = new Set(
      (inlines[i]?.marks ?? []).filter(({ type }) => type === "cloze").map((mark) => JSON.stringify(mark)),
    );
    for (const [key, from] of open) if (!here.has(key)) for (let j = from; j < i; j++) all[j]?.set(key, i - from);
    open = new Map([...here].map((key) => [key, open.get(key) ?? i]));
  }
  return all;
}
