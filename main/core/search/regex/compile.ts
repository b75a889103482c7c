import type { SearchProblem } from "../../../contract/browse.ts";
import { isProblem, problem } from "../escape.ts";
import { finder } from "./finder.ts";
import { matcher } from "./matcher.ts";
import { program } from "./program.ts";
import { read } from "./syntax.ts";

/** A pattern that is ready to be looked for. */
export interface Pattern {
  /** Whether the text contains a match. */
  test(text: string): boolean;
  /**
   * The first match at or after that place: where each group begins and ends, or -1; the whole match is group 0. Null if there
   * is none. Steps are taken from `effort`; when it has none left, what was found so far is not to be trusted.
   */
  find(text: string, from: number, effort?: { left: number }): number[] | null;
  /** How many groups there are, and the numbers of those that have names. */
  groups: number;
  names: ReadonlyMap<string, number>;
}

/** Longer than anyone writes. */
const longest = 2_000;

/** A pattern in the syntax of `read`. With `fold` case does not count, unless the pattern says so. It cannot hang, whatever it is. */
export function compile(source: string, { fold }: { fold: boolean }): Pattern | SearchProblem {
  if (source.length > longest)
    return problem(longest, source.length - longest, `A pattern has at most ${longest} characters.`);
  const found = read(source, fold);
  if (isProblem(found)) return found;
  const made = program(found.syntax);
  if (!made) return problem(0, source.length, "This pattern repeats too much; use smaller numbers.");
  return { test: matcher(made), find: finder(made, found.groups), groups: found.groups, names: found.names };
}
