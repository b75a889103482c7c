import type { RootContent } from "hast";

/** Elements with room for blocks or for a line, which can be kept around what is edited. */
const containers = new Set(
  "div section article main header footer aside nav center blockquote p h1 h2 h3 h4 h5 h6 address".split(" "),
);
/** Blocks of which nothing can be edited here, or not with what they are given. */
const others = new Set("ul ol pre hr table dl details fieldset figure form hgroup menu dir search".split(" "));

export const isContainer = (tagName: string) => containers.has(tagName);

/** Whether a node begins a line of its own. */
export const isBlock = (node: RootContent) =>
  node.type === "element" && (containers.has(node.tagName) || others.has(node.tagName));

const single = new Set(
  "area base br col embed hr img input li link meta option p param source td th tr track wbr".split(" "),
);

/** How deep the elements of a source may be nested, at most; more than they are where end tags are left out. */
export function depthOf(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const [, close, name = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
    if (single.has(name.toLowerCase())) continue;
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
