import type { Deck, FormatId, NoteType } from "../../../contract/shapes.ts";
import type { ImportOptions } from "../../../contract/transfer.ts";
import { type Collection, guidOf } from "../../collection.ts";
import { deckName } from "../../deck/growDecks.ts";
import { normaliseTags } from "../../note/fields.ts";
import { noteTypeOf } from "../../note/noteTypes.ts";
import { emptyParcel, type Parcel, type ParcelNote, type ParcelProblem } from "../../parcel/parcel.ts";
import { plainName } from "./columnNames.ts";
import { fieldText } from "./fieldText.ts";
import type { Row } from "./parseRows.ts";
import { sayLines, type Table } from "./readTable.ts";
import { typesNamed } from "./typeNamed.ts";

interface Given {
  format: FormatId;
  /** Name of the deck that the notes are in where their row says none. */
  deck: string;
  collection: Collection;
  now: number;
  newId(): string;
}

const most = { problems: 1_000, cell: 10_000_000, sample: 20, shown: 200 };

/** The notes of a table. Yields after some rows, how many are done; then gives the parcel. */
export function* toParcel(table: Table, given: Given): Generator<number, Parcel> {
  const { options, rows, names, because } = table;
  const parcel = emptyParcel(given.format);
  const problems = tell(parcel.problems);
  const decks = deckMaker(given);
  const make = noteMaker(table, given, problems, decks.of);
  for (const problem of table.problems) problems.put(problem);
  for (const [i, row] of rows.entries()) {
    const note = make(row, i);
    if (note) parcel.notes.push(note);
    if (i % 2_000 === 1_999) yield i + 1;
  }
  problems.close();
  const types = new Set(parcel.notes.map(({ type }) => type));
  for (const id of types) {
    const own = given.collection.noteTypes.get(id);
    if (own) parcel.noteTypes.push(own);
  }
  parcel.decks.push(...decks.made());
  parcel.wish = wishOf(table);
  const sample = rows
    .slice(0, most.sample)
    .map(({ cells }) => names.map((_, i) => (cells[i] ?? "").slice(0, most.shown)));
  parcel.table = { names, sample, rows: rows.length, because, options };
  return parcel;
}

/** What the header asks for, in the words of the options. */
function wishOf({ options, block: { header } }: Table): Partial<ImportOptions> {
  const wish: Partial<ImportOptions> = { text: options };
  if (header.deck !== undefined) wish.deck = deckName([header.deck]) || null;
  if (header.ifMatches === "update") wish.notes = "always";
  if (header.ifMatches === "keep") wish.notes = "never";
  if (header.ifMatches === "duplicate") wish.duplicates = true;
  return wish;
}

interface Telling {
  put(problem: ParcelProblem): void;
  row(line: number, say: string, weight: ParcelProblem["weight"], note?: string): void;
  short(line: number): void;
  close(): void;
}

function tell(problems: ParcelProblem[]): Telling {
  const short: number[] = [];
  let untold = 0;
  const put = (problem: ParcelProblem) => {
    if (problems.length < most.problems) problems.push(problem);
    else untold++;
  };
  return {
    put,
    row: (line, say, weight, note) =>
      put({ place: `line ${line}`, say, weight, ...(note === undefined ? {} : { note }) }),
    short: (line) => void short.push(line),
    close() {
      const say = "Some columns are missing at the end. Where the note is here already, what it has there stays.";
      if (short.length > 0) problems.push({ place: sayLines(short), say, weight: "suspicious" });
      const more = `${untold} more rows have problems.`;
      if (untold > 0) problems.push({ place: "further on", say: more, weight: "suspicious" });
    },
  };
}

function deckMaker({ deck, newId }: Given) {
  const decks = new Map<string, Deck>();
  const ids = new Map<string, string>();
  const empty = { description: "", language: "", source: "", licence: "", asOf: "" };
  return {
    /** Id of the deck of that name; of the usual one for "". */
    of(name: string): string {
      const seen = ids.get(name);
      if (seen !== undefined) return seen;
      const full = deckName([name]) || deckName([deck]) || "Deck";
      const made: Deck = decks.get(full) ?? { id: newId(), name: full, ...empty, preset: "default" };
      decks.set(full, made);
      ids.set(name, made.id);
      return made.id;
    },
    made: () => [...decks.values()],
  };
}

