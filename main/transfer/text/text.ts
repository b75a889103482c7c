import { readFile, stat } from "node:fs/promises";
import { Failure } from "../../contract/faults.ts";
import type { FormatId } from "../../contract/shapes.ts";
import { mostRows, readTable } from "../../core/codec/text/readTable.ts";
import { toParcel } from "../../core/codec/text/toParcel.ts";
import type { Parcel } from "../../core/parcel/parcel.ts";
import type { Format, Reading } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";
import { decode } from "./decode.ts";
import { tableLosses, textLosses, writeAnkiText, writeSpreadsheet } from "./write.ts";

/** Anki's notes in plain text. */
export const text: Format = {
  id: "text",
  takes: (head, name, inside) =>
    inside === null && !isPage(head) && (/\.(?:txt|tsv|tab)$/i.test(name) || hasHeader(head)),
  read: (reading) => read(reading, "text"),
  write: writeAnkiText,
  losses: textLosses,
};

/** A table from a spreadsheet, or whatever else is a text. */
export const csv: Format = {
  id: "csv",
  takes: (head, name, inside) => inside === null && !isPage(head) && /\.csv$/i.test(name),
  read: (reading) => read(reading, "csv"),
  write: writeSpreadsheet,
  losses: tableLosses,
};

/** A web page that bears the name of a table is none. */
const isPage = (head: Uint8Array): boolean => /^\s*<(?:!doctype html|html)/i.test(beginning(head));

const beginning = (head: Uint8Array): string => decode(head.subarray(0, 1_024), null)?.text ?? "";

const hasHeader = (head: Uint8Array): boolean =>
  /^(?:#(?:separator|html|tags|columns|notetype|deck|guid column|if matches|match scope)[a-z ]*:)/i.test(
    beginning(head),
  );

async function read(reading: Reading, format: FormatId): Promise<Parcel> {
  const { name, options, collection, now, newId, progress, signal } = reading;
  progress({ stage: "open", done: 0, total: 0 });
  const bytes = await readBytes(reading);
  const decoded = decode(bytes, options?.text?.encoding ?? null);
  if (!decoded) throw refuse(name, "it is not text", "Save it as CSV or as plain text, and try again.");
  if (isJson(decoded.text))
    throw refuse(name, "it holds JSON, not a table", "If it is a deck, name it “.json” and try again.");
  const spreadsheet = /\.csv$/i.test(name);
  const table = readTable(decoded.text, {
    chosen: options?.text ?? null,
    encoding: decoded.encoding,
    spreadsheet,
    collection,
  });
  if (table.rows.length > mostRows)
    throw refuse(name, `it has more than ${mostRows.toLocaleString("en")} rows`, "Split it into smaller files.");
  for (const say of decoded.doubts) table.problems.unshift({ place: "the file", say, weight: "suspicious" });
  if (decoded.encoding !== "utf-8" && !options?.text) table.because += ` ${encodings[decoded.encoding]}`;
  const deck = options?.deck ?? table.block.header.deck ?? name.replace(/\.[^.]*$/, "");
  const making = toParcel(table, { format, deck, collection, now, newId });
  for (;;) {
    const step = making.next();
    if (step.done) return step.value;
    progress({ stage: "notes", done: step.value, total: table.rows.length });
    await new Promise(setImmediate);
    if (signal.aborted) throw new Failure({ code: "stopped" });
  }
}

const encodings = {
  "utf-16le": "Its letters are UTF-16.",
  "utf-16be": "Its letters are UTF-16.",
  "windows-1252": "Its letters are Windows-1252, since they are not UTF-8.",
} as const;

async function readBytes({ path, name, limits }: Reading): Promise<Uint8Array> {
  const { size } = await inWords("read", () => stat(path));
  if (size > limits.text)
    throw refuse(name, `it is larger than ${Math.floor(limits.text / 2 ** 20)} MB`, "Split it into smaller files.");
  return await inWords("read", () => readFile(path));
}

/** A text that is JSON as a whole, and no table that begins with a bracket. */
function isJson(text: string): boolean {
  const trimmed = text.trim();
  if (!/^[[{]\s*["{[\]}\d-]/.test(trimmed.slice(0, 1_000))) return false;
  try {
    JSON.parse(trimmed);
    return true;
  } catch {
    return false;
  }
}
