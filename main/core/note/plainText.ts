import type { Block, Inline } from "../../contract/face.ts";

/** The text without its form: one line a block, gaps as “…” or, if open, as what is in them. */
export function plainText(content: readonly (Block | Inline)[]): string {
  return content.map(plain).join("");
}

function plain(node: Block | Inline): string {
  if (typeof node === "string") return node;
  switch (node.kind) {
    case "break":
      return "\n";
    case "rule":
      return "";
    case "code":
      return node.text;
    case "codeblock":
      return `${node.text}\n`;
    case "gap":
      return node.open ? plainText(node.children) : "…";
    case "list":
      return node.items.map(plainText).join("");
    case "paragraph":
    case "heading":
      return `${plainText(node.children)}\n`;
    default:
      return plainText(node.children);
  }
}
