import { parse } from "lossless-json";
import { describe, expect, it } from "vitest";
import type { AnkiCollection } from "../../../main/core/codec/anki/collection.ts";
import { fromParcel } from "../../../main/core/codec/anki/fromParcel.ts";
import { toParcel } from "../../../main/core/codec/anki/toParcel.ts";
import { emptyCollection } from "../../../main/core/collection.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import { bring } from "../../core/import/parcels.ts";
import { haveRealDecks, realDeck } from "../../fixtures/realDecks.ts";
import { readFileAt } from "./reading.ts";

const calendar = { zone: "Europe/Berlin", rolloverHour: 4 };
const now = Date.parse("2026-11-20T12:00Z");

const decks = [
  ...["Capitals.apkg", "HTML_TEST.apkg", "deck_media_new.apkg", "deck_media_old.apkg", "legacy_deck.apkg"],
  ...["new_deck.apkg", "pratyahara_deck.apkg", "prettify.apkg"],
  ...["collection-2021-08-16@08-24-34.colpkg", "collection_nomedia_new.colpkg"],
];

/** Texts by what they say; rows by their number. */
const plain = ({ col, schema: _, ...rows }: AnkiCollection) => ({
  col: Object.fromEntries(
    Object.entries(col).map(([name, value]) => [name, typeof value === "string" ? parse(value) : value]),
  ),
  notes: rows.notes.toSorted((a, b) => a.id - b.id),
  cards: rows.cards.toSorted((a, b) => a.id - b.id),
  revlog: rows.revlog.toSorted((a, b) => a.id - b.id),
  graves: rows.graves,
});

describe.skipIf(!haveRealDecks)("decks of others", () => {
  it.each(decks)("%s comes and goes without a difference in any row or text", async (name) => {
    const { anki, media, renamed } = await readFileAt(realDeck(name));
    const whole = name.endsWith(".colpkg");
    const parcel = toParcel(anki, { media, renamed, whole, format: whole ? "colpkg" : "apkg", calendar, now });
    const back = fromParcel(parcel, { calendar, now, schedule: true, presets: true });
    expect(plain(back.anki)).toEqual(plain(anki));
    expect(back.losses).toEqual([]);
  });

  it.each(decks)("%s is imported and exported without a difference in any row", async (name) => {
    const { anki, media, renamed } = await readFileAt(realDeck(name));
    const whole = name.endsWith(".colpkg");
    const parcel = toParcel(anki, { media, renamed, whole, format: "apkg", calendar, now });
    const collection = emptyCollection();
    bring(collection, parcel, { presets: true });
    const all = { format: "apkg", schedule: true, presets: true, media: true } as const;
    const out = selectParcel(collection, { of: "all" }, parcel.reviews, all);
    const { anki: back, losses } = fromParcel(out, { calendar, now, schedule: true, presets: true });
    const { col: _, ...rows } = plain(back);
    const { col: __, ...had } = plain(anki);
    expect(rows).toEqual(had);
    expect(losses).toEqual([]);
  });
});
