import type { Root as Hast } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { toHast } from "mdast-util-to-hast";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { SKIP, visit } from "unist-util-visit";
import { plainMarkdown, tooMuchMarkdown } from "../note/markdown.ts";
import { escapeHtml } from "./entities.ts";

const extensions = [plainMarkdown, gfmStrikethrough({ singleTilde: false }), gfmTable()];
const mdastExtensions = [gfmStrikethroughFromMarkdown(), gfmTableFromMarkdown()];

// As in `note/markdown`: a character of the private use area is neither blank nor punctuation, so marks around it work as around a word.
const mark = "\uE000";
const holes = /\uE000(\d+)\uE000/g;

/** What Markdown must not read: formulas, sounds and what encloses gaps. A formula ends in its paragraph or two. */
const kept =
  /\\\((?:(?!\\\(|\n\s*\n)[\s\S]){1,10000}?\\\)|\\\[(?:(?!\\\[|\n\s*\n)[\s\S]){1,10000}?\\\]|\[sound:[^\]\n]{1,1000}\]|\{\{c\d[\d,]*::|\}\}|\uE000/g;

/**
 * A Markdown field as HTML, before filters: the Markdown of `core/note/markdown`, with tables and pictures. HTML stays visible text,
 * a line break is a break; formulas, sounds and the marks of gaps come out as they went in. A single paragraph comes without its tag.
 */
export function markdownToHtml(text: string): string {
  if (tooMuchMarkdown(text)) return escapeHtml(text).replaceAll("\n", "<br>");
  const fills: string[] = [];
  const dug = text.replace(kept, (whole) => `${mark}${fills.push(whole) - 1}${mark}`);
  const tree = fromMarkdown(dug, { extensions, mdastExtensions });
  const filled = (value: string) => value.replace(holes, (_, index: string) => fills[Number(index)] ?? "");
  visit(tree, (node) => refill(node, filled));
  breakLines(tree);
  const html = toHast(tree) as Hast;
  return toHtml(onlyParagraph(html) ?? html);
}

/** What a paragraph holds if there is nothing else, so that a template may put a short field into a line of its own making. */
function onlyParagraph({ children }: Hast): Hast | null {
  const [first] = children;
  return children.length === 1 && first?.type === "element" && first.tagName === "p"
    ? { type: "root", children: first.children }
    : null;
}

/** Puts what was kept back into whatever text of a node it landed in. */
function refill(node: Nodes, filled: (value: string) => string) {
  if ("value" in node && typeof node.value === "string") node.value = filled(node.value);
  if ("url" in node) node.url = filled(decoded(node.url));
  if ("alt" in node && node.alt) node.alt = filled(node.alt);
  if ("title" in node && node.title) node.title = filled(node.title);
  if (node.type === "code" && node.lang) node.lang = filled(node.lang);
}

function breakLines(tree: Root) {
  visit(tree, "text", (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes("\n")) return;
    const lines = node.value
      .split("\n")
      .flatMap((value, i) => [...(i > 0 ? [{ type: "break" as const }] : []), { type: "text" as const, value }]);
    parent.children.splice(index, 1, ...lines);
    return [SKIP, index + lines.length];
  });
}

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
