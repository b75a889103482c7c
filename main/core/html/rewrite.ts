import type { Element, ElementContent, Root } from "hast";
import { cleanCss } from "./css.ts";
import { type Draft, styleAddress } from "./draft.ts";
import { fill, soundsIn } from "./fill.ts";
import { holeTag } from "./holes.ts";
import { image, player } from "./players.ts";
import { textOf } from "./textOf.ts";

interface Context {
  /** Within a link, where no other may stand. */
  link: boolean;
  svg: boolean;
  /** Within what SVG draws only by reference: such things could refer to each other until drawing takes for ever. */
  definition: boolean;
  pre: boolean;
}

const definitions = new Set(["clipPath", "mask", "marker", "defs"]);

/** Makes a clean tree a face: addresses lead to our own protocols or nowhere, holes are filled, code is coloured. */
export function rewrite(tree: Root, draft: Draft): Root {
  const context = { link: false, svg: false, definition: false, pre: false };
  return { type: "root", children: children(tree.children as ElementContent[], draft, context) };
}

const children = (nodes: readonly ElementContent[], draft: Draft, context: Context): ElementContent[] =>
  nodes.flatMap((node) => (node.type === "element" ? rewritten(node, draft, context) : [node]));

function rewritten(node: Element, draft: Draft, outer: Context): ElementContent[] {
  if (node.tagName === holeTag) return fill(node, draft, outer.svg);
  const context = {
    link: outer.link || node.tagName === "a",
    svg: outer.svg || node.tagName === "svg",
    definition: outer.definition || definitions.has(node.tagName),
    pre: outer.pre || node.tagName === "pre",
  };
  restyle(node, draft, context);
  switch (node.tagName) {
    case "img":
      return [image(node, draft)];
    case "audio":
    case "video":
      return [player(node, draft)];
    case "source":
      return [];
    case "picture":
      return children(node.children, draft, outer);
    case "a":
      direct(node, draft, outer.link);
      break;
    case "code":
      if (outer.pre) color(node, draft);
      break;
  }
  node.children = children(node.children, draft, context);
  return [node];
}

/** Gives a link its number, by which the window knows its address; one that leads nowhere becomes plain text. */
function direct(node: Element, draft: Draft, nested: boolean) {
  const href = String(node.properties.href ?? "").trim();
  delete node.properties.href;
  const to = nested || soundsIn(node, draft) ? null : target(href, draft);
  if (to !== null) node.properties.href = to;
  else node.tagName = "span";
}

function target(href: string, draft: Draft): string | null {
  if (/^#\S+$/.test(href)) return href;
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return null;
  const number = draft.links.get(href) ?? draft.links.size;
  draft.links.set(href, number);
  return `card://link/${number}`;
}

/** Every style of an element, those that SVG writes as attributes among them. */
function restyle(node: Element, draft: Draft, { svg, definition }: Context) {
  const clean = (css: string) => cleanCss(css, styleAddress(draft, !definition));
  for (const [name, value] of Object.entries(node.properties)) {
    if (typeof value !== "string") continue;
    if (name === "style") node.properties[name] = clean(value);
    // Only a function or an escape can hide an address; numbers and paths, which may be long, are none.
    else if (svg && painted.has(name) && /[\\(]/.test(value)) node.properties[name] = clean(value);
  }
}

const painted = new Set(
  "fill stroke clipPath mask markerStart markerMid markerEnd stopColor color fontFamily".split(" "),
);

/** Colours a block of code whose language its class names. What has marks of its own inside keeps them. */
function color(node: Element, draft: Draft) {
  const classes = Array.isArray(node.properties.className) ? node.properties.className.map(String) : [];
  const language = classes.find((one) => one.startsWith("language-"))?.slice("language-".length);
  if (!language || node.children.some(({ type }) => type !== "text")) return;
  const colored = draft.typesetting?.code(textOf(node.children), language);
  if (colored) node.children = colored;
}
