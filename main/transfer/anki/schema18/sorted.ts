import type { Database } from "sql.js";
import { rows } from "../database.ts";
import { newTables, sortedIndexes } from "../tables.ts";
import { foldCase } from "./fold.ts";
import { writeIndex } from "./indexTree.ts";
import { type Cell, record } from "./record.ts";

/** What stands in an index or table that is sorted by Anki's collation: rows of which the first cell is a text, in any order. */
export type SortedRows = ReadonlyMap<string, readonly (readonly [string, ...Cell[]])[]>;

const collation = " COLLATE unicase";
const nameOf = (sql: string): string => /(?:TABLE|INDEX) (\w+)/.exec(sql)?.[1] ?? "";

/**
 * Makes the tables of schema 18 that this SQLite can fill, without the collation, and the indexes that need it, of which only the
 * place is made: no row that is written later goes into them.
 */
export function makeSorted(database: Database): Map<string, number> {
  for (const sql of newTables) database.exec(sql.replaceAll(collation, ""));
  for (const sql of sortedIndexes) database.exec(sql);
  const roots = new Map(
    [...rows(database, "SELECT name, rootpage FROM sqlite_master")].map(([name, root]) => [String(name), Number(root)]),
  );
  database.exec("PRAGMA writable_schema=ON");
  for (const sql of sortedIndexes) database.run("DELETE FROM sqlite_master WHERE name = ?", [nameOf(sql)]);
  database.exec("PRAGMA writable_schema=RESET");
  return roots;
}

/** Writes the schema as Anki has it. Nothing can be written to the database afterwards. */
export function closeSorted(database: Database, roots: ReadonlyMap<string, number>): void {
  database.exec("PRAGMA writable_schema=ON");
  for (const sql of newTables.filter((each) => each.includes(collation)))
    database.run("UPDATE sqlite_master SET sql = ? WHERE name = ?", [sql, nameOf(sql)]);
  for (const sql of sortedIndexes) {
    const [, name = "", table = ""] = /INDEX (\w+) ON (\w+)/.exec(sql) ?? [];
    database.run("INSERT INTO sqlite_master VALUES ('index', ?, ?, ?, ?)", [name, table, roots.get(name) ?? 0, sql]);
  }
}

/** Puts the rows in their order into the bytes of the database. Rows of the same name keep theirs by the cells after it. */
export function fillSorted(bytes: Uint8Array, roots: ReadonlyMap<string, number>, sorted: SortedRows): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint16(16) || 65536;
  const first = bytes.length / size;
  const added: Buffer[] = [];
  const add = (page: Buffer) => first + added.push(page);
  for (const [name, unordered] of sorted) {
    const keyed = unordered.map((cells) => ({ cells, key: Buffer.from(foldCase(cells[0])) }));
    // Of UTF-8, the order of bytes is that of code points.
    keyed.sort((a, b) => Buffer.compare(a.key, b.key) || Number(a.cells[1]) - Number(b.cells[1]));
    const root = writeIndex(
      size,
      keyed.map(({ cells }) => record(cells)),
      add,
    );
    bytes.set(root, ((roots.get(name) ?? 1) - 1) * size);
  }
  view.setUint32(28, first + added.length);
  return Buffer.concat([bytes, ...added]);
}