function noteMaker(table: Table, given: Given, problems: Telling, deckOf: (name: string) => string) {
  const { options, block, names } = table;
  const { columns, html, tags: everyone } = options;
  const { now, newId, collection } = given;
  const own = noteTypeOf(collection, options.type);
  const column = (to: "guid" | "type" | "deck" | "tags") => columns.findIndex((use) => use.to === to);
  const [guidColumn, typeColumn, deckColumn, tagsColumn] = [
    column("guid"),
    column("type"),
    column("deck"),
    column("tags"),
  ];
  const fieldColumns = columns.flatMap((use, i) => (use.to === "field" ? [i] : []));
  const find = typeOfRow(collection, typesNamed(collection));
  const isAnki = block.any;
  const hasDeck = deckColumn >= 0 || block.header.deck !== undefined;
  const unsaid = [...(hasDeck ? [] : ["deck" as const]), ...(tagsColumn >= 0 ? [] : ["tags" as const])];

  /** Cells of tags repeat themselves, at least the empty ones. */
  const tagLists = new Map<string, string[]>();
  const tagsIn = (cell: string): string[] => {
    const known = tagLists.get(cell);
    if (known) return known;
    const tags = normaliseTags([...tagsOf(cell, isAnki), ...everyone]);
    if (tagLists.size < 10_000) tagLists.set(cell, tags);
    return tags;
  };

  const chosen = columns.flatMap((use, i): [number, string][] => (use.to === "field" ? [[i, use.field]] : []));
  const byPlace = (type: NoteType) =>
    type.fields.flatMap(({ id }, i): [number, string][] => {
      const at = fieldColumns[i];
      return at === undefined ? [] : [[at, id]];
    });
  const byName = (type: NoteType) => {
    const found = type.fields.flatMap(({ id, name }): [number, string][] => {
      const at = names.findIndex((each) => each !== "" && plainName(each) === plainName(name));
      return at < 0 ? [] : [[at, id]];
    });
    return found.length > 0 ? found : null;
  };

  /** Columns of a type's fields: as they were chosen, or for a type from the table by their names, else their place. */
  const mappings = new Map<NoteType, [column: number, field: string][]>();
  const mappingOf = (type: NoteType) => {
    const known = mappings.get(type);
    if (known) return known;
    const mapping = typeColumn < 0 || type === own ? chosen : (byName(type) ?? byPlace(type));
    mappings.set(type, mapping);
    return mapping;
  };

  return ({ line, cells, odd }: Row, position: number): ParcelNote | null => {
    const leave = (say: string) => void problems.row(line, say, "broken");
    if (cells.some((cell) => cell.length > most.cell)) {
      leave("A cell is larger than 10 MB: the row was left out.");
      return null;
    }
    const guid = (cells[guidColumn] ?? "").trim();
    const type = typeColumn < 0 ? own : find(cells[typeColumn] ?? "", guid);
    if (!type) {
      const name = (cells[typeColumn] ?? "").trim().slice(0, 100);
      leave(
        name === ""
          ? "It names no note type: the row was left out. Choose one for the whole file if the column means something else."
          : `There is no note type “${name}” here: the row was left out. Choose one for the whole file, or bring that one in first.`,
      );
      return null;
    }
    const fields: Record<string, string> = {};
    const mapping = mappingOf(type);
    for (const [at, field] of mapping) {
      const cell = cells[at];
      if (cell !== undefined) fields[field] = fieldText(isAnki ? cell : cell.trim(), html, type.format);
    }
    const first = type.fields[0];
    if (first === undefined || (fields[first.id] ?? "").trim() === "") {
      leave(`Its first field${first ? `, “${first.name}”,` : ""} is empty: the row was left out.`);
      return null;
    }
    const id = newId();
    report(id, line, cells, odd, mapping);
    return {
      id,
      ...(guid === "" ? { nameless: true as const } : { guid }),
      ...(unsaid.length > 0 ? { unsaid } : {}),
      type: type.id,
      deck: deckOf(cells[deckColumn] ?? ""),
      fields,
      tags: tagsIn(cells[tagsColumn] ?? ""),
      position,
      created: now,
      modified: now,
    };
  };

  function report(
    id: string,
    line: number,
    cells: readonly string[],
    odd: Row["odd"],
    mapping: readonly [number, string][],
  ) {
    if (odd !== undefined) problems.row(line, oddities[odd], "suspicious", id);
    const placed = mapping.filter(([at]) => at < cells.length).length;
    if (mapping.length > 1 && placed === 1 && cells.length < columns.length)
      problems.row(line, "Only one of its fields is there.", "suspicious", id);
    else if (cells.length < columns.length) problems.short(line);
    const extra = cells.slice(columns.length).filter((cell) => cell.trim() !== "").length;
    if (extra > 0)
      problems.row(
        line,
        `It has ${cells.length} columns, the table ${columns.length}: the rest was left out.`,
        "suspicious",
        id,
      );
  }
}

/** Of several types with the name that a row gives, it has that of the note with its guid. */
function typeOfRow(collection: Collection, named: ReturnType<typeof typesNamed>) {
  let byGuid: Map<string, string> | null = null;
  return (name: string, guid: string): NoteType | null => {
    const types = named(name);
    if (types.length < 2 || guid === "") return types[0] ?? null;
    byGuid ??= new Map([...collection.notes.values()].map((note) => [guidOf(note), note.type]));
    const type = byGuid.get(guid);
    return types.find(({ id }) => id === type) ?? types[0] ?? null;
  };
}

const oddities: Readonly<Record<NonNullable<Row["odd"]>, string>> = {
  unclosed: "A quotation mark opens here and never closes: all that follows it is in one cell.",
  literal: "A quotation mark at the start of a cell has no other one that closes it: it was taken as it stands.",
  joined: "There is something behind a closing quotation mark: both are in the cell.",
  inner: "There are quotation marks within a quoted cell that are not doubled: they were taken as they stand.",
};

/** Words between blanks; outside of Anki's files also phrases between commas. */
function tagsOf(cell: string, isAnki: boolean): string[] {
  if (isAnki || !/[,;]/.test(cell)) return cell.split(/[\s\u3000]+/);
  return cell.split(/[,;]/).map((tag) => tag.trim().replace(/\s+/g, "_"));
}
