import type { AnkiCollection } from "../../core/codec/anki/collection.ts";
import type { Progress } from "../format.ts";
import { type Database, sqlite } from "./database.ts";
import { isObject, type Json, type JsonObject, objectIn, writeJson } from "./json.ts";
import type { Pace } from "./pace.ts";
import { cardsTable, gravesTable, notesTable, revlogTable } from "./rowsOf.ts";
import { ours } from "./schema18/message.ts";
import { closeSorted, fillSorted, makeSorted } from "./schema18/sorted.ts";
import { writeTables } from "./schema18/writeTables.ts";
import { commonIndexes, commonTables, newIndexes, oldTables } from "./tables.ts";

/** The database of a collection as Anki 2.1 before 2.1.50 has it. */
export async function writeOld(anki: AnkiCollection, pace: Pace): Promise<Uint8Array> {
  return inMemory(async (database) => {
    for (const sql of [...commonTables, ...oldTables]) database.exec(sql);
    writeCol(database, anki, 11);
    await writeRows(database, anki, pace);
    for (const sql of commonIndexes) database.exec(sql);
    database.exec("COMMIT");
    return database.export();
  });
}

/** The database of a collection as Anki has had it since. */
export async function writeNew(anki: AnkiCollection, pace: Pace): Promise<Uint8Array> {
  return inMemory(async (database) => {
    for (const sql of commonTables) database.exec(sql);
    const roots = makeSorted(database);
    writeCol(database, anki, 18);
    const sorted = writeTables(database, anki.col);
    await writeRows(database, anki, pace);
    for (const sql of [...commonIndexes, ...newIndexes]) database.exec(sql);
    closeSorted(database, roots);
    database.exec("COMMIT");
    return fillSorted(database.export(), roots, sorted);
  });
}

async function inMemory(work: (database: Database) => Promise<Uint8Array>): Promise<Uint8Array> {
  const { Database } = await sqlite();
  const database = new Database();
  try {
    database.exec("PRAGMA page_size=4096; BEGIN");
    return await work(database);
  } finally {
    database.close();
  }
}

function writeCol(database: Database, { col }: AnkiCollection, schema: 11 | 18): void {
  const texts = [col.conf, col.models, col.decks, col.dconf, col.tags];
  const written = schema === 11 ? texts.map(withoutOurs) : texts.map(() => "");
  database.run(`INSERT INTO col VALUES (${Array(13).fill("?").join(", ")})`, [
    ...[1, col.crt, col.mod, col.scm, schema, col.dty, col.usn, col.ls],
    ...written,
  ]);
}

/** Nobody else is told what only Mneme keeps. */
function withoutOurs(text: string): string {
  if (!text.includes(`"${ours}"`)) return text;
  const stripped = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(stripped);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, of]) => (key === ours ? [] : [[key, stripped(of)]])),
    );
  };
  const json: JsonObject | null = objectIn(text);
  return json ? writeJson(stripped(json)) : text;
}

async function writeRows(database: Database, anki: AnkiCollection, pace: Pace): Promise<void> {
  await insert(database, notesTable, anki.notes, pace, "notes");
  await insert(database, cardsTable, anki.cards, pace, "cards");
  await insert(database, revlogTable, anki.revlog, pace, "reviews");
  await insert(database, gravesTable, anki.graves, pace, "reviews");
}

async function insert<Row extends object>(
  database: Database,
  { name, columns }: { name: string; columns: readonly string[] },
  list: readonly Row[],
  pace: Pace,
  stage: Progress["stage"],
): Promise<void> {
  const places = columns.map(() => "?").join(", ");
  const statement = database.prepare(`INSERT OR IGNORE INTO ${name} (${columns.join(", ")}) VALUES (${places})`);
  try {
    for (const [n, row] of list.entries()) {
      statement.run(columns.map((column) => row[column as keyof Row] as string | number));
      if (n % 5000 === 4999) await pace.tell({ stage, done: n + 1, total: list.length });
    }
  } finally {
    statement.free();
  }
  await pace.tell({ stage, done: list.length, total: list.length });
}
