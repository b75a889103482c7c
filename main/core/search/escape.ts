import type { SearchProblem } from "../../contract/browse.ts";
import type { Glob } from "./ast.ts";

/** A piece of the query as it was written, and where it begins. */
export interface Piece {
  raw: string;
  offset: number;
}

export const isProblem = (value: unknown): value is SearchProblem =>
  typeof value === "object" && value !== null && "say" in value;

export const problem = (offset: number, length: number, say: string): SearchProblem => ({ offset, length, say });

/** The whole piece is what is wrong; where there is none, the character before it shows where it is missing. */
export const wrong = ({ raw, offset }: Piece, say: string): SearchProblem =>
  raw === "" ? problem(Math.max(0, offset - 1), 1, say) : problem(offset, raw.length, say);

const escapable = '\\":*_()-';

/** A text with its escapes taken back, but for those that a glob needs. */
export function unescaped({ raw, offset }: Piece): Glob | SearchProblem {
  let text = "";
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i] as string;
    if (char !== "\\") {
      text += char;
      continue;
    }
    const next = raw[++i] ?? "";
    if (next === "" || !escapable.includes(next))
      return problem(
        offset + i - 1,
        next === "" ? 1 : 2,
        "A single “\\” means nothing here. Write “\\\\” to find one.",
      );
    text += "\\*_".includes(next) ? `\\${next}` : next;
  }
  return text;
}

/** For patterns: only quotes had to be escaped. */
export const unquote = (raw: string): string => raw.replaceAll('\\"', '"');

/** For what is neither glob nor pattern. */
export const unescapeAll = (raw: string): string => raw.replace(/\\(["\\])/g, "$1");
