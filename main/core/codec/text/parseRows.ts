import { finder } from "../finder.ts";
import { type Quoted, readQuoted } from "./readQuoted.ts";

export interface Row {
  /** Of its first line in the file, from 1. */
  line: number;
  cells: string[];
  /** What was wrong with its quotation marks. */
  odd?: "unclosed" | "literal" | "inner" | "joined";
}

export interface Rules {
  separator: string;
  /** How many cells a row usually has; 0 if nobody knows. With it a quotation mark that swallows rows is found out. */
  width: number;
  /** Called for each line that begins with “#” and so is no row. */
  onComment?: (line: number, text: string) => void;
}

/**
 * Rows of a text with LF line ends, by Anki's rules: a cell may be quoted, and then hold separators, line ends and doubled quotation
 * marks; a quotation mark elsewhere is itself; empty lines and lines that begin with “#” are no rows. Two things are mended and told:
 * a quotation mark that would swallow rows is taken for itself, and so are those inside of a quoted cell that nobody doubled.
 * Linear in any text.
 */
export function* parseRows(text: string, rules: Rules, from = 0, firstLine = 1): Generator<Row> {
  const { separator } = rules;
  const nextEnd = finder(text, "\n");
  const nextQuote = finder(text, '"');
  for (let [at, line] = [from, firstLine]; at < text.length; ) {
    const end = Math.min(nextEnd(at), text.length);
    if (end === at) {
      at++;
      line++;
    } else if (text.charCodeAt(at) === 35) {
      rules.onComment?.(line, text.slice(at, end));
      at = end + 1;
      line++;
    } else if (nextQuote(at) >= end) {
      yield { line, cells: text.slice(at, end).split(separator) };
      at = end + 1;
      line++;
    } else {
      const { row, next, lines } = quotedRow(text, at, line, rules);
      yield row;
      at = next;
      line += lines;
    }
  }
}

/** One row, cell by cell. `lines` is how many it takes. */
function quotedRow(text: string, from: number, line: number, rules: Rules): { row: Row; next: number; lines: number } {
  const { separator, width } = rules;
  const row: Row = { line, cells: [] };
  let lines = 1;
  for (let at = from; ; ) {
    let quoted: Quoted | null = text[at] === '"' ? readQuoted(text, at, separator) : null;
    if (quoted && !quoted.proper && quoted.lines > 0 && swallows(text, at, quoted, separator, width)) {
      row.odd = "literal";
      quoted = null;
    } else if (quoted?.unclosed) row.odd = "unclosed";
    else if (quoted && !quoted.proper) row.odd ??= quoted.inner ? "inner" : "joined";
    const end = quoted ? quoted.end : endOfCell(text, at, separator);
    row.cells.push(quoted ? quoted.value : text.slice(at, end));
    lines += quoted?.lines ?? 0;
    if (text[end] !== separator) return { row, next: end + 1, lines };
    at = end + 1;
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}

/** Lines that a cell would hold if they do not look like rows. */
const fewest = 2;

/** Whether what a quotation mark encloses looks like rows of their own: it was meant as itself, and another one ended it by chance. */
function swallows(text: string, at: number, quoted: Quoted, separator: string, width: number): boolean {
  if (width === 0) return false;
  const inner = text.slice(text.indexOf("\n", at) + 1, quoted.end).split("\n");
  // The last line holds the quotation mark that ended it, or is the end of the file.
  if (!quoted.unclosed) inner.pop();
  const full = inner.filter((line) => line !== "");
  if (full.length < fewest) return false;
  if (width === 1) return quoted.unclosed;
  const rows = full.filter((line) => line.split(separator).length === width);
  return rows.length >= full.length * 0.9;
}
