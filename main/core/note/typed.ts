import type { Grade } from "../../contract/shapes.ts";
import type { TypedView } from "../../contract/views.ts";
import { diff, distance } from "./diff.ts";
import { fold, graphemes } from "./fold.ts";

const grades: Record<TypedView["verdict"], Grade> = { right: 3, close: 2, wrong: 1 };
// Enough for a long sentence; the comparison is quadratic. Beyond it an answer is right or wrong, never close.
const longest = 500;
const most = 20;

/** The answers that a field accepts: plain text, with ` | ` between them. */
export const accepted = (back: string): string[] =>
  ` ${back} `
    .split(/\s\|(?=\s)/)
    .map((answer) => answer.trim())
    .filter((answer) => answer !== "");

/**
 * Judges a typed answer against the nearest accepted one. Case, accents, punctuation and blanks are forgiven (`fold`);
 * a slip or two in a long word is close; other digits are another answer.
 */
export function checkTyped(typed: string, expected: string): TypedView {
  const answers = accepted(expected);
  const folded = fold(typed);
  const right = typed.trim() === "" ? undefined : answers.find((answer) => fold(answer) === folded);
  if (right !== undefined) return { verdict: "right", diff: [{ kind: "same", text: right }], proposed: grades.right };
  const [nearest = ""] = answers
    .slice(0, most)
    .map((answer) => ({ answer, share: share(folded, fold(answer)) }))
    .sort((a, b) => a.share - b.share)
    .map(({ answer }) => answer);
  const verdict = typed.trim() !== "" && isClose(folded, fold(nearest)) ? "close" : "wrong";
  return { verdict, diff: diff(typed.trim(), nearest, longest), proposed: grades[verdict] };
}

/** Slips per character of the answer. */
function share(typed: string, answer: string): number {
  const [a, b] = [graphemes(typed, longest), graphemes(answer, longest)];
  return distance(a, b) / Math.max(1, b.length);
}

/**
 * One slip for every five characters, three at most. Most misspellings are a single slip (Damerau, CACM 7:171, 1964), and in
 * shorter words one slip makes another word: Iran, Iraq.
 */
function isClose(typed: string, answer: string): boolean {
  const [a, b] = [graphemes(typed, longest + 1), graphemes(answer, longest + 1)];
  if (Math.max(a.length, b.length) > longest || digits(typed) !== digits(answer)) return false;
  return distance(a, b) <= Math.min(3, Math.floor(b.length / 5));
}

const digits = (text: string) => (text.match(/\p{N}+/gu) ?? []).join(" ");
