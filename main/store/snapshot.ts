import type { Card, Day, Review, Tables } from "../contract/shapes.ts";
import { type Collection, emptyCollection } from "../core/collection.ts";
import { version } from "./line.ts";
import { seal } from "./seal.ts";

/** How far a snapshot reaches in each segment: the last line it holds, and the bytes that were there. */
export type Covers = Record<string, { n: number; bytes: number }>;

/** Content and progress are saved apart, so that studying never rewrites notes. */
export const parts = {
  content: ["decks", "noteTypes", "notes", "media", "searches", "presets", "settings", "imports"],
  progress: ["cards", "days", "reviews"],
} as const satisfies Record<string, readonly (keyof Tables)[]>;

export type PartName = keyof typeof parts;

/** What a snapshot file says before its tables. */
export interface Head {
  v: number;
  covers: Covers;
  /**
   * In progress only: the checksum of a content file. If that is the checksum of the content found beside it, the lines
   * that progress covers changed nothing in it, and content reaches as far.
   */
  content?: string;
}

export type RowTable = "cards" | "days" | "reviews";
const order = <T>(fields: Record<keyof T, true>) => Object.keys(fields) as (keyof T & string)[];

// Complete by type: a field that is added to a shape and forgotten here does not compile.
export const rowFields: Record<RowTable, string[]> = {
  cards: order<Card>({
    id: true,
    note: true,
    ord: true,
    deck: true,
    phase: true,
    step: true,
    due: true,
    day: true,
    interval: true,
    stability: true,
    difficulty: true,
    last: true,
    reps: true,
    lapses: true,
    buried: true,
    suspended: true,
    flag: true,
    kept: true,
    buriedAsSibling: true,
    placed: true,
  }),
  days: order<Day>({
    id: true,
    day: true,
    deck: true,
    answers: true,
    reviews: true,
    recalled: true,
    interday: true,
    fresh: true,
    took: true,
  }),
  reviews: order<Review>({
    id: true,
    card: true,
    at: true,
    grade: true,
    took: true,
    phase: true,
    elapsed: true,
    interval: true,
    stability: true,
    difficulty: true,
    recall: true,
    kept: true,
    kind: true,
  }),
};

type Row = Record<string, unknown>;

/** Fields that a record may be without; in a row that is null. */
const absent: ReadonlySet<string> = new Set(["deck", "kept", "buriedAsSibling", "placed", "kind"]);

/**
 * The text of a snapshot file (a newline ends it): one JSON object, one record a line, sealed like a journal line.
 *
 *     {"v":4,"covers":{"<segment>":{"n":17,"bytes":5120}},"content":"1a2b3c4d",
 *     "cards":{"fields":["id","note",…],"rows":[
 *     ["n1/0","n1",…],
 *     …]},
 *     "days":…,"reviews":…,"x":"5e6f7a8b"}
 *
 * Tables of content are arrays of objects instead, since their records differ in shape.
 */
export function encodeSnapshot(part: PartName, head: Head, collection: Collection): string {
  const members = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  for (const table of parts[part]) {
    const records = [...collection[table].values()] as unknown as Row[];
    members.push(`\n${JSON.stringify(table)}:${encodeTable(table, records)}`);
  }
  return seal(`{${members.join(",")}}`);
}

function encodeTable(table: keyof Tables, records: Row[]): string {
  const fields = rowFields[table as RowTable];
  const list = (rows: unknown[]) => (rows.length ? `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}]` : "[]");
  if (!fields) return list(records);
  const rows = records.map((record) => fields.map((field) => record[field]));
  return `{"fields":${JSON.stringify(fields)},"rows":${list(rows)}}`;
}

/** The records of a decoded snapshot. */
export function decodeTables(part: PartName, value: Record<string, unknown>): Collection {
  const collection = emptyCollection();
  for (const table of parts[part]) {
    const map = collection[table] as Map<string, unknown>;
    // A table that an older format did not have.
    const saved = (value[table] ?? []) as Row[] | { fields: string[]; rows: unknown[][] };
    for (const record of Array.isArray(saved) ? saved : saved.rows.map((row) => fromRow(saved.fields, row)))
      map.set(String(record.id), record);
  }
  return collection;
}

/** A record of a table of rows as its values alone. */
export const toRow = (table: RowTable, record: object): unknown[] =>
  rowFields[table].map((field) => (record as Row)[field]);

/** What `toRow` gave. */
export function fromRow(fields: readonly string[], row: unknown[]): Row {
  const record: Row = {};
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as string;
    if (!(row[i] === null && absent.has(field))) record[field] = row[i];
  }
  return record;
}

export const newHead = (covers: Covers, content?: string): Head =>
  content === undefined ? { v: version, covers } : { v: version, covers, content };
