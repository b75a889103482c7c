import type { Records, Tables } from "../contract/shapes.ts";
import type { Pair } from "./bulk.ts";
import { fromRow, type RowTable, rowFields, toRow } from "./snapshot.ts";

/** Records of a table of rows that are new, without the names of their fields. */
interface Rows {
  fields: readonly string[];
  rows: unknown[][];
}

interface Piece {
  records: Records;
  added?: { [T in RowTable]?: Rows };
}

/** Puts a piece of a bulk together: what is new in a table of rows takes less room as rows. */
export class Packing {
  #pairs = new Map<keyof Tables, string[]>();
  #added = new Map<RowTable, string[]>();
  /** Records in it, and characters. */
  count = 0;
  length = 0;

  add([table, before, after]: Pair): void {
    const isNew = before === null && after !== null && isRows(table);
    const text = JSON.stringify(isNew ? toRow(table, after) : [before, after]);
    if (isNew) push(this.#added, table, text);
    else push(this.#pairs, table, text);
    this.count++;
    this.length += text.length;
  }

  /** The text of line number `n`, not sealed yet; what comes next begins another one. */
  take(n: number): string {
    const added = object(this.#added, (table, rows) => `{"fields":${JSON.stringify(rowFields[table])},"rows":${rows}}`);
    const text = `{"n":${n},"records":${object(this.#pairs, (_, pairs) => pairs)},"added":${added}}`;
    this.#pairs = new Map();
    this.#added = new Map();
    this.count = 0;
    this.length = 0;
    return text;
  }
}

const isRows = (table: keyof Tables): table is RowTable => table in rowFields;

function push<K>(lists: Map<K, string[]>, key: K, text: string): void {
  const list = lists.get(key);
  if (list) list.push(text);
  else lists.set(key, [text]);
}

function object<K>(lists: Map<K, string[]>, member: (key: K, list: string) => string): string {
  const members = [...lists].map(([key, texts]) => `${JSON.stringify(key)}:${member(key, `[${texts.join(",")}]`)}`);
  return `{${members.join(",")}}`;
}

/** What `Packing` packed, but for new reviews from before `since` (epoch milliseconds); a journal line passes as it is. */
export function unpackPiece<T extends Partial<Piece>>({ added, ...line }: T, since?: number): Omit<T, "added"> {
  if (!added) return line;
  const records: Record<string, unknown[]> = { ...line.records };
  for (const [table, { fields, rows }] of Object.entries(added)) {
    const at = table === "reviews" && since !== undefined ? fields.indexOf("at") : -1;
    const wanted = at < 0 ? rows : rows.filter((row) => Number(row[at]) >= Number(since));
    records[table] = [...wanted.map((row) => [null, fromRow(fields, row)]), ...(records[table] ?? [])];
  }
  return { ...line, records: records as Records };
}
