import { bareText } from "./bareText.ts";

/** What stands in the HTML of a side as a mark of its own, and is drawn by us instead. `source` is the mark as it was written. */
export type Hole =
  | { kind: "sound"; source: string; name: string }
  | { kind: "speech"; source: string; text: string; lang: string; voices: string[]; speed: number }
  | { kind: "math"; source: string; tex: string; display: boolean }
  /** LaTeX that Anki would have made a picture of; `latex` is all of what it would have compiled. */
  | { kind: "latex"; source: string; latex: string; tex: string | null; display: boolean }
  /** A place that the window fills, such as the field of a typed answer. */
  | { kind: "elsewhere"; source: string };

/** A hole, and where in the HTML it began. */
export type Dug = Hole & { at: number };

/** Stands for the hole of that index while the HTML is parsed. */
export const holeTag = "x-hole";
const holeAt = (index: number) => `<${holeTag} n="${index}"></${holeTag}>`;

/** Characters of a side. More is not read, let alone drawn. */
export const longestSide = 1_000_000;
/** Nobody typesets more at once; beyond it the text stays as it was written. */
const longestTex = 10_000;
const longestName = 1_000;
const longestSpeech = 10_000;
const mostHoles = 2_000;

/** The marks of what the window fills. */
export const marksElsewhere = /\[\[(?:type|choice):[^\]\n]{1,500}\]\]/;

/** Elements whose content is no HTML, and so holds no marks. */
const raw = new Set([
  ..."script style textarea title xmp iframe noembed noframes plaintext select template svg math".split(" "),
]);
/** Elements in which math stays source, as MathJax has it. */
const verbatim = new Set(["pre", "code", "tt", "samp", "kbd"]);

const mathPairs = [
  { open: "\\(", close: "\\)", display: false },
  { open: "\\[", close: "\\]", display: true },
];
const latexPairs = [
  { open: "[latex]", close: "[/latex]", display: true, wrap: (tex: string) => tex },
  { open: "[$]", close: "[/$]", display: false, wrap: (tex: string) => `$${tex}$` },
  {
    open: "[$$]",
    close: "[/$$]",
    display: true,
    wrap: (tex: string) => `\\begin{displaymath}${tex}\\end{displaymath}`,
  },
];

/**
 * Takes the marks for sounds, speech, math and the like out of HTML and puts placeholder elements in their places. Works on the text
 * as Anki does, since such a mark may hold tags; what it takes out it takes whole, so that no tag is left open or closed by it.
 * What comes back is no safer than what came in.
 */
export function digHoles(html: string): { html: string; holes: Dug[] } {
  const holes: Dug[] = [];
  const out: string[] = [];
  const find = finder(html);
  let from = 0;
  let quiet = 0;
  const next = /[<[\\]/g;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const at = match.index;
    if (match[0] === "<") {
      const math = quiet === 0 ? elementMath(html, at, find) : null;
      if (math && holes.length < mostHoles) {
        out.push(html.slice(from, at), holeAt(holes.push({ ...math.hole, at }) - 1));
        from = math.end;
        next.lastIndex = math.end;
        continue;
      }
      const tag = skipTag(html, at, find);
      if (tag.verbatim) quiet = Math.max(0, quiet + (tag.closes ? -1 : 1));
      next.lastIndex = tag.end;
      continue;
    }
    const found = holes.length < mostHoles ? holeFrom(html, at, quiet > 0, find) : null;
    if (!found) continue;
    out.push(html.slice(from, at), holeAt(holes.push({ ...found.hole, at }) - 1));
    from = found.end;
    next.lastIndex = found.end;
  }
  out.push(html.slice(from));
  return { html: out.join(""), holes };
}

type Found = { hole: Hole; end: number } | null;
type Find = (what: string, from: number) => number;

/** `indexOf`, which remembers what is nowhere further on, so that many beginnings without an end cost no more than one. */
function finder(html: string): Find {
  const places = new Map<string, number>();
  return (what, from) => {
    const known = places.get(what);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const place = html.indexOf(what, from);
    places.set(what, place);
    return place;
  };
}

function holeFrom(html: string, at: number, isQuiet: boolean, find: Find): Found {
  if (html.startsWith("[sound:", at)) {
    const end = find("]", at);
    const name = end < 0 || end - at > longestName ? "" : bareText(html.slice(at + 7, end)).trim();
    return name ? { hole: { kind: "sound", source: html.slice(at, end + 1), name }, end: end + 1 } : null;
  }
  if (html.startsWith("[[type:", at) || html.startsWith("[[choice:", at)) {
    const end = find("]]", at);
    return end < 0 || end - at > longestName ? null : { hole: { kind: "elsewhere", source: "" }, end: end + 2 };
  }
  if (html.startsWith("[anki:tts", at)) return speech(html, at, find);
  if (isQuiet) return null;
  for (const { open, close, display } of mathPairs) {
    if (!html.startsWith(open, at)) continue;
    const inner = within(html, at, open, close, find);
    const tex = inner === null ? "" : bareText(inner).trim();
    if (inner === null || !tex) return null;
    const end = at + open.length + inner.length + close.length;
    return { hole: { kind: "math", source: `${open}${tex}${close}`, tex, display }, end };
  }
  for (const { open, close, display, wrap } of latexPairs) {
    if (!html.startsWith(open, at)) continue;
    const inner = within(html, at, open, close, find);
    if (inner === null) return null;
    const bare = bareText(inner);
    const end = at + open.length + inner.length + close.length;
    const tex = open === "[latex]" ? null : bare.trim();
    return { hole: { kind: "latex", source: `${open}${bare}${close}`, latex: wrap(bare), tex, display }, end };
  }
  return null;
}

