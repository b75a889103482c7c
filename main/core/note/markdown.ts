import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import type { Block, Inline } from "../../contract/face.ts";

/** Something to stand where `hole(i)` stood in the text; `raw` is what it says inside of code. */
export interface Fill {
  raw: string;
  node: Inline;
}

// A character of the private use area is neither blank nor punctuation, so emphasis around a hole works as around a word.
const mark = "\uE000";
const holes = /\uE000(\d+)\uE000/;
export const hole = (index: number) => `${mark}${index}${mark}`;
/** Makes the marks that a text has of its own harmless, by making them holes that are filled with a mark. */
export const escapeHoles = (text: string, fills: Fill[]) =>
  text.replaceAll(mark, () => hole(fills.push({ raw: mark, node: mark }) - 1));

// The parser needs quadratic time for some texts. Nobody reads a card of this size, so beyond it stays as it was typed.
const longest = 20_000;
const mostMarks = 2_000;
const deepest = 30;
const tooDeep = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){31}/m;

/** HTML stays visible text, and a line such as “[1]: x” does not vanish. */
export const plainMarkdown = { disable: { null: ["htmlFlow", "htmlText", "definition"] } };
const extensions = [plainMarkdown, gfmStrikethrough({ singleTilde: false })];
const mdastExtensions = [gfmStrikethroughFromMarkdown()];

/** Whether a text is more Markdown than anybody reads on a card. */
export const tooMuchMarkdown = (text: string): boolean =>
  text.length > longest || tooDeep.test(text) || markCount(text) > mostMarks;

/**
 * Reads CommonMark into the few things that a face may hold. What is not among them degrades to its text; a line break is a
 * break. `fills` take the places of the holes.
 */
export function parseMarkdown(text: string, fills: readonly Fill[] = []): Block[] {
  if (tooMuchMarkdown(text)) return verbatim(text, fills);
  return blocks(fromMarkdown(text, { extensions, mdastExtensions }).children, fills, 0);
}

const markCount = (text: string) => text.match(/[*_`[\]<>&~]/g)?.length ?? 0;

/** As `parseMarkdown`, flattened to one paragraph. */
export function parseInline(text: string): Inline[] {
  return inlineOf(parseMarkdown(text));
}

function blocks(nodes: readonly RootContent[], fills: readonly Fill[], depth: number): Block[] {
  return nodes.flatMap((node) => block(node, fills, depth));
}

function block(node: RootContent, fills: readonly Fill[], depth: number): Block[] {
  if (depth > deepest) return verbatim(textOf(node), fills);
  switch (node.type) {
    case "paragraph":
    case "heading":
      return [{ kind: node.type, children: inlines(node.children, fills, depth) }];
    case "blockquote":
      return [{ kind: "quote", children: blocks(node.children, fills, depth + 1) }];
    case "list": {
      const items = node.children.map((item) => blocks(item.children, fills, depth + 1));
      return [{ kind: "list", ordered: node.ordered ?? false, items }];
    }
    case "code":
      return [{ kind: "codeblock", text: filled(node.value, fills), language: filled(node.lang ?? "", fills) }];
    case "thematicBreak":
      return [{ kind: "rule" }];
    default:
      return verbatim(textOf(node), fills);
  }
}

function inlines(nodes: readonly PhrasingContent[], fills: readonly Fill[], depth: number): Inline[] {
  return nodes.flatMap((node) => inline(node, fills, depth));
}

function inline(node: PhrasingContent, fills: readonly Fill[], depth: number): Inline[] {
  if (depth > deepest) return lines(textOf(node), fills);
  switch (node.type) {
    case "text":
      return lines(node.value, fills);
    case "delete":
      return [{ kind: "strike", children: inlines(node.children, fills, depth + 1) }];
    case "strong":
    case "emphasis":
      return [{ kind: node.type, children: inlines(node.children, fills, depth + 1) }];
    case "inlineCode":
      return split(node.value, fills, (text) => [{ kind: "code", text }], inCode);
    case "break":
      return [{ kind: "break" }];
    case "link":
      return inlines(node.children, fills, depth + 1);
    case "image":
      return lines(`[${node.alt ?? ""}]`, fills);
    default:
      return lines(textOf(node), fills);
  }
}

/** Text between holes through `write`, holes through `fill`. A number that names no fill is text. */
function split(
  text: string,
  fills: readonly Fill[],
  write: (text: string) => Inline[],
  fill: (fill: Fill) => Inline = ({ node }) => node,
): Inline[] {
  return text.split(holes).flatMap((part, i) => {
    if (i % 2 === 0) return part === "" ? [] : write(part);
    const found = fills[Number(part)];
    return found ? [fill(found)] : write(hole(Number(part)));
  });
}

const lines = (text: string, fills: readonly Fill[]) =>
  split(text, fills, (part) =>
    part
      .split("\n")
      .flatMap((line, i): Inline[] => [...(i > 0 ? [{ kind: "break" } as const] : []), ...(line ? [line] : [])]),
  );

function inCode({ raw, node }: Fill): Inline {
  if (typeof node === "string" || node.kind !== "gap" || !node.open) return node;
  return { ...node, children: [{ kind: "code", text: raw }] };
}

/** A code block is one text, so a gap in it can only be written. */
function filled(text: string, fills: readonly Fill[]): string {
  const written = ({ raw, node }: Fill) =>
    typeof node === "object" && node.kind === "gap" && !node.open ? `[${node.hint || "…"}]` : raw;
  return text
    .split(holes)
    .map((part, i) => {
      if (i % 2 === 0) return part;
      const found = fills[Number(part)];
      return found ? written(found) : hole(Number(part));
    })
    .join("");
}

const verbatim = (text: string, fills: readonly Fill[]): Block[] =>
  text.trim() === "" ? [] : [{ kind: "paragraph", children: lines(text, fills) }];

/** The text of a tree of any depth, without recursion. */
function textOf(root: Nodes): string {
  const parts: string[] = [];
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if ("value" in node) parts.push(node.value);
    if ("children" in node) stack.push(...node.children.toReversed());
  }
  return parts.join("");
}

function inlineOf(content: readonly Block[]): Inline[] {
  return content.flatMap((node, i): Inline[] => {
    const before: Inline[] = i > 0 ? [{ kind: "break" }] : [];
    return [...before, ...inlineOfBlock(node)];
  });
}

function inlineOfBlock(node: Block): Inline[] {
  switch (node.kind) {
    case "paragraph":
    case "heading":
      return node.children;
    case "quote":
      return inlineOf(node.children);
    case "list":
      return inlineOf(node.items.flat());
    case "codeblock":
      return [{ kind: "code", text: node.text }];
    case "rule":
      return [];
  }
}
