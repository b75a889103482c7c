import { describe, expect, it } from "vitest";
import { objectIn } from "../../../main/transfer/anki/json.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { digests, readFileAt } from "./reading.ts";

/** Counts by an independent look with Python's sqlite3. */
const readable = [
  ["Capitals.apkg", 18, 1, 1, 0, 0],
  ["HTML_TEST.apkg", 11, 15, 16, 2, 5],
  ["deck_media_new.apkg", 18, 6, 8, 0, 4],
  ["deck_media_old.apkg", 11, 6, 8, 0, 4],
  ["legacy_deck.apkg", 11, 5, 6, 7, 2],
  ["new_deck.apkg", 18, 5, 6, 23, 2],
  ["pratyahara_deck.apkg", 11, 52, 52, 0, 0],
  ["prettify.apkg", 11, 9, 12, 0, 0],
  ["collection-2021-08-16@08-24-34.colpkg", 11, 17, 31, 5, 3],
  ["collection_nomedia_new.colpkg", 18, 6, 8, 88, 0],
] as const;

const refused = [
  ["broken_deck.apkg", /“broken_deck.apkg” cannot be imported: it is no Anki package: it is no zip archive/],
  ["bad.apkg", /“bad.apkg” cannot be imported: it is no Anki package: there is no collection in it/],
  ["testfile.apkg", /“testfile.apkg” cannot be imported: its collection is empty/],
] as const;

describe.skipIf(!haveRealDecks)("decks of others", () => {
  it.each(readable)("reads %s", async (name, schema, notes, cards, revlog, media) => {
    const { anki, ...file } = await readFileAt(realDeck(name));
    expect([anki.schema, anki.notes.length, anki.cards.length, anki.revlog.length]).toEqual([
      schema,
      notes,
      cards,
      revlog,
    ]);
    expect(file.media).toHaveLength(media);
    expect(file.problems).toEqual([]);
    for (const text of ["models", "decks", "dconf", "conf", "tags"] as const)
      expect(objectIn(anki.col[text])).not.toBeNull();
  });

  it.each(refused)("refuses %s", async (name, sentence) => {
    await expect(readFileAt(realDeck(name))).rejects.toThrow(sentence);
  });

  it("reads the same deck the same from both generations", async () => {
    const [old, fresh] = [
      await readFileAt(realDeck("deck_media_old.apkg")),
      await readFileAt(realDeck("deck_media_new.apkg")),
    ];
    expect(digests(fresh.bytes)).toEqual(digests(old.bytes));
    expect(fresh.anki.notes.map(({ guid, flds }) => [guid, flds])).toEqual(
      old.anki.notes.map(({ guid, flds }) => [guid, flds]),
    );
  });
});