/** What lies between two delimiters, if no other of its kind opens there and every tag in it is closed in it. */
function within(html: string, at: number, open: string, close: string, find: Find): string | null {
  const from = at + open.length;
  const end = find(close, from);
  if (end < 0 || end - from > longestTex) return null;
  const inner = html.slice(from, end);
  return inner.includes(open) || !isBalanced(inner) ? null : inner;
}

const tags = /<(\/?)([a-z][^\s/<>]{0,40})[^<>]*>/gi;
const empty = new Set("br wbr img hr input col embed source track".split(" "));

function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = ""] of html.matchAll(tags)) {
    const lower = name.toLowerCase();
    if (empty.has(lower)) continue;
    if (!slash) open.push(lower);
    else if (open.pop() !== lower) return false;
  }
  return open.length === 0;
}

const mathTag = /<anki-mathjax(\s[^<>]*)?>/iy;
function elementMath(html: string, at: number, find: Find): Found {
  mathTag.lastIndex = at;
  const match = mathTag.exec(html);
  if (!match) return null;
  const from = mathTag.lastIndex;
  const close = "</anki-mathjax>";
  const end = find(close, from);
  if (end < 0 || end - from > longestTex) return null;
  const tex = bareText(html.slice(from, end)).trim();
  const block = /\bblock\b(?!\s*=\s*["']?false)/i.test(match[1] ?? "");
  const [open, shut] = block ? ["\\[", "\\]"] : ["\\(", "\\)"];
  return { hole: { kind: "math", source: `${open}${tex}${shut}`, tex, display: block }, end: end + close.length };
}

const setting = /\b(lang|voices|speed)=(\S*)/g;
function speech(html: string, at: number, find: Find): Found {
  const head = find("]", at);
  const close = "[/anki:tts]";
  const end = head < 0 ? -1 : find(close, head);
  if (end < 0 || head - at > longestName || end - head > longestSpeech) return null;
  const settings = new Map(
    [...html.slice(at + 9, head).matchAll(setting)].map(([, key = "", value = ""]) => [key, value]),
  );
  const speed = Number.parseFloat(settings.get("speed") ?? "");
  const hole: Hole = {
    kind: "speech",
    source: "",
    text: bareText(html.slice(head + 1, end))
      .replace(/\[sound:[^\]]*\]/g, "")
      .trim(),
    lang: (settings.get("lang") ?? "").slice(0, 20),
    voices: (settings.get("voices") ?? "").split(",").filter(Boolean),
    speed: Number.isFinite(speed) ? Math.min(4, Math.max(0.25, speed)) : 1,
  };
  return { hole, end: end + close.length };
}

interface Tag {
  end: number;
  verbatim: boolean;
  closes: boolean;
}

/** Where what begins with this `<` ends: a comment, a tag with all its attributes, or an element that holds no HTML. */
function skipTag(html: string, at: number, find: Find): Tag {
  const none = { verbatim: false, closes: false };
  if (html.startsWith("<!--", at)) {
    const end = find("-->", at + 2);
    return { ...none, end: end < 0 ? html.length : end + 3 };
  }
  tagName.lastIndex = at;
  const [, slash, written = ""] = tagName.exec(html) ?? [];
  if (!written) return { ...none, end: at + 1 };
  const name = written.toLowerCase();
  const end = endOfTag(html, at + 1 + written.length);
  if (!slash && raw.has(name)) {
    const close = new RegExp(`</${name}`, "ig");
    close.lastIndex = end;
    return { ...none, end: close.exec(html)?.index ?? html.length };
  }
  return { end, verbatim: verbatim.has(name), closes: slash === "/" };
}

const tagName = /<(\/?)([a-z][^\s/>]{0,40})/iy;

/** A quotation mark opens a value only after `=`. */
function endOfTag(html: string, from: number): number {
  const next = /[>]|=\s*["']/g;
  next.lastIndex = from;
  for (let match = next.exec(html); match; match = next.exec(html)) {
    if (match[0] === ">") return next.lastIndex;
    const end = html.indexOf(match[0].slice(-1), next.lastIndex);
    if (end < 0) break;
    next.lastIndex = end + 1;
  }
  return html.length;
}
