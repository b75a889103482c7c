import type { ElementContent, Root } from "hast";
import { hiding } from "./plain.ts";

/** Shows what elements themselves hide. Only for a side of which nothing is left to see because a script was to show it. */
export function reveal(tree: Root): void {
  const visit = (nodes: readonly ElementContent[]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      const { hidden, style, ...properties } = node.properties;
      const left = typeof style === "string" ? style.replace(hiding, "") : "";
      node.properties = left.trim() ? { ...properties, style: left } : properties;
      visit(node.children);
    }
  };
  visit(tree.children as ElementContent[]);
}
