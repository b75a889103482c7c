import type { Records, Tables } from "../contract/shapes.ts";
import type { Pair } from "./bulk.ts";
import { fromRow, type RowTable, rowFields, toRow } from "./snapshot.ts";

/** Records of a table of rows that are new, without the names of their fields. */
interface Rows {
  fields: readonly string[];
  rows: unknown[][];
}

export interface Piece {
  records: Records;
  added?: { [T in RowTable]?: Rows };
}

/** A piece of a bulk as it is written: what is new in a table of rows takes less room as rows. */
export function packPiece(pairs: readonly Pair[]): Piece {
  const records: Record<string, unknown[]> = {};
  const added: Record<string, Rows> = {};
  for (const [table, before, after] of pairs) {
    if (before === null && after !== null && isRows(table)) {
      added[table] ??= { fields: rowFields[table], rows: [] };
      added[table].rows.push(toRow(table, after));
    } else {
      records[table] ??= [];
      records[table].push([before, after]);
    }
  }
  return { records: records as Records, ...(Object.keys(added).length > 0 && { added }) };
}

const isRows = (table: keyof Tables): table is RowTable => table in rowFields;

/** What `packPiece` packed; a journal line passes as it is. */
export function unpackPiece<T extends Partial<Piece>>({ added, ...line }: T): Omit<T, "added"> {
  if (!added) return line;
  const records: Record<string, unknown[]> = { ...line.records };
  for (const [table, { fields, rows }] of Object.entries(added))
    records[table] = [...rows.map((row) => [null, fromRow(fields, row)]), ...(records[table] ?? [])];
  return { ...line, records: records as Records };
}
