import { type GapRange, gapRanges } from "../gapRanges.ts";

/** What stands in a field's source and is not Markdown. */
export type Hole =
  | { kind: "open"; text: string; number: number }
  | { kind: "close"; text: string; hint: string | null }
  | { kind: "sound"; text: string; name: string }
  | { kind: "math"; text: string; tex: string; display: boolean };

export interface Holed {
  /** The source with a mark for each hole. */
  text: string;
  holes: Hole[];
  mark: string;
}

/**
 * Characters to stand around the number of a hole. To Markdown, emphasis beside the first is as beside a letter, beside the second
 * as beside a bracket.
 */
export const holeMarks = ["\uE001", "\u2E28"];

/** Sounds and formulas, as core/html/markdownToHtml.ts finds them: a formula ends in its paragraph. */
export const media =
  /\[sound:([^\][\n]+)\]|\\\(((?:(?!\\\(|\\\)|\n\s*\n)[\s\S])+)\\\)|\\\[((?:(?!\\\[|\\\]|\n\s*\n)[\s\S])+)\\\]/g;

interface Cut {
  from: number;
  to: number;
  hole: Hole;
}

/** Takes the tokens of closed gaps, sounds and math out of a source. Null if it holds the mark itself, or a gap that no mark can be. */
export function dig(source: string, mark: string): Holed | null {
  const gaps = gapRanges(source);
  if (source.includes(mark) || gaps.some(({ isOdd }) => isOdd)) return null;
  const cuts = [...source.matchAll(media)].map(medium).concat(gaps.flatMap((gap) => tokens(source, gap)));
  cuts.sort((a, b) => a.from - b.from || a.to - b.to);
  let text = "";
  let at = 0;
  const holes: Hole[] = [];
  for (const { from, to, hole } of cuts) {
    // Gaps within math and within hints stay what they are there.
    if (from < at) continue;
    text += `${source.slice(at, from)}${mark}${holes.push(hole) - 1}${mark}`;
    at = to;
  }
  return { text: text + source.slice(at), holes, mark };
}

function tokens(source: string, { numbers, from, to, hint }: GapRange): Cut[] {
  const start = source.indexOf("::", from) + 2;
  const end = hint ?? to - 2;
  const words = hint === null ? null : source.slice(hint + 2, to - 2);
  return [
    { from, to: start, hole: { kind: "open", text: source.slice(from, start), number: Number(numbers) } },
    { from: end, to, hole: { kind: "close", text: source.slice(end, to), hint: words } },
  ];
}

function medium({ 0: text, 1: sound, 2: inline, 3: display, index: from }: RegExpExecArray): Cut {
  const to = from + text.length;
  if (sound !== undefined) return { from, to, hole: { kind: "sound", text, name: sound } };
  return { from, to, hole: { kind: "math", text, tex: inline ?? display ?? "", display: display !== undefined } };
}

/** The parts of a text with holes: texts, and the numbers of holes between them. */
export const split = (text: string, { mark }: Holed): string[] => text.split(new RegExp(`${mark}(\\d+)${mark}`));

/** The source again. */
export const fill = (text: string, holed: Holed): string =>
  split(text, holed)
    .map((part, i) => (i % 2 === 0 ? part : (holed.holes[Number(part)]?.text ?? "")))
    .join("");
