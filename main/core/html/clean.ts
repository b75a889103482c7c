import type { Root } from "hast";
import { sanitize } from "hast-util-sanitize";
import { toHtml } from "hast-util-to-html";
import { parseHtml } from "./parseHtml.ts";
import { schema } from "./schema.ts";

/** What is taken apart may come together as something else, and that once more; nothing honest takes longer to settle. */
const rounds = 8;

/**
 * The tree without anything that `schema` does not know. What comes back is exactly what a browser makes of it when it is written and
 * read again: a tree that would turn into another one when it is parsed (“mutation”) is read until it settles. Null if it never does.
 */
export function clean(tree: Root): Root | null {
  let written = toHtml(sanitize(tree, schema) as Root);
  for (let round = 0; round < rounds; round++) {
    const read = parseHtml(written);
    if (!read) return null;
    const cleaned = sanitize(read, schema) as Root;
    const again = toHtml(cleaned);
    if (again === written) return cleaned;
    written = again;
  }
  return null;
}
