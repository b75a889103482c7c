// Figures of tables of text: 200,000 rows read and written, and 60,000 rows of HTML that become Markdown.
import { it } from "vitest";
import { parseRows } from "../../main/core/codec/text/parseRows.ts";
import { readTable, type Table } from "../../main/core/codec/text/readTable.ts";
import { toParcel } from "../../main/core/codec/text/toParcel.ts";
import { writeNotes, writeTable } from "../../main/core/codec/text/writeNotes.ts";
import { emptyCollection } from "../../main/core/collection.ts";
import type { Parcel } from "../../main/core/parcel/parcel.ts";

function timed<T>(what: string, run: () => T): T {
  const from = performance.now();
  const value = run();
  const memory = Math.round(process.memoryUsage().heapUsed / 1e6);
  console.log(`${what}: ${Math.round(performance.now() - from)} ms, ${memory} MB in use`);
  return value;
}

const table = (text: string): Table =>
  readTable(text, { chosen: null, encoding: "utf-8", spreadsheet: true, collection: emptyCollection() });

function parcel(from: Table): Parcel {
  let last = 0;
  const given = { deck: "d", collection: emptyCollection(), now: 1, newId: () => String(++last) };
  const making = toParcel(from, { format: "csv", ...given });
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
  }
}

it("tables", () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => `word ${n},"meaning, no. ""${n}""",tag${n % 7} other`);
  const text = rows.join("\n");
  timed("200,000 rows parsed", () => [...parseRows(text, { separator: ",", width: 3 })].length);
  const read = timed("200,000 rows understood", () => table(text));
  const made = timed("200,000 rows as notes", () => parcel(read));
  timed("200,000 notes as Anki's text", () => [...writeNotes(made, true)].length);
  timed("200,000 notes as a table", () => [...writeTable(made, false)].length);
  const html = Array.from({ length: 60_000 }, (_, n) => `<b>word ${n}</b>;a<br>b ${n} <img src="p${n}.png">`);
  timed("60,000 rows of common HTML as notes", () => parcel(table(html.join("\n"))));
  const rare = Array.from({ length: 6_000 }, (_, n) => `<div>word ${n}</div>;a&nbsp;<span style="color: red">b</span>`);
  timed("6,000 rows of any HTML as notes", () => parcel(table(rare.join("\n"))));
});
