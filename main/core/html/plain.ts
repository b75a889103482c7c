import type { Element, ElementContent, Root } from "hast";
import { textOf } from "./textOf.ts";

const lines = new Set(
  `address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header
  hgroup hr legend li main menu nav ol p pre section summary table tr ul caption`.split(/\s+/),
);
const silent = new Set(["audio", "video", "rp", "svg"]);

/**
 * What a side says, for lists and for those who hear it: a line for each block, pictures by their alternative text, formulas by their
 * TeX. Sounds, what is hidden and what is folded away are left out.
 */
export const plain = (tree: Root): string =>
  all(tree.children as ElementContent[], false)
    .replace(/[^\S\n\u2003]+/g, " ")
    .replace(/ ?\n[^\S\u2003]*/g, "\n")
    .replaceAll("\u2003", " ")
    .trim();

const all = (nodes: readonly ElementContent[], pre: boolean): string => nodes.map((node) => one(node, pre)).join("");

function one(node: ElementContent, pre: boolean): string {
  if (node.type === "text") return pre ? node.value.replaceAll(" ", "\u2003") : node.value.replace(/[\s\u2003]+/g, " ");
  if (node.type !== "element" || isHidden(node) || silent.has(node.tagName)) return "";
  const { tagName, properties, children } = node;
  // No author can write this element.
  if (tagName === "mjx-container") return String(properties.dataTex);
  switch (tagName) {
    case "br":
      return "\n";
    case "img":
      return typeof properties.alt === "string" ? properties.alt : "";
    case "a":
      if (isPlayButton(node)) return "";
      break;
    case "rt":
      return `(${textOf(children)})`;
    case "td":
    case "th":
      return `${all(children, pre)} `;
    case "details":
      if (properties.open === undefined) return `\n${all(children.filter(isSummary), pre)}\n`;
  }
  const inner = all(children, pre || tagName === "pre");
  return lines.has(tagName) ? `\n${inner}\n` : inner;
}

const isSummary = (node: ElementContent) => node.type === "element" && node.tagName === "summary";

const isPlayButton = ({ properties }: Element) => String(properties.href ?? "").startsWith("card://play/");

/** Whether an element says of itself that it is not to be seen. */
export const isHidden = ({ properties }: Element): boolean =>
  properties.hidden !== undefined || hiding.test(typeof properties.style === "string" ? properties.style : "");

export const hiding = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!\s*important\s*)?(?=;|$)/i;
