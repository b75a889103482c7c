import { readFile, stat, writeFile } from "node:fs/promises";
import type { NoteType } from "../../contract/shapes.ts";
import { decode } from "../../core/codec/deckText/decode.ts";
import { sidecarMark, textLosses, toText } from "../../core/codec/deckText/fromParcel.ts";
import { toParcel } from "../../core/codec/deckText/toParcel.ts";
import { typeNames } from "../../core/codec/deckText/typeNames.ts";
import { readLists } from "../../core/codec/json/readLists.ts";
import type { Collection } from "../../core/collection.ts";
import type { Format, Reading } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";

/** Mneme's own decks in plain text: one file. */
export const markdown: Format = {
  id: "markdown",
  takes: (_, name, inside) => inside === null && /\.(?:md|markdown)$/i.test(name),
  async read(reading) {
    const { path, name, collection, now, newId } = reading;
    const text = await readText(path, name, reading);
    const cut = text.lastIndexOf(sidecarMark);
    const found = cut < 0 ? null : readLists(text.slice(cut + sidecarMark.length).replace(/-->\s*$/, ""));
    const rest = found && "refused" in found ? null : found;
    const noteTypes = rest?.lists.noteTypes ?? [];
    const read = decode(text, namedIn(noteTypes, collection));
    const parcel = toParcel([{ ...read, name }], { now, newId, rest, noteTypes });
    if (found && "refused" in found) {
      const say = `What Mneme wrote at the end of the file cannot be read: ${found.refused}. The notes were read without it.`;
      parcel.problems.push({ place: found.place || "its last comment", say, weight: "suspicious" });
    }
    if (parcel.notes.length + parcel.problems.length === 0)
      throw refuse(name, "no note was found in it", "decks/README.md of Mneme shows how notes are written.");
    return parcel;
  },
  write: (parcel, { path }) =>
    inWords("write", async () => {
      await writeFile(path, await toText(parcel));
      return textLosses(parcel);
    }),
  losses: textLosses,
};

/** A type by the name that notes call it: one of the file, or else the person's. */
export function namedIn(types: readonly NoteType[], collection: Collection) {
  const [theirs, mine] = [typeNames(types), typeNames([...collection.noteTypes.values()])];
  return (name: string): NoteType | null => theirs.get(name) ?? mine.get(name) ?? null;
}

/** A file of text. Throws the faults `file` and `package`. */
export async function readText(path: string, name: string, { limits, progress }: Reading): Promise<string> {
  const { size } = await inWords("read", () => stat(path));
  if (size > limits.text) throw refuse(name, "it is too large for a deck in text", "Split it into several files.");
  progress({ stage: "open", done: 0, total: size });
  const bytes = await inWords("read", () => readFile(path));
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n");
  } catch {
    throw refuse(name, "it is not UTF-8 text", "Save it as UTF-8 and try again.");
  }
}
