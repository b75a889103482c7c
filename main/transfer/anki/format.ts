import type { FormatId } from "../../contract/shapes.ts";
import { fromParcel } from "../../core/codec/anki/fromParcel.ts";
import { toParcel } from "../../core/codec/anki/toParcel.ts";
import type { Loss, Parcel } from "../../core/parcel/parcel.ts";
import type { Format, Reading, Writing } from "../format.ts";
import { inWords } from "../inWords.ts";
import { isDatabase } from "./database.ts";
import { type AnkiFile, readBare, readPackage } from "./readAnki.ts";
import { writePackage } from "./writePackage.ts";

/** Decks of Anki, to be added to what is there. */
export const apkg: Format = {
  id: "apkg",
  takes: (head, name, inside) => inside === null && isPackage(head, name) && !isWhole(name),
  read: (reading) => parcel(reading, "apkg", readPackage),
  write,
};

/** A whole collection of Anki, with its settings. */
export const colpkg: Format = {
  id: "colpkg",
  takes: (head, name, inside) => inside === null && isPackage(head, name) && isWhole(name),
  read: (reading) => parcel(reading, "colpkg", readPackage),
  write,
};

/** The database of a collection by itself, as it lies in Anki's folder. */
export const anki2: Format = {
  id: "anki2",
  takes: (head, name, inside) =>
    inside === null && (isDatabase(head) || (/\.anki(?:2|21)$/i.test(name) && isBinary(head))),
  read: (reading) => parcel(reading, "anki2", readBare),
};

/** By its name, unless it is plain text, of which others know what it is; or by what lies in it. */
function isPackage(head: Uint8Array, name: string): boolean {
  if (/\.(?:apkg|colpkg)$/i.test(name)) return isBinary(head);
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return bytes.subarray(0, 4).toString("latin1") === "PK\x03\x04" && bytes.includes("collection.anki2");
}

const isBinary = (head: Uint8Array): boolean => head.subarray(0, 4096).some((byte) => byte < 9);

/** Anki itself names whole collections like this, and backups. */
const isWhole = (name: string): boolean => /\.colpkg$|^collection\.apkg$|^backup-.*\.apkg$/i.test(name);

async function parcel(
  reading: Reading,
  format: FormatId,
  read: (reading: Reading) => Promise<AnkiFile>,
): Promise<Parcel> {
  const { anki, media, renamed, problems } = await inWords("read", () => read(reading));
  const { calendar, now } = reading;
  const made = toParcel(anki, { media, renamed, whole: format !== "apkg", format, calendar, now });
  return { ...made, problems: [...problems, ...made.problems] };
}

async function write(parcel: Parcel, writing: Writing): Promise<Loss[]> {
  const { calendar, now, options } = writing;
  const { schedule, presets } = options;
  const { anki, losses } = fromParcel(parcel, { calendar, now, schedule, presets });
  const media = options.media ? parcel.media : [];
  const left = await inWords("write", () => writePackage(anki, media, writing, options.older));
  return left.length === 0 ? losses : [...losses, { what: "media whose names Anki cannot have", count: left.length }];
}
