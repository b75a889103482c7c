import type { List, RootContent } from "mdast";
import type { RichBlock, RichInline } from "../../../contract/rich.ts";
import { Unholdable } from "../unholdable.ts";
import { fill, type Holed } from "./holes.ts";
import { lineOf } from "./inlines.ts";

/** The block that a node of Markdown is. Throws `Unholdable`. `spaced` as of paragraphs in contract/rich.ts. */
export function blockOf(node: RootContent, holed: Holed, spaced = false): RichBlock {
  switch (node.type) {
    case "paragraph":
      return { type: "paragraph", attrs: { spaced }, ...filled(lineOf(node.children, holed)) };
    case "heading": {
      if (node.depth > 3) throw new Unholdable();
      const level = node.depth as 1 | 2 | 3;
      return { type: "heading", attrs: { level }, ...filled(lineOf(node.children, holed)) };
    }
    case "blockquote":
      return { type: "quote", content: blocksOf(node.children, holed) };
    case "list":
      return listOf(node, holed);
    case "code": {
      if (node.meta) throw new Unholdable();
      const text = fill(node.value, holed);
      const content = text === "" ? {} : { content: [{ type: "text" as const, text }] };
      return { type: "codeBlock", attrs: { language: fill(node.lang ?? "", holed) }, ...content };
    }
    case "thematicBreak":
      return { type: "rule" };
    default:
      throw new Unholdable();
  }
}

const filled = (content: RichInline[]) => (content.length > 0 ? { content } : {});

function blocksOf(nodes: readonly RootContent[], holed: Holed, spaced = false): RichBlock[] {
  if (nodes.length === 0) return [{ type: "paragraph", attrs: { spaced } }];
  return nodes.map((node) => blockOf(node, holed, spaced));
}

function listOf(list: List, holed: Holed): RichBlock {
  const loose = isApart(list.children) || list.children.some(({ children }) => isApart(children));
  const content = list.children.map(({ children }) => ({
    type: "item" as const,
    content: blocksOf(children, holed, loose),
  }));
  return list.ordered ? { type: "numbers", attrs: { start: list.start ?? 1 }, content } : { type: "bullets", content };
}

/** Whether there are empty lines between them. By the lines, since `spread` also counts those behind the last. */
const isApart = (nodes: readonly RootContent[]) =>
  nodes.some((node, i) => {
    const before = nodes[i - 1]?.position?.end.line;
    return before !== undefined && (node.position?.start.line ?? 0) > before + 1;
  });
