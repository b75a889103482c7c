import { toHtml } from "hast-util-to-html";
import type { RichBlock, RichDoc, RichFormat, RichInline } from "../../../contract/rich.ts";
import { depthOf } from "../html/elements.ts";
import { htmlToRich } from "../html/htmlToRich.ts";
import { parse } from "../html/source.ts";
import { joined, marked } from "../inlines.ts";
import { clean } from "./clean.ts";
import { tableInMarkdown } from "./table.ts";

const deepest = 200;

/**
 * What remains of pasted HTML: words, lines, lists, links, code, tables and the forms that matter. No styles, classes, comments, scripts or
 * pictures (their descriptions stay).
 */
export function cleanPaste(html: string, format: RichFormat): RichDoc {
  // Pictures within the text may be megabytes of it.
  const light = html.replace(/\bdata:[\w/+.-]+;base64,[A-Za-z0-9+/=\s]+/g, "").replace(/\r\n?/g, "\n");
  const text = light.replace(/<!--[\s\S]*?(?:-->|$)|<!\[[^>]*>/g, "");
  const source = depthOf(text) > deepest ? text.replace(/<[^>]*>/g, " ") : text;
  const root = parse(source);
  const { content } = htmlToRich(toHtml({ type: "root", children: clean(root.children) }));
  const blocks = content.flatMap((block) => blockFor(block, format));
  const shown = blocks.filter((block) => block.type !== "paragraph" || block.content);
  return { type: "doc", content: shown.length > 0 ? shown : [{ type: "paragraph", attrs: { spaced: false } }] };
}

function blockFor(block: RichBlock, format: RichFormat): RichBlock[] {
  switch (block.type) {
    case "paragraph":
    case "heading": {
      const all = (block.content ?? []).map((node) => inlineFor(node, format, block.type === "heading"));
      const { content: _, ...bare } = block;
      return [all.length > 0 ? { ...bare, content: joined(all) } : bare];
    }
    case "quote":
    case "box":
      return [{ ...block, content: block.content.flatMap((one) => blockFor(one, format)) }];
    case "bullets":
    case "numbers": {
      const content = block.content.map((item) => ({
        ...item,
        content: item.content.flatMap((one) => blockFor(one, format)),
      }));
      return [{ ...block, content }];
    }
    case "rawBlock": {
      const { source } = block.attrs;
      if (isLayout(source))
        return cleanPaste(source.replace(/<(\/?)(?:table|tr|td|th)\b[^>]*>/g, "<$1div>"), format).content;
      return format === "markdown" ? tableInMarkdown(source) : [block];
    }
    default:
      return [block];
  }
}

/** A table of a single row or column is there for the looks. */
function isLayout(source: string): boolean {
  const rows = source.match(/<tr>/g)?.length ?? 0;
  const cells = source.match(/<t[dh]\b/g)?.length ?? 0;
  return rows <= 1 || cells <= rows;
}

const raised: Readonly<Record<string, string>> = { ...pairs("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ") };
const lowered: Readonly<Record<string, string>> = {
  ...pairs("0123456789+-=()aehklmnopst", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕₖₗₘₙₒₚₛₜ"),
};

function pairs(from: string, to: string): Record<string, string> {
  const written = [...to];
  return Object.fromEntries([...from].map((letter, i) => [letter, written[i] ?? letter]));
}

/** Markdown cannot raise or lower letters, but there are raised and lowered figures. A heading is bold as it is. */
function inlineFor(node: RichInline, format: RichFormat, inHeading: boolean): RichInline {
  const marks = (node.marks ?? []).filter(({ type }) => !inHeading || type !== "strong");
  if (format === "html") return marked(node, marks);
  const has = (type: string) => marks.some((mark) => mark.type === type);
  const letters = has("sup") ? raised : has("sub") ? lowered : null;
  const kept = marks.filter(({ type }) => type !== "sup" && type !== "sub" && type !== "underline");
  if (node.type !== "text" || !letters) return marked(node, kept);
  const all = [...node.text];
  const text = all.every((letter) => letter in letters) ? all.map((letter) => letters[letter]).join("") : node.text;
  return marked({ ...node, text }, kept);
}
