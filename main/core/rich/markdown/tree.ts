import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent } from "mdast";
import type { RichBlock, RichDoc, RichInline, RichItem, RichMark } from "../../../contract/rich.ts";
import { joined, marked } from "../inlines.ts";
import { type Layer, layers } from "../layers.ts";
import { media } from "./holes.ts";
import { loosened } from "./loosened.ts";

/** A document as a tree of Markdown. What is written as it stands is a node `verbatim` { value }. */
export function rootOf({ content }: RichDoc): Root {
  return { type: "root", children: blocks(content) as RootContent[] };
}

type Block = BlockContent | { type: "verbatim"; value: string };

/** Markdown has no empty paragraphs. */
const blocks = (content: readonly RichBlock[]): Block[] => content.flatMap(block);

function block(node: RichBlock): Block[] {
  switch (node.type) {
    case "paragraph": {
      const children = line(node.content);
      return children.length > 0 ? [{ type: "paragraph", children }] : [];
    }
    case "heading":
      return [{ type: "heading", depth: node.attrs.level, children: line(node.content) }];
    case "quote":
      return [{ type: "blockquote", children: blocks(node.content) as BlockContent[] }];
    case "bullets":
      return [list(node.content, null)];
    case "numbers":
      return [list(node.content, node.attrs.start)];
    case "box":
      return blocks(node.content);
    case "codeBlock": {
      const value = (node.content ?? []).map(({ text }) => text).join("");
      return [{ type: "code", value, lang: node.attrs.language || null }];
    }
    case "rule":
      return [{ type: "thematicBreak" }];
    case "rawBlock":
      return [{ type: "verbatim", value: node.attrs.source }];
  }
}

function list(items: readonly RichItem[], start: number | null): List {
  const spread = items.some(({ content }) => content.some((one) => one.type === "paragraph" && one.attrs.spaced));
  const children = items.map(({ content }) => item(content, spread));
  return { type: "list", ordered: start !== null, start, spread, children };
}

const item = (content: readonly RichBlock[], spread: boolean): ListItem => ({
  type: "listItem",
  spread,
  children: blocks(content) as BlockContent[],
});

const lost: ReadonlySet<RichMark["type"]> = new Set(["underline", "sup", "sub", "color", "highlight", "styled"]);

function line(content: readonly RichInline[] = []): PhrasingContent[] {
  const kept = content.map((node) =>
    marked(
      node,
      (node.marks ?? []).filter(({ type }) => !lost.has(type)),
    ),
  );
  while (kept.at(-1)?.type === "break") kept.pop();
  return phrasing(layers(joined(loosened(kept))), false);
}

function phrasing(all: readonly Layer[], inGap: boolean): PhrasingContent[] {
  return all.flatMap((layer, i) =>
    "mark" in layer ? form(layer.mark, layer.content, inGap) : leaf(layer.node, inGap, all[i - 1], i === 0),
  );
}

function form(mark: RichMark, content: readonly Layer[], inGap: boolean): PhrasingContent[] {
  const children = () => phrasing(content, inGap);
  switch (mark.type) {
    case "cloze":
      return gap(mark.attrs, phrasing(content, true));
    case "strong":
    case "emphasis":
      return [{ type: mark.type, children: children() }];
    case "strike":
      return [{ type: "delete", children: children() }];
    case "link":
      return [{ type: "link", url: mark.attrs.href, children: children() }];
    case "code":
      return content.flatMap((layer, i) => {
        if (!("mark" in layer) && layer.node.type === "text") return [{ type: "inlineCode", value: layer.node.text }];
        return "mark" in layer ? [] : leaf(layer.node, inGap, content[i - 1], false);
      });
    default:
      return children();
  }
}

/** What begins a gap is shown alone when it is asked, so it must not look like the beginning of a list or a heading. */
function gap({ number, hint }: { number: number; hint: string }, content: PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = content;
  const begun = first?.type === "text" ? [{ ...first, data: { ...first.data, begins: true } }, ...others] : content;
  const words = hint === "" ? "" : `::${hint.replace(/\}(?=\}|$)/g, "} ")}`;
  return [verbatim(`{{c${number}::`), ...begun, verbatim(`${words}}}`)];
}

const verbatim = (value: string) => ({ type: "verbatim", value }) as unknown as PhrasingContent;

/** A text in which someone typed a formula or a sound has one: no sign could say that it is none. */
function words(text: string, inGap: boolean): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  let at = 0;
  const add = (value: string) => value !== "" && all.push({ type: "text", value, data: { inGap } as object });
  for (const { index, 0: found } of text.matchAll(media)) {
    add(text.slice(at, index));
    all.push(verbatim(found));
    at = index + found.length;
  }
  add(text.slice(at));
  return all;
}

function leaf(node: RichInline, inGap: boolean, before: Layer | undefined, first: boolean): PhrasingContent[] {
  switch (node.type) {
    case "text":
      return words(node.text, inGap);
    case "break": {
      const bare = first || (before !== undefined && "node" in before && before.node.type === "break");
      return [{ type: "break", data: { bare } as object }];
    }
    case "image":
      return [{ type: "image", url: node.attrs.name, alt: node.attrs.alt }];
    case "sound":
      return [verbatim(`[sound:${node.attrs.name}]`)];
    case "math": {
      const tex = inGap ? node.attrs.tex.replace(/\}(?=\})/g, "} ").replace(/:(?=:)/g, ": ") : node.attrs.tex;
      return [verbatim(node.attrs.display ? `\\[${tex}\\]` : `\\(${tex}\\)`)];
    }
    case "raw":
      return [verbatim(node.attrs.source)];
  }
}
