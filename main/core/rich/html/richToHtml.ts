import type { RichBlock, RichDoc, RichInline, RichItem, RichMark } from "../../../contract/rich.ts";
import { type Layer, layers } from "../layers.ts";
import { escapeAttribute, escapeText } from "./source.ts";

/** The field that a document is. `htmlToRich` gives the document back, if it is one that it could have given. */
export function richToHtml({ content }: RichDoc): string {
  return content.length === 1 ? within(content, "") : blocksToHtml(content);
}

/** Blocks that stand among others. */
export const blocksToHtml = (content: readonly RichBlock[]): string => content.map(block).join("");

/** Blocks of a container: a line alone, or before lists only, needs no element of its own. `empty` is what an empty line is then. */
function within(content: readonly RichBlock[], empty: string): string {
  const [first, ...others] = content;
  const isLine = first?.type === "paragraph" && !first.attrs.spaced;
  if (!isLine || !others.every(({ type }) => type === "bullets" || type === "numbers")) return blocksToHtml(content);
  if (first.content) return line(first.content, false) + blocksToHtml(others);
  return others.length === 0 ? empty : blocksToHtml(content);
}

function block(node: RichBlock): string {
  switch (node.type) {
    case "paragraph":
      return element(node.attrs.spaced ? "p" : "div", line(node.content ?? [], false) || "<br>");
    case "heading":
      return element(`h${node.attrs.level}`, line(node.content ?? [], false));
    case "quote":
      return element("blockquote", within(node.content, "<br>"));
    case "bullets":
      return element("ul", node.content.map(item).join(""));
    case "numbers":
      return element(
        "ol",
        node.content.map(item).join(""),
        node.attrs.start === 1 ? "" : ` start="${node.attrs.start}"`,
      );
    case "box":
      return box(node.attrs.open, node.content);
    case "codeBlock":
      return code(node.attrs.language, (node.content ?? []).map(({ text }) => text).join(""));
    case "rule":
      return "<hr>";
    case "rawBlock":
      return node.attrs.source;
  }
}

const element = (name: string, content: string, attributes = "") => `<${name}${attributes}>${content}</${name}>`;

const item = ({ content }: RichItem) => element("li", within(content, ""));

const nameOf = (open: string) => /^<([a-z][^\s/>]*)/i.exec(open)?.[1]?.toLowerCase() ?? "div";

/** Of elements that hold a line only, each line gets one. */
function box(open: string, content: readonly RichBlock[]): string {
  const name = nameOf(open);
  if (!/^(p|h[1-6])$/.test(name)) return `${open}${within(content, "")}</${name}>`;
  return content
    .map((one) => (one.type === "paragraph" ? `${open}${line(one.content ?? [], false)}</${name}>` : block(one)))
    .join("");
}

function code(language: string, text: string): string {
  if (language !== "")
    return element("pre", element("code", escapeText(text), ` class="language-${escapeAttribute(language)}"`));
  // The first line's end in a `pre` does not count.
  return element("pre", `${text.startsWith("\n") ? "\n" : ""}${escapeText(text)}`);
}

/** A break at the end shows nothing by itself, so it takes two. */
function line(content: readonly RichInline[], inGap: boolean): string {
  const closed = content.at(-1)?.type === "break" ? [...content, ...content.slice(-1)] : content;
  return written(layers(closed), inGap);
}

const written = (all: readonly Layer[], inGap: boolean): string =>
  all.map((layer) => ("mark" in layer ? mark(layer.mark, layer.content, inGap) : leaf(layer.node, inGap))).join("");

const elements: Readonly<Record<string, string>> = {
  strong: "b",
  emphasis: "i",
  underline: "u",
  strike: "s",
  sup: "sup",
  sub: "sub",
  code: "code",
};

function mark(mark: RichMark, content: readonly Layer[], inGap: boolean): string {
  switch (mark.type) {
    case "cloze": {
      const hint = mark.attrs.hint === "" ? "" : `::${guarded(escapeText(mark.attrs.hint), /\}(?=\}|$)/g)}`;
      return `{{c${mark.attrs.number}::${written(content, true)}${hint}}}`;
    }
    case "link":
      return element("a", written(content, inGap), ` href="${guardedIn(inGap, escapeAttribute(mark.attrs.href))}"`);
    case "styled":
      return `${mark.attrs.open}${written(content, inGap)}</${nameOf(mark.attrs.open)}>`;
    case "color":
      return element("span", written(content, inGap), ` style="color: ${mark.attrs.value};"`);
    case "highlight":
      return element("span", written(content, inGap), ` style="background-color: ${mark.attrs.value};"`);
    default:
      return element(elements[mark.type] ?? "span", written(content, inGap));
  }
}

function leaf(node: RichInline, inGap: boolean): string {
  switch (node.type) {
    case "text":
      return guardedIn(inGap, spaces(escapeText(node.text)));
    case "break":
      return "<br>";
    case "image": {
      const { name, alt, width, height, rest } = node.attrs;
      const own = [
        ["src", name],
        ["alt", alt],
        ["width", width ?? ""],
        ["height", height ?? ""],
      ] as const;
      const given = own.filter(([key, value]) => key === "src" || value !== "");
      const text = given
        .map(([key, value]) => ` ${key}="${guardedIn(inGap, escapeAttribute(String(value)))}"`)
        .join("");
      return `<img${text}${rest}>`;
    }
    case "sound":
      return `[sound:${escapeText(node.attrs.name)}]`;
    case "math": {
      const tex = guardedIn(inGap, escapeText(node.attrs.tex), /:(?=:)|\}(?=\})/g);
      return node.attrs.display ? `\\[${tex}\\]` : `\\(${tex}\\)`;
    }
    case "raw":
      return node.attrs.source;
  }
}

/** A browser would show many blanks as one. */
const spaces = (source: string) => source.replace(/ {2,}/g, (blanks) => ` ${"&nbsp;".repeat(blanks.length - 1)}`);

/** Within a gap two colons would begin its hint, two braces end it. */
const guardedIn = (inGap: boolean, source: string, pattern = /:(?=:|$)|\}(?=\}|$)/g) =>
  inGap ? guarded(source, pattern) : source;
const guarded = (source: string, pattern: RegExp) =>
  source.replace(pattern, (character) => `&#${character.charCodeAt(0)};`);
