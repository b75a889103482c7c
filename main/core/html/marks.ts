import { bareText, shownText } from "./bareText.ts";
import type { Hole } from "./holes.ts";
import type { Find } from "./tags.ts";

/** Nobody typesets more at once; beyond it the text stays as it was written. */
const longestTex = 10_000;
const longestName = 1_000;
const longestSpeech = 10_000;

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

type Found = { hole: Hole; end: number } | null;

/** The mark that begins at a place in HTML, and where it ends; null if none does. Where it `isQuiet`, formulas are none. */
export function holeFrom(html: string, at: number, isQuiet: boolean, find: Find): Found {
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
    const tex = inner === null ? "" : shownText(inner).trim();
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
/** As `holeFrom`, for the element that Anki's editor makes of a formula. */
export function elementMath(html: string, at: number, find: Find): Found {
  mathTag.lastIndex = at;
  const match = mathTag.exec(html);
  if (!match) return null;
  const from = mathTag.lastIndex;
  const close = "</anki-mathjax>";
  const end = find(close, from);
  if (end < 0 || end - from > longestTex) return null;
  const tex = shownText(html.slice(from, end)).trim();
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
