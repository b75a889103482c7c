import type { DiffPart } from "../../contract/face.ts";
import { fold, graphemes } from "./fold.ts";

/** Insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (optimal string alignment). */
export function distance(a: readonly string[], b: readonly string[]): number {
  const row = (n: number) => Array.from({ length: b.length + 1 }, (_, j) => j + n);
  let [before, above] = [row(0), row(0)];
  for (let i = 1; i <= a.length; i++) {
    const here = row(i);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      here[j] = Math.min(at(above, j) + 1, at(here, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
      if (swapped) here[j] = Math.min(at(here, j), at(before, j - 2) + 1);
    }
    [before, above] = [above, here];
  }
  return at(above, b.length);
}

/**
 * What was typed beside the answer, by characters as a reader counts them: `same` and `missing` together spell the answer,
 * `extra` is what was typed instead. Case and accents do not count. Beyond `longest` characters the rest is one part.
 */
export function diff(typed: string, answer: string, longest: number): DiffPart[] {
  const [a, b] = [graphemes(typed, longest), graphemes(answer, longest)];
  const parts = align(a, b);
  parts.push({ kind: "extra", text: typed.slice(a.join("").length) });
  parts.push({ kind: "missing", text: answer.slice(b.join("").length) });
  return merge(parts);
}

/** Walks back along a longest common subsequence. */
function align(typed: readonly string[], answer: readonly string[]): DiffPart[] {
  const [a, b] = [typed.map(fold), answer.map(fold)];
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const here = lengths[i] as Uint16Array;
    for (let j = b.length - 1; j >= 0; j--) {
      here[j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const parts: DiffPart[] = [];
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: "same", text: answer[j++] ?? "" });
      i++;
    } else if (j >= b.length || (i < a.length && length(i + 1, j) >= length(i, j + 1))) {
      parts.push({ kind: "extra", text: typed[i++] ?? "" });
    } else parts.push({ kind: "missing", text: answer[j++] ?? "" });
  }
  return parts;
}

function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = merged.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else merged.push({ kind, text });
  }
  return merged;
}

const at = (row: readonly number[], j: number) => row[j] ?? 0;
