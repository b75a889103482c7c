import type { Element, ElementContent, RootContent } from "hast";
import { classesOf, isJunk, namesOf } from "./styles.ts";
import { textOf, tidyText } from "./text.ts";
import { wordLists } from "./wordLists.ts";

const dropped = new Set(
  "script style meta link title head template noscript svg canvas object embed iframe audio video source form input button select textarea map area colgroup caption rp rt".split(
    " ",
  ),
);
const kept = new Set("ul ol li blockquote h1 h2 h3 table tr td th".split(" "));
const lines = new Set(
  "p div section article main header footer aside nav center figure figcaption address dl dt dd details summary fieldset h4 h5 h6 body html".split(
    " ",
  ),
);
const transparent = new Set("tbody thead tfoot".split(" "));

const element = (tagName: string, children: RootContent[], properties: Element["properties"] = {}): Element => ({
  type: "element",
  tagName,
  properties,
  children: children as ElementContent[],
});

/** The nodes that remain of pasted ones: text, and the few elements that matter, without attributes. */
export function clean(nodes: readonly RootContent[], inLink = false): RootContent[] {
  return wordLists(nodes).flatMap((node) => cleanNode(node, inLink));
}

function cleanNode(node: RootContent, inLink: boolean): RootContent[] {
  if (node.type === "text") return [{ type: "text", value: tidyText(node.value) }];
  if (node.type !== "element" || isJunk(node)) return [];
  const tex = texOf(node);
  if (tex !== null) return [{ type: "text", value: tex }];
  const { tagName } = node;
  if (dropped.has(tagName)) return [];
  if (tagName === "br" || tagName === "hr") return [element(tagName, [])];
  if (tagName === "img") return altOf(node);
  if (tagName === "pre") return [codeOf(node)];
  const href = tagName === "a" ? hrefOf(node) : null;
  const inner = clean(node.children, inLink || href !== null);
  if (href !== null) return [element("a", inner, { href })];
  if (kept.has(tagName)) return keep(node, inner);
  if (transparent.has(tagName)) return inner;
  if (/^h[456]$/.test(tagName)) return [element("div", [element("b", inner)])];
  if (tagName.includes(":") && textOf(node).trim() === "") return [];
  const content = namesOf(node, inLink).reduce<RootContent[]>((all, name) => wrapped(name, all), inner);
  return lines.has(tagName) ? [element("div", content)] : content;
}

/** A form around blocks is put into each of them, since it holds lines only. */
function wrapped(name: string, nodes: RootContent[]): RootContent[] {
  const isBlock = (node: RootContent) =>
    node.type === "element" && (kept.has(node.tagName) || /^(div|hr|pre)$/.test(node.tagName));
  if (!nodes.some(isBlock)) return [element(name, nodes)];
  return nodes.map((node) => {
    if (node.type !== "element" || !isBlock(node))
      return node.type === "text" && node.value.trim() === "" ? node : element(name, [node]);
    if (/^(hr|pre)$/.test(node.tagName)) return node;
    return { ...node, children: wrapped(name, node.children) as ElementContent[] };
  });
}

function keep({ tagName, properties }: Element, inner: RootContent[]): RootContent[] {
  if (tagName === "ul" || tagName === "ol") {
    const items = itemsOf(inner);
    return items.length > 0 ? [element(tagName, items)] : [];
  }
  if (tagName !== "td" && tagName !== "th") return [element(tagName, inner)];
  const spans = ["colSpan", "rowSpan"].filter((name) => Number(properties[name]) > 1);
  return [element(tagName, inner, Object.fromEntries(spans.map((name) => [name, Number(properties[name])])))];
}

/** Lists directly within lists belong to the item before. */
function itemsOf(nodes: readonly RootContent[]): Element[] {
  const items: Element[] = [];
  for (const node of nodes) {
    if (node.type === "text" && node.value.trim() === "") continue;
    const last = items.at(-1);
    if (node.type === "element" && node.tagName === "li") items.push(node);
    else if (last && node.type === "element" && /^[uo]l$/.test(node.tagName)) last.children.push(node);
    else items.push(element("li", [node]));
  }
  return items;
}

/** The TeX that a formula of KaTeX, MediaWiki or MathML was made from, in the notation of fields; null if there is none. */
function texOf(node: Element): string | null {
  const isMath = node.tagName === "math" || classesOf(node).some((name) => /^(katex|mwe-math-element)$/.test(name));
  const tex = isMath ? annotation(node)?.trim() : undefined;
  if (tex === undefined) return null;
  const bare = /^\{\\displaystyle ([\s\S]*)\}$/.exec(tex)?.[1] ?? tex;
  return `\\(${bare}\\)`;
}

function annotation(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const isTex = child.tagName === "annotation" && child.properties.encoding === "application/x-tex";
    const found = isTex ? textOf(child) : annotation(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Pictures come as files of their own, or not at all: nothing is fetched. */
const altOf = ({ properties: { alt } }: Element): RootContent[] =>
  typeof alt === "string" && alt.trim() !== "" ? [{ type: "text", value: alt.trim() }] : [];

const hrefOf = ({ properties: { href } }: Element): string | null =>
  typeof href === "string" && /^(https?|mailto):/i.test(href.trim()) ? href.trim() : null;

function codeOf(node: Element): Element {
  const names = [node, ...node.children].flatMap((one) => (one.type === "element" ? classesOf(one) : []));
  const language = names
    .map((name) => /^(?:language|lang|highlight-source)-([-+#.\w]{1,50})$/.exec(name)?.[1])
    .find(Boolean);
  const text: RootContent = { type: "text", value: preText(node).replace(/\n$/, "") };
  return element("pre", language ? [element("code", [text], { className: [`language-${language}`] })] : [text]);
}

const preText = (node: RootContent): string =>
  node.type === "element" && node.tagName === "br"
    ? "\n"
    : "children" in node
      ? node.children.map(preText).join("")
      : textOf(node);
