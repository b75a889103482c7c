import type { ElementContent, RootContent } from "hast";

/** The bare text of nodes, as it is in the tree. */
export const textOf = (nodes: readonly (ElementContent | RootContent)[]): string =>
  nodes
    .map((node) => (node.type === "text" ? node.value : node.type === "element" ? textOf(node.children) : ""))
    .join("");
