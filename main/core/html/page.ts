import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Sound } from "../../contract/face.ts";
import { occlusionCss } from "../occlusion/overlay.ts";
import { clean } from "./clean.ts";
import { cleanCss } from "./css.ts";
import { newDraft, styleAddress } from "./draft.ts";
import { digHoles, longestSide, marksElsewhere } from "./holes.ts";
import type { Stock } from "./media.ts";
import { occlude, takeOcclusions } from "./occlude.ts";
import { parseHtml } from "./parseHtml.ts";
import { element, words } from "./pieces.ts";
import { plain } from "./plain.ts";
import { reveal } from "./reveal.ts";
import { rewrite } from "./rewrite.ts";
import { stripHtml } from "./strip.ts";
import { takeStyles } from "./takeStyles.ts";
import type { Typesetting } from "./typesetting.ts";
import { unembed } from "./unembed.ts";
import { unscript } from "./unscript.ts";

export interface PageSource extends Stock {
  /** A rendered side (`core/template`), as it came. */
  html: string;
  /** Of an answer, the rendered question: where the answer repeats it whole, its sounds are the question's. */
  front?: string;
  /** The style of the note type. */
  css: string;
  /** From `typeset`, of the same HTML. Without it formulas stay source and code uncoloured. */
  typesetting?: Typesetting | undefined;
}

/** One side of a card that cannot bite. */
export interface Page {
  /** HTML for the `<div id="qa">` of a page: a browser reads exactly the tree that was meant. */
  body: string;
  css: string;
  /** What it says, for lists and for those who hear it. */
  text: string;
  /** In order of appearance; `card://play/<n>` plays the one at n. */
  sounds: Sound[];
  /** Indices of the sounds that play when the side appears. An answer does not say again what its question said. */
  autoplay: number[];
  /** `card://link/<n>` leads to the address at n. */
  links: string[];
  /** Addresses of what would have to be fetched from the web, each once. */
  remote: string[];
  /** Whether the author counted on a script. None runs. */
  scripted: boolean;
  /** Names of files that the collection does not have. */
  missing: string[];
}

/** Characters of its text that are shown of a side that cannot be drawn. */
const glimpse = 20_000;

/**
 * Makes a page of a rendered side: cleaned, its media, links and sounds leading to our own protocols or nowhere, formulas typeset. Pure
 * and total: whatever the side holds, there is a page, if only one that says why there is no more.
 */
export function page(source: PageSource): Page {
  const { html } = source;
  if (html.length > longestSide)
    return glimpseOf(source, "This side is larger than a million characters, so it is not drawn.");
  const dug = digHoles(html);
  const read = parseHtml(dug.html);
  const occlusions = read && takeOcclusions(read);
  const styles = read && takeStyles(read);
  if (read) unembed(read);
  if (read) unscript(read);
  const tree = read && clean(read);
  if (!tree || !styles) return glimpseOf(source, "This side holds too many tags, or nests them too deep, to be drawn.");
  const draft = newDraft(source, dug.holes, source.typesetting);
  const face = rewrite(tree, draft);
  const sheets = [source.css, ...styles.sheets].map((sheet) => cleanCss(sheet, styleAddress(draft, false)));
  if (occlusions && occlude(face, occlusions)) sheets.unshift(occlusionCss);
  if (styles.scripted && isBlank(face)) reveal(face);
  const repeated = rangeOf(source.front ?? "", html);
  return {
    body: toHtml(face),
    css: sheets.join("\n"),
    text: plain(face),
    sounds: draft.sounds,
    autoplay: draft.soundHoles.flatMap(({ at }, i) => (at >= repeated.from && at < repeated.to ? [] : [i])),
    links: [...draft.links.keys()],
    remote: [...draft.remote],
    scripted: styles.scripted,
    missing: [...draft.missing],
  };
}

/**
 * Where a side repeats the question. Places that the window fills may have been filled meanwhile, so what is between them is sought
 * piece by piece.
 */
function rangeOf(front: string, html: string): { from: number; to: number } {
  const none = { from: 0, to: 0 };
  const pieces = front.split(marksElsewhere).filter((piece) => piece.trim() !== "");
  let from = -1;
  let to = 0;
  for (const piece of pieces) {
    const at = html.indexOf(piece, to);
    if (at < 0) return none;
    if (from < 0) from = at;
    to = at + piece.length;
  }
  return from < 0 ? none : { from, to };
}

const isBlank = (face: Root): boolean => plain(face) === "" && !hasMedia(face.children as ElementContent[]);

const hasMedia = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === "element" && (shown.has(node.tagName) || hasMedia((node as Element).children)));

const shown = new Set(["img", "svg", "video", "audio"]);

/** What is shown of a side that is too much: why, and how its text begins. */
function glimpseOf({ html, css, ...stock }: PageSource, why: string): Page {
  const text = stripHtml(wholeTags(html.slice(0, 10 * glimpse)))
    .slice(0, glimpse)
    .trim();
  const said = text === "" ? why : `${why} It begins like this:`;
  const begins = text === "" ? [] : [element("pre", { className: ["glimpse"] }, words(text))];
  return {
    body: toHtml({ type: "root", children: [element("p", { className: ["remark"] }, words(said)), ...begins] }),
    css: cleanCss(css, styleAddress(newDraft(stock, [], undefined), false)),
    text: `${why} ${text}`.trim(),
    sounds: [],
    autoplay: [],
    links: [],
    remote: [],
    scripted: false,
    missing: [],
  };
}

/** Without a tag that was cut in two. */
function wholeTags(html: string): string {
  const last = html.lastIndexOf("<");
  return html.indexOf(">", last) < 0 && last >= 0 ? html.slice(0, last) : html;
}
