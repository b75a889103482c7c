import { readFile, stat, writeFile } from "node:fs/promises";
import { Failure, isFault } from "../../contract/faults.ts";
import { decode } from "../../core/codec/deckText/decode.ts";
import { toParcel } from "../../core/codec/deckText/toParcel.ts";
import { apply, emptyCollection } from "../../core/collection.ts";
import { exportDeck } from "../../core/deck/exportDeck.ts";
import type { Loss, Parcel } from "../../core/parcel/parcel.ts";
import type { Format, WriteOptions } from "../format.ts";
import { inWords } from "../inWords.ts";
import { refuse } from "../refuse.ts";

/** Mneme's own decks in plain text. */
export const markdown: Format = {
  id: "markdown",
  takes: (_, name, inside) => inside === null && /\.(?:md|markdown)$/i.test(name),
  async read({ path, name, limits, newId, now, progress }) {
    const { size } = await inWords("read", () => stat(path));
    if (size > limits.text) throw refuse(name, "it is too large for a deck in text", "Split it into several files.");
    progress({ stage: "open", done: 0, total: size });
    const parcel = toParcel(decode(textOf(await inWords("read", () => readFile(path)), name)), { name, now, newId });
    if (parcel.notes.length + parcel.problems.length === 0)
      throw refuse(name, "no note was found in it", "decks/README.md of Mneme shows how notes are written.");
    return parcel;
  },
  write: async (parcel, { path, options }) => {
    const { text, losses } = encoded(parcel, options);
    await writeFile(path, text);
    return losses;
  },
  losses: (parcel, options) => encoded(parcel, options).losses,
};

/** The outermost deck of a parcel as text. Throws the fault `file` if there are several. */
function encoded(parcel: Parcel, { schedule }: WriteOptions): { text: string; losses: Loss[] } {
  const collection = emptyCollection();
  const { decks, noteTypes, notes } = parcel;
  const added = <T>(records: readonly T[]) => records.map((record): [null, T] => [null, record]);
  apply(collection, { decks: added(decks), noteTypes: added(noteTypes), notes: added(notes) });
  const [outer, other] = decks.filter(({ name }) => !decks.some((deck) => name.startsWith(`${deck.name}::`)));
  if (!outer || other) throw new Failure({ code: "file", detail: "a deck in Markdown is one deck; choose one" });
  const made = exportDeck(collection, outer.id);
  if (isFault(made)) throw new Failure(made);
  const losses = [
    { what: "notes of other types", count: made.leftOut },
    { what: "notes' further fields", count: made.cut },
    { what: "cards' schedules", count: schedule ? parcel.cards.length : 0 },
    { what: "answers of the log", count: parcel.reviews.length },
    { what: "media files", count: parcel.media.length },
  ];
  return { text: made.text, losses };
}

function textOf(bytes: Uint8Array, name: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refuse(name, "it is not UTF-8 text", "Save it as UTF-8 and try again.");
  }
}
