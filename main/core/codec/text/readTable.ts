import type { NoteType } from "../../../contract/shapes.ts";
import type { ColumnUse, TextOptions } from "../../../contract/transfer.ts";
import type { Collection } from "../../collection.ts";
import { knownType, noteTypeOf } from "../../note/noteTypes.ts";
import type { ParcelProblem } from "../../parcel/parcel.ts";
import { partsNamed, plainName } from "./columnNames.ts";
import { guessColumns } from "./guessColumns.ts";
import { guessType } from "./guessType.ts";
import { type HeaderBlock, readHeader } from "./header.ts";
import { isHeaderRow } from "./headerRow.ts";
import { looksLikeHtml } from "./looksLikeHtml.ts";
import { parseRows, type Row } from "./parseRows.ts";
import { sniffSeparator, widthWith } from "./sniffSeparator.ts";
import { typeFinder } from "./typeNamed.ts";

/** A text as a table, and how it was read. */
export interface Table {
  options: TextOptions;
  /** One for each column, "" where there is none. */
  names: string[];
  /** Without the row of names. */
  rows: Row[];
  because: string;
  block: HeaderBlock;
  problems: ParcelProblem[];
}

interface Asked {
  /** What the person chose; null at the first reading. */
  chosen: TextOptions | null;
  encoding: TextOptions["encoding"];
  /** Whether the file's name says that it comes from a spreadsheet. */
  spreadsheet: boolean;
  collection: Collection;
}

/** More rows are no deck, and would not fit into memory with all that is made of them. */
export const mostRows = 2_000_000;
/** How many rows are looked at to understand a table. */
const looked = 500;

/** Reads a text with LF line ends: by what the person chose, else by its header, else by what it looks like. */
export function readTable(text: string, { chosen, encoding, spreadsheet, collection }: Asked): Table {
  const block = readHeader(text);
  const { header } = block;
  const problems: ParcelProblem[] = [];
  const sniffed = chosen || header.separator !== undefined ? null : sniffSeparator(text, block.from, spreadsheet);
  const separator = chosen?.separator ?? header.separator ?? sniffed?.separator ?? "\t";
  const found = sniffed?.width ?? widthWith(text, block.from, separator);
  const { rows, comments } = readRows(text, block, separator, found);

  const sample = rows.slice(0, looked).map(({ cells }) => cells);
  const isNamed = chosen?.header ?? (header.columns === undefined && isHeaderRow(sample, fieldNames(collection)));
  const first = isNamed ? rows.shift()?.cells : undefined;
  if (isNamed) sample.shift();
  const html = chosen?.html ?? header.html ?? looksLikeHtml(sample);
  const finder = typeFinder(collection);
  const named = header.columns ?? first ?? [];
  const type = typeOf(finder);

  const special = [header.guidColumn, header.typeColumn, header.deckColumn, header.tagsColumn];
  const width = Math.min(1_000, Math.max(found, named.length, ...special.map((column) => (column ?? -1) + 1)));
  const names = Array.from({ length: width }, (_, i) => (named[i] ?? "").trim());
  const columns =
    chosen && fits(chosen.columns, type, width)
      ? chosen.columns
      : guessColumns({ type, width, header, names, rows: sample, isType: (name) => finder(name) !== null });

  for (const line of block.late) {
    const say = "This line of the header stands below an empty line, where the header ends: it was not read.";
    problems.push({ place: `line ${line}`, say, weight: "suspicious" });
  }
  if (rows.length === 0) problems.push({ place: "the file", say: "There are no rows in it.", weight: "broken" });
  const remarks = comments.filter(([line]) => !block.late.includes(line));
  if (remarks.length > 0) problems.push(commented(remarks, width, separator));
  return {
    options: {
      encoding,
      separator,
      header: isNamed,
      html,
      type: type.id,
      columns,
      tags: chosen?.tags ?? header.tags,
      match: chosen?.match ?? header.matchScope ?? "type",
    },
    names,
    rows,
    because: because(),
    block,
    problems,
  };

  function typeOf(find: (name: string) => NoteType | null): NoteType {
    const own = chosen && knownType(collection, chosen.type);
    if (own) return own;
    if (header.typeColumn !== undefined) {
      const widest = widestType(sample, header.typeColumn, find);
      if (widest) return widest;
    }
    const column = named.findIndex((name) => partsNamed(name).includes("type"));
    const widest = column < 0 ? null : widestType(sample, column, find);
    if (widest) return widest;
    const guessed = () => guessType(collection, named, sample);
    if (header.noteType === undefined) return guessed();
    const meant = find(header.noteType);
    if (meant) return meant;
    const type = guessed();
    const say = `There is no note type “${header.noteType}” here: the notes come in as “${type.name}”. Choose another one if that is wrong.`;
    problems.push({ place: "header", say, weight: "suspicious" });
    return type;
  }

  function because(): string {
    const words = [];
    if (sniffed) words.push(sniffed.because);
    else if (chosen) words.push("Read as you chose.");
    else words.push(block.any ? "Its first lines say how it is to be read." : "Its first line names the separator.");
    if (isNamed && !chosen) words.push("The first row names them.");
    return words.join(" ");
  }
}

function readRows(
  text: string,
  block: HeaderBlock,
  separator: string,
  width: number,
): { rows: Row[]; comments: [number, string][] } {
  const rows: Row[] = [];
  const comments: [number, string][] = [];
  const onComment = (line: number, words: string) => {
    if (comments.length < 1_000) comments.push([line, words]);
  };
  for (const row of parseRows(text, { separator, width, onComment }, block.from, block.line)) {
    if (row.cells.every((cell) => cell.trim() === "")) continue;
    rows.push(row);
    if (rows.length > mostRows) break;
  }
  return { rows, comments };
}

/** Of types in a column the one with the most fields: the others have the first of its columns. */
function widestType(
  rows: readonly (readonly string[])[],
  column: number,
  find: (name: string) => NoteType | null,
): NoteType | null {
  let widest: NoteType | null = null;
  for (const cells of rows) {
    const type = find(cells[column] ?? "");
    if (type && type.fields.length > (widest?.fields.length ?? -1)) widest = type;
  }
  return widest;
}

const fits = (columns: readonly ColumnUse[], { fields }: NoteType, width: number): boolean =>
  columns.length === width && columns.every((use) => use.to !== "field" || fields.some(({ id }) => id === use.field));

function fieldNames(collection: Collection): Set<string> {
  const names = new Set<string>();
  for (const type of collection.noteTypes.values()) for (const { name } of type.fields) names.add(plainName(name));
  for (const { name } of noteTypeOf(collection, "basic").fields) names.add(plainName(name));
  return names;
}

function commented(comments: readonly [number, string][], width: number, separator: string): ParcelProblem {
  const lines = comments.map(([line]) => line);
  const rows = comments.filter(([, words]) => width > 1 && words.split(separator).length === width).length;
  const say =
    comments.length === 1
      ? "This line begins with “#” and was taken for a remark."
      : `${comments.length} lines begin with “#” and were taken for remarks.`;
  const doubt = rows > 0 ? " If it is a row, put its first cell in quotation marks." : "";
  return { place: sayLines(lines), say: say + doubt, weight: "suspicious" };
}

/** "line 4", "lines 4, 9 and 12", "lines 4, 9, 12 and 20 more". */
export function sayLines(lines: readonly number[]): string {
  const shown = lines.slice(0, 5);
  const more = lines.length - shown.length;
  if (lines.length === 1) return `line ${lines[0]}`;
  if (more > 0) return `lines ${shown.join(", ")} and ${more} more`;
  return `lines ${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
