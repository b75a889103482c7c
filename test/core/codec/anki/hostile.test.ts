// Whatever a file says: nothing is thrown, no number in the parcel is none, and what comes of it can be written again.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AnkiCollection } from "../../../../main/core/codec/anki/collection.ts";
import { fromParcel } from "../../../../main/core/codec/anki/fromParcel.ts";
import { readState } from "../../../../main/core/codec/anki/readState.ts";
import { toParcel } from "../../../../main/core/codec/anki/toParcel.ts";
import { defaultPreset } from "../../../../main/core/collection.ts";
import { dayFinder } from "../../../../main/core/schedule/dayFinder.ts";
import { ankiCollection, calendar, now } from "./collections.ts";

const odd = fc.constantFrom(
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 0, 1.5, 2 ** 31, -(2 ** 31), 2 ** 53, 1e300],
  ...[5, now, now * 5, Math.floor(now / 1_000)],
);
const oddText = fc.constantFrom(
  ...["", "{", "[]", "null", '{"1":5}', '{"__proto__":{"id":1}}', '{"s":NaN}', '{"s":1e999,"d":-4,"lrt":1e300}'],
  ...[`${"[".repeat(5_000)}`, '{"a":1,"a":2}', "\u001f\u0000\ud800", '{"s":0,"d":99,"pos":-1,"cd":5}'],
);

/** Puts odd values in some of the places of a collection. */
const spoilt = fc
  .tuple(
    ankiCollection({ notes: 3, reviews: 6 }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), odd, oddText), { maxLength: 12 }),
  )
  .map(([anki, changes]) => {
    const rows = [...anki.notes, ...anki.cards, ...anki.revlog, anki.col] as unknown as Record<string, unknown>[];
    for (const [n, m, number, text] of changes) {
      const row = rows[n % rows.length] as Record<string, unknown>;
      const names = Object.keys(row);
      const name = names[m % names.length] as string;
      row[name] = typeof row[name] === "number" ? number : text;
    }
    return anki;
  });

/** Models, decks and presets in which some values are others. */
const spoiltJson = fc
  .tuple(
    ankiCollection({ notes: 2, reviews: 4 }),
    fc.constantFrom<"models" | "decks" | "dconf" | "conf">("models", "decks", "dconf", "conf"),
    fc.array(
      fc.tuple(
        fc.nat(200),
        fc.constantFrom(
          "null",
          "[]",
          "{}",
          "-1",
          '"x"',
          "1e400",
          "1e308",
          "true",
          `[${"1e308,".repeat(16)}1]`,
          `[${"-9,".repeat(16)}-9]`,
          `[${"0,".repeat(20)}0]`,
          `[${"999,".repeat(20)}999]`,
        ),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([anki, name, changes]) => {
    let text = anki.col[name];
    for (const [n, value] of changes) {
      const places = [...text.matchAll(/(?<=":)(?:-?[\d.]+|"[^"\\]*"|true|false|null|\[[\d., ]*\])/g)];
      const place = places[n % Math.max(1, places.length)];
      if (place) text = text.slice(0, place.index) + value + text.slice(place.index + place[0].length);
    }
    return { ...anki, col: { ...anki.col, [name]: text } };
  });

/** Where a number is none. */
function unsound(value: unknown, place = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${place} ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => unsound(inner, `${place}/${name}`));
}

it.each([
  ["rows", spoilt],
  ["texts", spoiltJson],
])(
  "odd %s are mended, left out or kept, and never thrown",
  (_, collections: fc.Arbitrary<AnkiCollection>) => {
    fc.assert(
      fc.property(collections, fc.boolean(), (anki, whole) => {
        const parcel = toParcel(anki, { media: [], renamed: new Map(), whole, format: "apkg", calendar, now });
        expect(unsound(parcel)).toEqual([]);
        const ids = new Set(parcel.notes.map(({ id }) => id));
        expect(ids.size).toBe(parcel.notes.length);
        const decks = new Set(parcel.decks.map(({ id }) => id));
        expect(parcel.notes.filter(({ deck }) => !decks.has(deck))).toEqual([]);
        expect(
          parcel.cards.filter(({ note, deck }) => !ids.has(note) || (deck !== undefined && !decks.has(deck))),
        ).toEqual([]);
        const { anki: back } = fromParcel(parcel, { calendar, now, schedule: true, presets: true });
        expect(back.notes).toHaveLength(parcel.notes.length);
        expect(new Set(back.cards.map(({ id }) => id)).size).toBe(back.cards.length);
      }),
      { numRuns: 150 },
    );
  },
  60_000,
);

it.each([
  ["buried", 2, -2, 0, 1e300],
  ["buried long before any calendar", 2, -3, 0, -1e300],
  ["due at no instant that there is", 1, 1, 1e300, 0],
  ["due days ago without number", 2, 2, -1e300, 0],
])("a card that is %s has a day that can be written down", (_, type, queue, due, mod) => {
  const columns = {
    id: 1,
    nid: 1,
    did: 1,
    ord: 0,
    usn: 0,
    ivl: 3,
    factor: 0,
    reps: 1,
    lapses: 0,
    left: 0,
    odue: 0,
    odid: 0,
  };
  const row = { ...columns, type, queue, due, mod, flags: 0, data: "" };
  const state = readState(row, { creation: 20_000, preset: defaultPreset, last: 0, dayOf: dayFinder(calendar) });
  expect(Math.abs(state.day)).toBeLessThan(200_000);
  expect(Math.abs(state.buried ?? 0)).toBeLessThan(200_000);
});
