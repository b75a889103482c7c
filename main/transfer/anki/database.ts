import initSqlJs, { type Database, type SqlJsStatic, type SqlValue } from "sql.js";
import { damaged, Refusal } from "./refusal.ts";

export type { Database, SqlValue };

let ready: Promise<SqlJsStatic> | undefined;
export const sqlite = (): Promise<SqlJsStatic> => {
  ready ??= initSqlJs();
  return ready;
};

const magic = "SQLite format 3\0";

/** Whether bytes begin as a database does. */
export const isDatabase = (head: Uint8Array): boolean => Buffer.from(head.subarray(0, 16)).toString("latin1") === magic;

/**
 * Opens a foreign database in memory and never trusts it: nothing in it is run, and it is not written to but for the collation that
 * only Anki has. `bytes` must not be used afterwards. Throws a Refusal.
 */
export async function openDatabase(bytes: Uint8Array, place: string): Promise<Database> {
  if (!isDatabase(bytes)) throw damaged(place, "its collection is no database");
  // A package brings no write-ahead log, whatever these two say.
  bytes[18] = 1;
  bytes[19] = 1;
  const { Database } = await sqlite();
  const database = guarded(place, () => new Database(bytes));
  try {
    guarded(place, () => {
      database.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA ignore_check_constraints=ON");
      withoutCollation(database);
      database.exec("PRAGMA query_only=ON");
      check(database, place);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What a foreign database throws is its damage. */
export function guarded<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(place, `its collection is damaged (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** Tables are sorted by an order that SQLite does not know; without its name they can be read from end to end. */
function withoutCollation(database: Database): void {
  const named = [...rows(database, "SELECT rowid, sql FROM sqlite_master WHERE sql LIKE '%unicase%'")];
  if (named.length === 0) return;
  database.exec("PRAGMA writable_schema=ON");
  for (const [id, sql] of named)
    database.run("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", [
      String(sql).replace(/\bcollate\s{1,8}["'`[]?unicase\b["'`\]]?/gi, ""),
      id ?? null,
    ]);
  database.exec("PRAGMA writable_schema=RESET");
}

/** What is no damage to rows: keys in the order of the missing collation, and pages that nobody uses. */
const harmless = /PRIMARY KEY order|never used$|^\*\*\* in database|^ok$/;

function check(database: Database, place: string): void {
  const said = [...rows(database, "PRAGMA quick_check(1000)")].flatMap(([lines]) => String(lines).split("\n"));
  const wrong = said.find((line) => !harmless.test(line));
  if (wrong) throw damaged(place, `its collection is damaged (${wrong.slice(0, 120)})`);
}

/** One row after another. */
export function* rows(database: Database, sql: string, values: SqlValue[] = []): Generator<SqlValue[]> {
  const statement = database.prepare(sql, values);
  try {
    while (statement.step()) yield statement.get();
  } finally {
    statement.free();
  }
}

/** The named columns of a table, read from end to end. Refuses what only looks like a table: views and the like run foreign code. */
export function tableIn(database: Database, place: string): (table: string, columns: readonly string[]) => string {
  const types = new Map([...rows(database, "PRAGMA main.table_list")].map((row) => [String(row[1]), String(row[2])]));
  return (table, columns) => {
    if (!types.has(table)) throw damaged(place, `its table “${table}” is missing`);
    if (types.get(table) !== "table") throw damaged(place, `“${table}” in it is no plain table`);
    const found = new Map(
      [...rows(database, `PRAGMA main.table_xinfo(${table})`)].map((row) => [
        String(row[1]).toLowerCase(),
        Number(row[6]),
      ]),
    );
    for (const column of columns) {
      if (!found.has(column.toLowerCase()))
        throw damaged(place, `the column “${column}” of its table “${table}” is missing`);
      if (found.get(column.toLowerCase()) !== 0)
        throw damaged(place, `the column “${column}” of its table “${table}” is computed`);
    }
    return `main.${table} NOT INDEXED`;
  };
}
