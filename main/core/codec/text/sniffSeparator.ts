import { parseRows } from "./parseRows.ts";
import { sayMany } from "./separators.ts";

export interface Sniffed {
  separator: string;
  /** How many cells a row has; 1 if nothing separates. */
  width: number;
  because: string;
}

/** How much of a file is looked at. */
const most = { characters: 1 << 18, rows: 500 };

interface Candidate {
  separator: string;
  /** Part of the rows that must agree. */
  least: number;
  /** Before others that agree as well. */
  lead: number;
}

const candidates: readonly Candidate[] = [
  { separator: "\t", least: 0.5, lead: 0.15 },
  { separator: "|", least: 0.7, lead: 0.05 },
  { separator: ";", least: 0.7, lead: 0.04 },
  { separator: ",", least: 0.75, lead: 0.03 },
  { separator: ":", least: 0.9, lead: -0.1 },
  { separator: " ", least: 1, lead: -0.4 },
];

/**
 * What stands between the cells of a table: not the sign that is met first, but the one that makes the most rows equally wide, quotation
 * marks respected. In a comma file “3:30” is a cell. `spreadsheet`: the file's name says that commas or the like are to be expected.
 */
export function sniffSeparator(text: string, from: number, spreadsheet: boolean): Sniffed {
  let best: (Sniffed & { score: number }) | null = null;
  for (const candidate of candidates) {
    if (spreadsheet && " :".includes(candidate.separator)) continue;
    const judged = judge(text, from, candidate);
    if (judged && judged.score > (best?.score ?? 0)) best = judged;
  }
  return best ?? { separator: "\t", width: 1, because: "Nothing makes columns, so each line is one." };
}

/** How wide the rows are with a given separator. */
export function widthWith(text: string, from: number, separator: string): number {
  return widthOf(countsOf(sampleRows(text, from, separator).rows).counts);
}

function judge(
  text: string,
  from: number,
  { separator, least, lead }: Candidate,
): (Sniffed & { score: number }) | null {
  const { rows, odd } = sampleRows(text, from, separator);
  if (rows.length === 0) return null;
  const { counts, usual } = countsOf(rows);
  if (usual < 2) return null;
  const agree = counts.get(usual) ?? 0;
  const others = rows.filter(({ length }) => length > 1 && length !== usual).length;
  const share = (agree + others / 2) / rows.length;
  const spaced = spacedShare(rows, separator);
  if (share < least || !isLikely(rows, separator, spaced)) return null;
  return {
    separator,
    width: widthOf(counts),
    score: share + lead - spaced * 0.15 - odd / rows.length / 2,
    because: saying(separator, usual, agree, rows.length, text.length - from > most.characters),
  };
}

function saying(separator: string, width: number, agree: number, rows: number, isCut: boolean): string {
  const first = isCut || rows >= most.rows ? "the first " : "";
  const where =
    rows === 1
      ? "its only row"
      : agree === rows
        ? `all of ${first || "its "}${rows} rows`
        : `${agree} of ${first || "its "}${rows} rows`;
  return `${sayMany(separator)} make ${width} columns in ${where}.`;
}

/** The first rows, and how many of them have quotation marks in wrong places. */
function sampleRows(text: string, from: number, separator: string): { rows: string[][]; odd: number } {
  const rows: string[][] = [];
  let count = 0;
  const end = text.length - from > most.characters ? text.lastIndexOf("\n", from + most.characters) : text.length;
  const sample = text.slice(from, end > from ? end : from + most.characters);
  for (const { cells, odd } of parseRows(sample, { separator, width: 0 })) {
    if (odd === "inner" || odd === "joined") count++;
    if (odd !== "unclosed" && cells.some((cell) => cell.trim() !== "")) rows.push(cells);
    if (rows.length >= most.rows) break;
  }
  return { rows, odd: count };
}

function countsOf(rows: readonly string[][]): { counts: Map<number, number>; usual: number } {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of counts) {
    const before = counts.get(usual) ?? 0;
    if (count > before || (count === before && width > usual)) usual = width;
  }
  return { counts, usual };
}

/** The widest that is no accident: what a few rows in a hundred have beyond the usual belongs to the table. */
function widthOf(counts: ReadonlyMap<number, number>): number {
  const rows = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const enough = Math.max(2, rows * 0.05);
  let width = 1;
  let usual = 0;
  for (const [each, count] of counts) {
    if (count >= enough || count >= rows / 2) width = Math.max(width, each);
    if (count > (counts.get(usual) ?? 0)) usual = each;
  }
  return Math.max(width, usual);
}

/** How often a space follows, as it does in sentences. */
function spacedShare(rows: readonly string[][], separator: string): number {
  if (!",;:".includes(separator)) return 0;
  let all = 0;
  let spaced = 0;
  for (const cells of rows)
    for (const cell of cells.slice(1)) {
      all++;
      if (/^[ \u00a0]/.test(cell)) spaced++;
    }
  return all === 0 ? 0 : spaced / all;
}

const numberEnd = /\d$/;
const numberStart = /^\d/;

/** Signs that mean something else in most texts need more than that they agree. */
function isLikely(rows: readonly string[][], separator: string, spaced: number): boolean {
  if (separator === ",") return rows.length > 2 || spaced < 1 || rows.length === 0;
  if (separator === ":") {
    const within = rows.filter(([a = "", b = ""]) => (numberEnd.test(a) && numberStart.test(b)) || b.startsWith("//"));
    return within.length < rows.length / 5 && rows.every(({ length }) => length <= 3);
  }
  if (separator !== " ") return true;
  const names = rows.filter(([, second = ""]) => /^\p{Lu}/u.test(second)).length;
  return rows.length > 2 && rows[0]?.length === 2 && names <= rows.length / 2;
}
