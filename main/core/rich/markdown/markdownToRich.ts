import type { RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import type { RichBlock, RichDoc } from "../../../contract/rich.ts";
import { clozeNumbers } from "../../cloze/parse.ts";
import { clozeBlocks } from "../../note/cloze.ts";
import { parseMarkdown, plainMarkdown, tooMuchMarkdown } from "../../note/markdown.ts";
import { gapRanges } from "../gapRanges.ts";
import { sameJson } from "../sameJson.ts";
import { Unholdable } from "../unholdable.ts";
import { blockOf } from "./blocks.ts";
import { dig, fill, type Holed, holeMarks } from "./holes.ts";
import { looks } from "./looks.ts";
import { richToMarkdown } from "./richToMarkdown.ts";

// As core/html/markdownToHtml.ts reads it.
const extensions = [plainMarkdown, gfmStrikethrough({ singleTilde: false }), gfmTable()];
const mdastExtensions = [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()];

/**
 * The document of a field in Markdown. What the tree cannot hold, and what would show otherwise on any card once it came back from it, are
 * `rawBlock`s, as they were written.
 */
export function markdownToRich(source: string): RichDoc {
  const text = source.replace(/\r\n?/g, "\n");
  if (text.trim() === "") return { type: "doc", content: [{ type: "paragraph", attrs: { spaced: false } }] };
  const [first, second] = holeMarks.map((mark) => () => (tooMuchMarkdown(text) ? null : read(text, mark)));
  const isWhole = (blocks: RichBlock[] | null | undefined) => blocks?.every(({ type }) => type !== "rawBlock");
  const one = first?.() ?? null;
  const other = isWhole(one) ? null : second?.();
  const best = isWhole(other) ? other : (one ?? other);
  return { type: "doc", content: best ?? [{ type: "rawBlock", attrs: { source: text } }] };
}

interface Chunk {
  nodes: RootContent[];
  source: string;
}

function read(text: string, mark: string): RichBlock[] | null {
  const holed = dig(text, mark);
  return holed && chunksOf(text, holed).flatMap((chunk) => chunkBlocks(chunk, holed));
}

/** Blocks; those between which a gap reaches are one chunk. */
function chunksOf(text: string, holed: Holed): Chunk[] {
  const ranges = gapRanges(text);
  const chunks: (Chunk & { from: number; to: number })[] = [];
  for (const node of fromMarkdown(holed.text, { extensions, mdastExtensions }).children) {
    const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
    const from = fill(holed.text.slice(0, start), holed).length;
    const source = fill(holed.text.slice(start, end), holed);
    const last = chunks.at(-1);
    if (last && ranges.some((range) => range.from < last.to && range.to > from)) {
      last.nodes.push(node);
      last.to = from + source.length;
      last.source = text.slice(last.from, last.to);
    } else chunks.push({ nodes: [node], source, from, to: from + source.length });
  }
  return chunks;
}

function chunkBlocks({ nodes, source }: Chunk, holed: Holed): RichBlock[] {
  const raw: RichBlock[] = [{ type: "rawBlock", attrs: { source } }];
  const [node, ...others] = nodes;
  if (!node || others.length > 0) return raw;
  try {
    const block = blockOf(node, holed);
    return showsTheSame(source, richToMarkdown({ type: "doc", content: [block] })) ? [block] : raw;
  } catch (error) {
    if (error instanceof Unholdable) return raw;
    throw error;
  }
}

/** Whether two sources look alike on every card that they make. */
function showsTheSame(a: string, b: string): boolean {
  const numbers = clozeNumbers(a);
  const faces = (text: string) =>
    numbers.length === 0
      ? [looks(parseMarkdown(text))]
      : numbers.flatMap((number) => [true, false].map((open) => looks(clozeBlocks(text, number, open))));
  return sameJson(numbers, clozeNumbers(b)) && sameJson(faces(a), faces(b));
}
