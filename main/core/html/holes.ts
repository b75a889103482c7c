import { elementMath, holeFrom } from "./marks.ts";
import { finder, skipTag } from "./tags.ts";

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
/** Beyond so many the text stays as it was written. */
const mostHoles = 2_000;

/** The marks of what the window fills. */
export const marksElsewhere = /\[\[(?:type|choice):[^\]\n]{1,500}\]\]/;

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
