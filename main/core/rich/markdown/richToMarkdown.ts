import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { type Handle, type Options, toMarkdown } from "mdast-util-to-markdown";
import type { RichDoc } from "../../../contract/rich.ts";
import { rootOf } from "./tree.ts";

/** The field that a document is; what Markdown cannot hold loses its form. `markdownToRich` gives the document back, if it could have given it. */
export function richToMarkdown(doc: RichDoc): string {
  return toMarkdown(rootOf(doc), options).replace(/\n$/, "");
}

/** Within a list or a quote a further line would begin with what those begin with. */
const verbatim: Handle = (node, _parent, state) =>
  state.stack.some((name) => name === "listItem" || name === "blockquote")
    ? node.value.replace(/\s*\n\s*/g, " ")
    : node.value;
(verbatim as Handle & { peek: Handle }).peek = (node) => node.value.slice(0, 1);

/** A line's end is a break on the card; a line without anything in it needs the mark of one. */
const lineEnd: Handle = (node, _parent, state) => {
  if (state.stack.includes("headingAtx")) return " ";
  return node.data?.bare ? "\\\n" : "\n";
};

/**
 * Brackets are left alone, since \[ begins math and nothing is defined that they could refer to: it is enough that none ends a link.
 * Within links they are references of characters.
 */
const text: Handle = (node, parent, state, info) => {
  const siblings = parent?.children ?? [];
  const index = state.indexStack.at(-1) ?? 0;
  const before = node.data?.begins ? "\n" : info.before;
  const safe = state.safe(node.value, {
    ...info,
    before,
    afterNode: siblings[index + 1],
    beforeNode: node.data?.begins ? undefined : siblings[index - 1],
  } as typeof info);
  const inLink = state.stack.includes("label");
  const open = inLink ? "&#91;" : "[";
  const close = inLink ? "&#93;" : "]";
  const unslashed = safe
    .replace(/(?<!\\)((?:\\\\)*)\\\[/g, `$1${open}`)
    .replace(/(?<!\\)((?:\\\\)*)\\\]/g, `$1${close}`)
    .replace(/\]\\\(/g, "\\](");
  return node.data?.inGap ? guarded(unslashed) : unslashed;
};

/** Within a gap two colons would begin its hint, two braces end it. */
const guarded = (source: string) =>
  source.replace(/[:}]$/, (character) => `&#${character.charCodeAt(0)};`).replace(/(?<=:):|(?<=\})\}/g, "\\$&");

const options = {
  bullet: "-",
  rule: "-",
  fences: true,
  listItemIndent: "one",
  extensions: [gfmStrikethroughToMarkdown()],
  handlers: { text, verbatim, break: lineEnd },
} as Options;
