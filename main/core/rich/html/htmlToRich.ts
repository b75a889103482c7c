import type { RootContent } from "hast";
import type { RichBlock, RichDoc } from "../../../contract/rich.ts";
import { gapRanges } from "../gapRanges.ts";
import { sameJson } from "../sameJson.ts";
import { Unholdable } from "../unholdable.ts";
import { blocksOf } from "./blocks.ts";
import { depthOf, isBlock } from "./elements.ts";
import { blocksToHtml, richToHtml } from "./richToHtml.ts";
import { parse } from "./source.ts";

/** Nodes of a field that stand or fall together: a block, or what makes lines between blocks. */
interface Chunk {
  nodes: RootContent[];
  from: number;
  to: number;
}

// A document may be 100 deep (contract/rich.ts); nobody reads a card of such depth.
const deepest = 60;

/**
 * The document of a field in HTML. What the tree cannot hold, what would not come back from it, and gaps that reach over several blocks are
 * `rawBlock`s, as they were written.
 */
export function htmlToRich(source: string): RichDoc {
  const html = source.replace(/\r\n?/g, "\n");
  const whole: RichBlock = { type: "rawBlock", attrs: { source: html } };
  const chunks = depthOf(html) > deepest ? null : chunksOf(html);
  if (!chunks) return { type: "doc", content: [whole] };
  const content = joinedByGaps(html, chunks).flatMap((chunk) => chunkBlocks(html, chunk));
  if (content.length === 0) content.push({ type: "paragraph", attrs: { spaced: false } });
  const doc: RichDoc = { type: "doc", content };
  return gapNumbers(richToHtml(doc)) === gapNumbers(html) ? doc : { type: "doc", content: [whole] };
}

const gapNumbers = (html: string) =>
  gapRanges(html)
    .map(({ numbers }) => numbers)
    .join(" ");

/** Null where the parser made something of its own. */
function chunksOf(html: string): Chunk[] | null {
  const chunks: Chunk[] = [];
  let inLine = false;
  for (const node of parse(html).children) {
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined || from < (chunks.at(-1)?.to ?? 0)) return null;
    const last = chunks.at(-1);
    if (!isBlock(node) && inLine && last) {
      last.nodes.push(node);
      last.to = to;
    } else chunks.push({ nodes: [node], from, to });
    inLine = !isBlock(node);
  }
  // What is never closed reaches to the end, wherever the parser says it ends.
  const last = chunks.at(-1);
  if (last) last.to = html.length;
  return chunks;
}

/** Chunks between which a gap reaches are one, which then is raw. */
function joinedByGaps(html: string, chunks: readonly Chunk[]): Chunk[] {
  const ranges = gapRanges(html);
  const all: Chunk[] = [];
  for (const chunk of chunks) {
    const last = all.at(-1);
    if (last && ranges.some(({ from, to }) => from < last.to && to > chunk.from)) {
      last.nodes.push(...chunk.nodes);
      last.to = chunk.to;
    } else all.push({ ...chunk, nodes: [...chunk.nodes] });
  }
  return all;
}

function chunkBlocks(html: string, { nodes, from, to }: Chunk): RichBlock[] {
  const source = html.slice(from, to);
  const raw: RichBlock[] = source.trim() === "" ? [] : [{ type: "rawBlock", attrs: { source } }];
  const spansBlocks = nodes.length > 1 && nodes.some(isBlock);
  if (spansBlocks) return raw;
  try {
    const blocks = blocksOf(html, nodes);
    return comesBack(blocks, source) ? blocks : raw;
  } catch (error) {
    if (error instanceof Unholdable) return raw;
    throw error;
  }
}

/** Whether the blocks, written and read again, are the same blocks with the same gaps. */
function comesBack(blocks: readonly RichBlock[], source: string): boolean {
  // What shows nothing is nothing.
  if (blocks.length === 0) return true;
  const written = blocksToHtml(blocks);
  if (gapNumbers(written) !== gapNumbers(source)) return false;
  try {
    return sameJson(blocksOf(written, parse(written).children), blocks);
  } catch (error) {
    if (error instanceof Unholdable) return false;
    throw error;
  }
}
