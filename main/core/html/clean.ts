import type { ElementContent, Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { parseHtml } from "./parseHtml.ts";
import { drawn, schema } from "./schema.ts";

/** What is taken apart may come together as something else, and that once more; nothing honest takes longer to settle. */
const rounds = 8;

/**
 * The tree without anything that `schema` does not know. What comes back is exactly what a browser makes of it when it is written and
 * read again: a tree that would turn into another one when it is parsed (“mutation”) is read until it settles. Null if it never does.
 */
export function clean(tree: Root): Root | null {
  let written = toHtml(safe(tree));
  for (let round = 0; round < rounds; round++) {
    const read = parseHtml(written);
    if (!read) return null;
    const cleaned = safe(read);
    const again = toHtml(cleaned);
    if (again === written) return cleaned;
    written = again;
  }
  return null;
}

function safe(tree: Root): Root {
  const cleaned = sanitize(tree, schema) as Root;
  cleaned.children = onlyDrawn(cleaned.children as ElementContent[], false);
  return cleaned;
}

/** Within a drawing an `a` or a `video` is another thing than elsewhere, so nothing but what draws stays there. */
const onlyDrawn = (nodes: readonly ElementContent[], inSvg: boolean): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type !== "element") return [node];
    const children = onlyDrawn(node.children, inSvg || node.tagName === "svg");
    if (inSvg && !drawn.has(node.tagName)) return children;
    node.children = children;
    return [node];
  });
