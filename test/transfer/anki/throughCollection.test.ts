import { describe, expect, it } from "vitest";
import { toParcel } from "../../../main/core/codec/anki/toParcel.ts";
import { apply, emptyCollection } from "../../../main/core/collection.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import { removal } from "../../../main/core/import/removal.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { berlin, bring, contents } from "../../core/import/parcels.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { readFileAt } from "./reading.ts";

const names = [
  "Capitals.apkg",
  "HTML_TEST.apkg",
  "deck_media_new.apkg",
  "deck_media_old.apkg",
  "legacy_deck.apkg",
  "new_deck.apkg",
  "pratyahara_deck.apkg",
  "prettify.apkg",
  "collection-2021-08-16@08-24-34.colpkg",
  "collection_nomedia_new.colpkg",
];
const now = Date.UTC(2026, 10, 25);
const all = { format: "apkg", schedule: true, presets: true, media: true } as const;

async function read(name: string): Promise<Parcel> {
  const { anki, media, renamed } = await readFileAt(realDeck(name));
  return toParcel(anki, { media, renamed, whole: name.endsWith("colpkg"), format: "apkg", calendar: berlin, now });
}

describe.skipIf(!haveRealDecks)("decks of others", () => {
  it.each(names)("%s comes out of the collection as it came in", async (name) => {
    const parcel = await read(name);
    const collection = emptyCollection();
    const { records } = bring(collection, parcel, { presets: true });
    expect(bring(collection, parcel, { presets: true }).records).toEqual({});
    const out = selectParcel(collection, { of: "all" }, parcel.reviews, all);
    // The decks around them are made where a file leaves them out, and the usual preset is called so here.
    const had = new Set(parcel.decks.map((deck) => deck.name));
    const usual = (preset: string) => (preset === "1" ? "default" : preset);
    const decks = ({ decks: list }: Parcel) =>
      new Set(list.filter((deck) => had.has(deck.name)).map((deck) => ({ ...deck, preset: usual(deck.preset) })));
    expect(decks(out)).toEqual(decks(parcel));
    expect(out.presets).toEqual(parcel.presets.map((preset) => ({ ...preset, id: usual(preset.id) })));
    expect(out.noteTypes).toEqual(parcel.noteTypes);
    expect(out.notes).toEqual(parcel.notes);
    expect(new Set(out.cards)).toEqual(new Set(parcel.cards));
    expect(out.reviews).toEqual(parcel.reviews);
    expect(new Set(out.media.map(({ id, hash }) => [id, hash]))).toEqual(
      new Set(parcel.media.map(({ id, hash }) => [id, hash])),
    );
    expect(out.kept).toEqual(parcel.kept);

    const removed = removal(collection, records, { ms: now, calendar: berlin });
    if ("code" in removed) throw new Error(removed.code);
    apply(collection, removed.records);
    expect({ ...contents(collection), imports: [] }).toEqual(contents(emptyCollection()));
  });
});
