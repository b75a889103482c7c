import { open } from "node:fs/promises";
import { Failure } from "../../contract/faults.ts";
import { losses } from "../../core/codec/text/losses.ts";
import { writeNotes, writeTable } from "../../core/codec/text/writeNotes.ts";
import type { Loss, Parcel } from "../../core/parcel/parcel.ts";
import type { WriteOptions, Writing } from "../format.ts";
import { inWords } from "../inWords.ts";

/** Lines that go to disk at once. */
const together = 2_000;

/** Writes Anki's notes in plain text. */
export async function writeAnkiText(parcel: Parcel, writing: Writing): Promise<Loss[]> {
  await writeLines(writeNotes(parcel, writing.options.html), "\n", "", parcel.notes.length, writing);
  return textLosses(parcel, writing.options);
}

/** Writes a table for spreadsheets, which know UTF-8 by its mark. */
export async function writeSpreadsheet(parcel: Parcel, writing: Writing): Promise<Loss[]> {
  await writeLines(writeTable(parcel, writing.options.html), "\r\n", "\ufeff", parcel.notes.length, writing);
  return tableLosses(parcel, writing.options);
}

export const textLosses = (parcel: Parcel, options: WriteOptions): Loss[] =>
  losses(parcel, { ...options, spreadsheet: false });

export const tableLosses = (parcel: Parcel, options: WriteOptions): Loss[] =>
  losses(parcel, { ...options, spreadsheet: true });

const writeLines = (lines: Iterable<string>, end: string, mark: string, total: number, writing: Writing) =>
  inWords("write", async () => {
    const { path, progress, signal } = writing;
    const file = await open(path, "w");
    try {
      let written = 0;
      let waiting = mark;
      for (const line of lines) {
        waiting += line + end;
        if (++written % together > 0) continue;
        if (signal.aborted) throw new Failure({ code: "stopped" });
        await file.write(waiting);
        waiting = "";
        progress({ stage: "write", done: written, total });
      }
      await file.write(waiting);
      await file.sync();
    } finally {
      await file.close();
    }
  });
