import type { Element, RootContent } from "hast";
import type { RichBlock, RichInline, RichItem, RichMark } from "../../../contract/rich.ts";
import { settleGaps } from "../gaps.ts";
import { marked, withMark } from "../inlines.ts";
import type { Piece } from "../pieces.ts";
import { Unholdable } from "../unholdable.ts";
import { codeOf } from "./code.ts";
import { isBlock, isContainer } from "./elements.ts";
import { imageOf } from "./image.ts";
import { collapsed, finished } from "./line.ts";
import { marksOf } from "./marks.ts";
import { escapeText, startTag, wholeSlice } from "./source.ts";
import { textPieces } from "./textPieces.ts";

/** Blocks that are being read, and the line that is not yet one. */
interface Flow {
  html: string;
  blocks: RichBlock[];
  line: Piece[];
  spaced: boolean;
}

type Marks = readonly RichMark[];

/** The blocks that nodes make. Throws `Unholdable`. */
export function blocksOf(html: string, nodes: readonly RootContent[], marks: Marks = [], spaced = false): RichBlock[] {
  const flow: Flow = { html, blocks: [], line: [], spaced };
  for (const node of nodes) read(flow, node, marks);
  endLine(flow);
  return flow.blocks;
}

function endLine(flow: Flow): void {
  const content = finished(settled(flow.line));
  flow.line = [];
  if (content) flow.blocks.push({ type: "paragraph", attrs: { spaced: flow.spaced }, ...filled(content) });
}

const filled = (content: RichInline[]) => (content.length > 0 ? { content } : {});

function settled(line: readonly Piece[]): RichInline[] {
  const inlines = settleGaps(collapsed(line), escapeText);
  if (!inlines) throw new Unholdable();
  return inlines;
}

function read(flow: Flow, node: RootContent, marks: Marks): void {
  if (node.type === "text") flow.line.push(...textPieces(flow.html, node, marks));
  else if (node.type !== "element") raw(flow, node, marks);
  else if (!readBlock(flow, node, marks)) readInline(flow, node, marks);
}

function raw(flow: Flow, node: RootContent, marks: Marks): void {
  const source = wholeSlice(flow.html, node);
  if (source === null) throw new Unholdable();
  flow.line.push({ kind: "inline", node: marked({ type: "raw", attrs: { source } }, marks) });
}

function readInline(flow: Flow, node: Element, marks: Marks): void {
  if (node.tagName === "br" && Object.keys(node.properties).length === 0) {
    flow.line.push({ kind: "inline", node: marked({ type: "break" }, marks) });
    return;
  }
  const image = node.tagName === "img" ? imageOf(flow.html, node) : null;
  if (image) {
    flow.line.push({ kind: "inline", node: marked(image, marks) });
    return;
  }
  const own = marksOf(flow.html, node, marks);
  if (!own || (node.children.length === 0 && !isEmptyForm(own))) raw(flow, node, marks);
  else for (const child of node.children) read(flow, child, own.reduce<Marks>(withMark, marks));
}

/** Bold around nothing is nothing; an anchor may be a target. */
const isEmptyForm = (marks: Marks) => marks.every(({ type }) => type !== "styled" && type !== "link");

/** False if the element is none of a block's. */
function readBlock(flow: Flow, node: Element, marks: Marks): boolean {
  const { tagName, children } = node;
  const bare = Object.keys(node.properties).length === 0;
  const put = (...blocks: RichBlock[]) => {
    endLine(flow);
    flow.blocks.push(...blocks);
    return true;
  };
  if (tagName === "div" && bare) return put(...blocksOf(flow.html, children, marks, flow.spaced));
  if (tagName === "p" && bare) return put(...blocksOf(flow.html, children, marks, true));
  if (/^h[123]$/.test(tagName) && bare) return put(heading(flow.html, node, marks));
  if (tagName === "blockquote" && bare) return put({ type: "quote", content: inner(flow.html, children, marks) });
  if (tagName === "hr" && bare) return put({ type: "rule" });
  if (tagName === "ul" && bare) return put({ type: "bullets", content: items(flow.html, node, marks) });
  const start = tagName === "ol" ? startOf(node) : null;
  if (start !== null) return put({ type: "numbers", attrs: { start }, content: items(flow.html, node, marks) });
  const code = tagName === "pre" ? codeOf(flow.html, node) : null;
  if (code) return put(code);
  if (isContainer(tagName)) {
    const open = startTag(flow.html, node);
    if (open === null) throw new Unholdable();
    return put({ type: "box", attrs: { open }, content: inner(flow.html, children, marks) });
  }
  return isBlock(node) && put(rawBlock(flow.html, node));
}

function rawBlock(html: string, node: RootContent): RichBlock {
  const source = wholeSlice(html, node);
  if (source === null) throw new Unholdable();
  return { type: "rawBlock", attrs: { source } };
}

/** At least one block, since a container shows even when it is empty. */
function inner(html: string, nodes: readonly RootContent[], marks: Marks): RichBlock[] {
  const blocks = blocksOf(html, nodes, marks);
  return blocks.length > 0 ? blocks : [{ type: "paragraph", attrs: { spaced: false } }];
}

function heading(html: string, node: Element, marks: Marks): RichBlock {
  const level = Number(node.tagName[1]) as 1 | 2 | 3;
  const [only = null, ...others] = blocksOf(html, node.children, marks);
  if (others.length > 0 || (only && only.type !== "paragraph")) return rawBlock(html, node);
  return { type: "heading", attrs: { level }, ...filled(only?.content ?? []) };
}

const startOf = ({ properties: { start = 1, ...others } }: Element) =>
  Object.keys(others).length === 0 && /^\d{1,9}$/.test(String(start)) ? Number(start) : null;

function items(html: string, list: Element, marks: Marks): RichItem[] {
  const elements = list.children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const all = elements.map((node): RichItem => {
    const isItem = node.type === "element" && node.tagName === "li" && Object.keys(node.properties).length === 0;
    if (!isItem) throw new Unholdable();
    return { type: "item", content: inner(html, node.children, marks) };
  });
  if (all.length === 0) throw new Unholdable();
  return all;
}
