import type { Element, RootContent } from "hast";
import type { RichBlock } from "../../../contract/rich.ts";
import { parse } from "../html/source.ts";
import { textOf } from "./text.ts";

/** A table of HTML in Markdown: a table too if it is a plain one, else lines with tabs between the cells. */
export function tableInMarkdown(html: string): RichBlock[] {
  const rows = rowsOf(parse(html).children);
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const plain = rows.length > 1 && width > 1 && rows.every(({ length }) => length === width);
  if (!plain) {
    return rows
      .map((row) => row.join("\t").trim())
      .filter((text) => text !== "")
      .map((text) => ({ type: "paragraph", attrs: { spaced: false }, content: [{ type: "text", text }] }));
  }
  const written = rows.map((row) => `| ${row.map((cell) => cell.replace(/[\\|]/g, "\\$&")).join(" | ")} |`);
  const rule = `| ${Array(width).fill("---").join(" | ")} |`;
  return [{ type: "rawBlock", attrs: { source: [written[0], rule, ...written.slice(1)].join("\n") } }];
}

function rowsOf(nodes: readonly RootContent[]): string[][] {
  const elements = nodes.filter((node): node is Element => node.type === "element");
  return elements.flatMap((node) => {
    if (node.tagName !== "tr") return rowsOf(node.children);
    const cells = node.children.filter((cell) => cell.type === "element" && /^t[dh]$/.test(cell.tagName));
    return [cells.map((cell) => textOf(cell).replace(/\s+/g, " ").trim())];
  });
}
