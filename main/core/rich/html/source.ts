import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

export const parse = (html: string) => fromHtml(html, { fragment: true });

/** Text as the source of HTML. */
export const escapeText = (text: string) =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\u00a0/g, "&nbsp;");

export const escapeAttribute = (text: string) => escapeText(text).replace(/"/g, "&quot;");

/** The characters that a text in the source of HTML means. */
export function decode(source: string): string {
  if (!source.includes("&")) return source;
  return parse(source)
    .children.map((node) => (node.type === "text" ? node.value : ""))
    .join("");
}

/** The source of a node as it was written; null where the parser made it up. */
export function sliceOf(html: string, { position }: Nodes): string | null {
  const [from, to] = [position?.start.offset, position?.end.offset];
  return from === undefined || to === undefined ? null : html.slice(from, to);
}

/** As `sliceOf`, and closed, so that it can stand before something else. */
export function wholeSlice(html: string, node: Nodes): string | null {
  const source = sliceOf(html, node);
  if (source === null || node.type !== "element" || isVoid(node.tagName)) return source;
  return isClosed(source, node.tagName) ? source : `${source}</${node.tagName}>`;
}

/** A name from outside may hold what a regular expression would read as its own. */
const isClosed = (source: string, tagName: string): boolean =>
  source.endsWith(">") && source.slice(0, -1).trimEnd().toLowerCase().endsWith(`</${tagName.toLowerCase()}`);

const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const isVoid = (tagName: string) => voids.has(tagName);

export interface Attribute {
  /** Lower case. */
  name: string;
  /** As written, with the blank before it. */
  source: string;
}

/** The attributes of an element in the order of the source; null where the parser made it up. */
export function attributesOf(html: string, node: Element): Attribute[] | null {
  const tag = startTag(html, node);
  if (tag === null) return null;
  const rest = tag.slice(node.tagName.length + 1).replace(/\s*\/?>$/, "");
  const found = rest.matchAll(/[\s/]+([^\s=>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?/g);
  return [...found].map(([source, name = ""]) => ({ name: name.toLowerCase(), source: ` ${source.trim()}` }));
}

/** The start tag of an element as written; null where the parser made it up, or where it holds a “>” of its own. */
export function startTag(html: string, node: Element): string | null {
  const source = sliceOf(html, node);
  const tag = source === null ? null : /^<[a-z][^>]*>/i.exec(source)?.[0];
  return tag && quotesMatch(tag) ? tag : null;
}

function quotesMatch(tag: string): boolean {
  const left = tag.replace(/=\s*(?:"[^"]*"|'[^']*')/g, "");
  return !/=\s*["']/.test(left);
}
