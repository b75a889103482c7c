import { readFile, stat } from "node:fs/promises";
import { decode } from "../../core/codec/deckText/decode.ts";
import { toParcel } from "../../core/codec/deckText/toParcel.ts";
import type { Format } from "../format.ts";
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
};

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
