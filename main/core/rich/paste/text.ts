import type { Nodes } from "hast";

/** The characters of a node and all within it. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/**
 * Text without what other programs put between the letters: soft hyphens, marks of no width, and blanks that must not break, except where
 * French and numbers want them.
 */
export const tidyText = (text: string) =>
  text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").replace(/(?<![«‹\d])[\u00a0\u202f](?![:;!?»›%\d])/g, " ");
