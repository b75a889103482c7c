import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";
import { rich as words } from "../../text/rich.ts";

// The tree of main/contract/rich.ts, node for node and mark for mark. Nothing is read from the DOM but what the person typed:
// foreign HTML comes in as a tree.

const given = { validate: "string" };
const isPixels = (value: unknown) => {
  if (value !== null && typeof value !== "number") throw new RangeError("no number of pixels");
};

/** Something that is not text: a word for screen readers, then what it shows. */
const chip = (kind: string, said: string, shown: string): DOMOutputSpec => [
  "span",
  { class: `chip ${kind}` },
  ["span", { class: "unseen" }, `${said} `],
  ["span", { class: "chip-text", dir: "auto" }, shown],
];

const leaf = (spec: NodeSpec): NodeSpec => ({ group: "inline", inline: true, draggable: true, ...spec });

const nodes = {
  doc: { content: "block+" },
  paragraph: {
    group: "block",
    content: "inline*",
    attrs: { spaced: { default: false, validate: "boolean" } },
    toDOM: ({ attrs }) => ["p", attrs.spaced ? { class: "spaced" } : {}, 0],
    parseDOM: [{ tag: "p" }, { tag: "div" }],
  },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { level: { default: 1, validate: "number" } },
    // Not h1..h3: these are headings of the field, not of the window.
    toDOM: ({ attrs }) => ["p", { class: `face-heading level-${attrs.level}` }, 0],
  },
  quote: { group: "block", content: "block+", defining: true, toDOM: () => ["blockquote", 0] },
  bullets: { group: "block", content: "item+", toDOM: () => ["ul", 0] },
  numbers: {
    group: "block",
    content: "item+",
    attrs: { start: { default: 1, validate: "number" } },
    toDOM: ({ attrs }) => ["ol", { start: attrs.start }, 0],
  },
  item: { content: "block+", defining: true, toDOM: () => ["li", 0] },
  box: {
    group: "block",
    content: "block+",
    attrs: { open: given },
    toDOM: ({ attrs }) => ["div", { class: "box", title: attrs.open }, 0],
  },
  codeBlock: {
    group: "block",
    content: "text*",
    marks: "",
    code: true,
    defining: true,
    attrs: { language: { default: "", ...given } },
    toDOM: ({ attrs }) => ["pre", attrs.language ? { "data-language": attrs.language } : {}, ["code", 0]],
  },
  rule: { group: "block", toDOM: () => ["hr"] },
  rawBlock: {
    group: "block",
    draggable: true,
    attrs: { source: given },
    toDOM: ({ attrs }) => ["div", { class: "raw-block" }, chip("raw", words.raw, attrs.source)],
  },
  text: { group: "inline" },
  break: {
    group: "inline",
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    toDOM: () => ["br"],
    parseDOM: [{ tag: "br" }],
  },
  image: leaf({
    attrs: {
      name: given,
      alt: { default: "", ...given },
      width: { default: null, validate: isPixels },
      height: { default: null, validate: isPixels },
      rest: { default: "", ...given },
    },
    toDOM: ({ attrs }) => chip("image", words.image, attrs.alt || attrs.name),
  }),
  sound: leaf({ attrs: { name: given }, toDOM: ({ attrs }) => chip("sound", words.sound, attrs.name) }),
  math: leaf({
    attrs: { tex: given, display: { default: false, validate: "boolean" } },
    toDOM: ({ attrs }) => chip(attrs.display ? "math display" : "math", words.math, attrs.tex || "\u2003"),
  }),
  raw: leaf({ attrs: { source: given }, toDOM: ({ attrs }) => chip("raw", words.raw, attrs.source) }),
} satisfies Record<string, NodeSpec>;

const plain = (tag: string): MarkSpec => ({ toDOM: () => [tag, 0] });

const colored = (property: "color" | "backgroundColor"): MarkSpec => ({
  attrs: { value: given },
  toDOM: ({ attrs }) => {
    const dom = document.createElement("span");
    dom.style[property] = attrs.value; // a property takes nothing but a colour
    return dom;
  },
});

// In the order of the contract: outer before inner.
const marks = {
  cloze: {
    attrs: {
      number: { validate: "number" },
      hint: { default: "", ...given },
      part: { default: 0, validate: "number" },
    },
    excludes: "",
    inclusive: true,
    toDOM: ({ attrs }) => [
      "mark",
      { class: "cloze", "data-number": attrs.number, ...(attrs.hint && { "data-hint": attrs.hint }) },
      0,
    ],
  },
  link: { attrs: { href: given }, inclusive: false, toDOM: ({ attrs }) => ["a", { title: attrs.href }, 0] },
  styled: {
    attrs: { open: given },
    excludes: "",
    toDOM: ({ attrs }) => ["span", { class: "styled", title: attrs.open }, 0],
  },
  color: colored("color"),
  highlight: colored("backgroundColor"),
  strong: plain("strong"),
  emphasis: plain("em"),
  underline: plain("u"),
  strike: plain("s"),
  sup: plain("sup"),
  sub: plain("sub"),
  code: { ...plain("code"), code: true },
} satisfies Record<string, MarkSpec>;

export const schema = new Schema({ nodes, marks });

export type MarkName = keyof typeof marks;

/** Marks that a Markdown field cannot hold. */
const foreign: readonly string[] = ["underline", "sup", "sub", "color", "highlight", "styled"] satisfies MarkName[];

/** Whether a field of that format can hold the mark. */
export const holds = (format: "markdown" | "html", mark: string): boolean =>
  format === "html" || !foreign.includes(mark);
