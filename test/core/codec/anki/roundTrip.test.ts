import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { parse } from "lossless-json";
import { expect, it } from "vitest";
import type { Kept, StockId } from "../../../../main/contract/shapes.ts";
import type { AnkiCollection } from "../../../../main/core/codec/anki/collection.ts";
import { fromParcel } from "../../../../main/core/codec/anki/fromParcel.ts";
import { toParcel } from "../../../../main/core/codec/anki/toParcel.ts";
import { guidOf, newCard } from "../../../../main/core/collection.ts";
import { stockTypes } from "../../../../main/core/note/stockTypes.ts";
import type { Parcel } from "../../../../main/core/parcel/parcel.ts";
import { ankiCollection, calendar, now } from "./collections.ts";
import { mnemeParcel } from "./parcels.ts";

const read = (anki: AnkiCollection, whole = true) =>
  toParcel(anki, { media: [], renamed: new Map(), whole, format: "colpkg", calendar, now });
const write = (parcel: ReturnType<typeof read>, schedule = true) =>
  fromParcel(parcel, { calendar, now, schedule, presets: true });

/** Texts by what they say. */
const plain = ({ col, ...rows }: AnkiCollection) => ({
  ...rows,
  col: Object.fromEntries(
    Object.entries(col).map(([name, value]) => [name, typeof value === "string" ? parse(value) : value]),
  ),
});

it("gives back every row and every text of a collection in which nothing was changed", () => {
  fc.assert(
    fc.property(ankiCollection({ notes: 4, reviews: 12 }), fc.boolean(), (anki, whole) => {
      const parcel = read(anki, whole);
      expect(parcel.problems).toEqual([]);
      const { anki: back, losses } = write(parcel);
      expect(plain(back)).toEqual(plain(anki));
      expect(losses).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** A parcel as a file of Anki's can say it: numbers rounded as they are there, records by what they are called there. */
function sayable(parcel: Parcel): Parcel {
  const ids = new Map(parcel.notes.map(({ id, created }) => [id, String(created)]));
  const idOf = (card: string) => card.replace(/^[^/]*/, (note) => ids.get(note) ?? note);
  const { kept: _, ...rest } = parcel;
  const seconds = (ms: number) => Math.floor(ms / 1_000) * 1_000;
  const logged = new Set(parcel.reviews.map(({ at }) => at));
  const { presets, noteTypes } = parcel;
  return {
    ...rest,
    decks: parcel.decks.map(bare),
    presets: presets.map(bare),
    noteTypes: noteTypes.map(bare),
    notes: parcel.notes.map((note) => ({
      ...bare(note),
      id: idOf(note.id),
      guid: guidOf(note),
      modified: seconds(note.modified),
    })),
    cards: parcel.cards
      .map((card) => ({
        ...bare(card),
        id: idOf(card.id),
        note: idOf(card.note),
        stability: Number(card.stability.toFixed(4)),
        difficulty: Number(card.difficulty.toFixed(3)),
        last: logged.has(card.last) ? card.last : seconds(card.last),
      }))
      .filter(({ id: _, note: __, ord: ___, ...card }) => !isDeepStrictEqual(card, plainNew))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    reviews: parcel.reviews.map((review) => ({
      ...bare(review),
      card: idOf(review.card),
      ...{ stability: 0, difficulty: 0, recall: null },
    })),
  };
}

const bare = <T extends { kept?: Kept }>({ kept: _, ...record }: T) => record;
const { id: _id, note: _note, ord: _ord, ...plainNew } = newCard("", 0);

it("brings back every parcel of Mneme's, as far as numbers there have places", () => {
  fc.assert(
    fc.property(mnemeParcel(4), (parcel) => {
      const { anki } = write(parcel);
      const back = read(anki, false);
      expect(back.problems).toEqual([]);
      // Types that Mneme brings come along there.
      const own = back.noteTypes.filter(({ stock }) => stock === null);
      expect(sayable({ ...back, noteTypes: own, format: parcel.format })).toEqual(sayable(parcel));
      for (const type of back.noteTypes.filter(({ stock }) => stock !== null))
        expect(bare(type)).toEqual(stockTypes[type.id as StockId]);
    }),
    { numRuns: 20 },
  );
}, 60_000);
