import type { Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { textOf } from "./textOf.ts";

/** The style sheets in a tree, in order, and whether anything in it would have run. Changes nothing. */
export function takeStyles(tree: Root): { sheets: string[]; scripted: boolean } {
  const sheets: string[] = [];
  let scripted = false;
  visit(tree, "element", (node) => {
    if (node.tagName === "script") scripted = true;
    for (const [name, value] of Object.entries(node.properties))
      if (/^on/i.test(name) || (name === "href" && /^\s*javascript:/i.test(String(value)))) scripted = true;
    if (node.tagName !== "style") return;
    const media = String(node.properties.media ?? "all");
    const sheet = textOf(node.children);
    sheets.push(media === "all" ? sheet : `@media ${media} { ${sheet} }`);
    return SKIP;
  });
  return { sheets, scripted };
}
