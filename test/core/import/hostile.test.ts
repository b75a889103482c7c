import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Card, Deck, NoteType, Preset, Review } from "../../../main/contract/shapes.ts";
import { apply, emptyCollection } from "../../../main/core/collection.ts";
import { selectParcel } from "../../../main/core/export/selectParcel.ts";
import type { Parcel, ParcelNote } from "../../../main/core/parcel/parcel.ts";
import { bring, card, deck, media, note, noteType, parcel, planned, preset, review } from "./parcels.ts";

/** What a hostile file may cost: far more than it takes, far less than a quadratic road would. */
const patience = 60_000;

const choice = { format: "json", schedule: true, presets: true, media: true } as const;

describe("whatever a file made of a parcel", () => {
  const id = fc.constantFrom(
    "",
    "a",
    "b",
    "1",
    "__proto__",
    "constructor",
    "toString",
    "a/0",
    "é".repeat(300),
    "::",
    "#",
  );
  const name = fc.constantFrom(
    "",
    "::",
    ":",
    "A",
    "a",
    "A::B",
    "a::b::c",
    "\u0000",
    "x::".repeat(200),
    "__proto__",
    " A ",
  );
  const number = fc.constantFrom(0, 1, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, 499, 2 ** 53);
  const text = fc.constantFrom(
    "",
    "{{c1::",
    "{{c99999::x}}",
    "<img src=",
    "[sound:",
    "![](",
    '<img src="%E0%A4%A">',
    "\ud800",
    "a",
  );
  const dictionary = fc.array(fc.tuple(id, text), { maxLength: 4 }).map((all) => Object.fromEntries(all));
  const anyType = fc
    .record({
      id,
      name,
      cloze: fc.boolean(),
      fields: fc.array(id, { maxLength: 3 }),
      ords: fc.array(number, { maxLength: 3 }),
    })
    .map(({ id: own, name: called, cloze, fields, ords }): NoteType => {
      const made = noteType(own, called, fields, [], { kind: cloze ? "cloze" : "standard", sort: "nowhere" });
      const template = { name: called, front: "{{#", back: "{{FrontSide}}", listFront: "", listBack: "" };
      return {
        ...made,
        fields: made.fields.map((f, i) => ({ ...f, id: fields[i] ?? "" })),
        templates: ords.map((ord) => ({ ord, ...template })),
      };
    });
  const anyNote = fc
    .record({
      id,
      guid: fc.option(id),
      type: id,
      deck: id,
      fields: dictionary,
      nameless: fc.boolean(),
      modified: number,
    })
    .map(({ guid, nameless, ...rest }): ParcelNote => {
      const { guid: _, ...made } = { ...note("x", []), ...rest };
      return { ...made, ...(guid !== null && { guid }), ...(nameless && { nameless: true as const }) };
    });
  const anyCard = fc.record({ id, note: id, ord: number, deck: id, day: number, due: number, stability: number });
  const anyReview = fc.record({ id, card: fc.constantFrom("a/0", "a", "", "b/1", "__proto__/0"), at: number });
  const anyPreset = fc.record({ id, name });
  const hostile: fc.Arbitrary<Parcel> = fc
    .record({
      decks: fc.array(fc.record({ id, name, preset: id }), { maxLength: 5 }),
      types: fc.array(anyType, { maxLength: 3 }),
      notes: fc.array(anyNote, { maxLength: 6 }),
      cards: fc.array(anyCard, { maxLength: 6 }),
      reviews: fc.array(anyReview, { maxLength: 6 }),
      presets: fc.array(anyPreset, { maxLength: 3 }),
      files: fc.array(fc.tuple(id, fc.constantFrom("", "h1", "h2")), { maxLength: 4 }),
      problems: fc.array(fc.record({ note: id, weight: fc.constantFrom("broken" as const, "suspicious" as const) }), {
        maxLength: 2,
      }),
    })
    .map(({ decks, types, notes, cards, reviews, presets, files, problems }) =>
      parcel({
        decks: decks.map((each): Deck => deck(each.id, each.name, each)),
        noteTypes: types,
        notes,
        cards: cards.map((each): Card => ({ ...card(each.note, 0), ...each })),
        reviews: reviews.map((each): Review => ({ ...review("", 0), ...each })),
        presets: presets.map((each): Preset => preset(each.id, each.name)),
        media: files.map(([called, hash]) => media(called, hash)),
        problems: problems.map((each) => ({ place: "here", say: "Odd.", ...each })),
      }),
    );

  test(
    "nothing is thrown, what comes in is sound, and it comes in once",
    () => {
      const law = fc.property(hostile, hostile, fc.boolean(), fc.boolean(), (first, second, mergeTypes, presets) => {
        const collection = emptyCollection();
        const options = { mergeTypes, presets };
        for (const from of [first, second]) {
          const plan = planned(collection, from, options);
          plan.view();
          plan.rows(null, "a", 0, 10);
          for (let n = 0; n <= from.notes.length; n++) plan.note(n);
          apply(collection, plan.records());
        }
        for (const [key, { id: own, type, deck: home, fields }] of collection.notes) {
          expect(key).toBe(own);
          expect(own).not.toBe("");
          expect(collection.decks.has(home)).toBe(true);
          expect(Object.values(fields).every((each) => typeof each === "string")).toBe(true);
          for (const field of collection.noteTypes.get(type)?.fields ?? []) expect(field.id in {}).toBe(false);
        }
        for (const each of collection.cards.values()) {
          expect(collection.notes.has(each.note)).toBe(true);
          expect(JSON.parse(JSON.stringify(each))).toEqual(each);
        }
        const names = [...collection.decks.values()].map((each) => each.name);
        expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
        for (const each of names) {
          const outer = each.split("::").slice(0, -1).join("::");
          if (outer !== "") expect(names).toContain(outer);
        }
        for (const each of collection.noteTypes.values()) {
          expect(new Set(each.fields.map((field) => field.id)).size).toBe(each.fields.length);
          expect(new Set(each.templates.map(({ ord }) => ord)).size).toBe(each.templates.length);
        }
        selectParcel(collection, { of: "all" }, [...collection.reviews.values()], choice);
        const again = bring(collection, second, options);
        expect(again.records).toEqual({});
      });
      fc.assert(law, { numRuns: 150 });
    },
    patience,
  );
});

describe("in time", () => {
  test(
    "ten megabytes in a field, and another ten on this side",
    () => {
      const long = "[sound:![]({{c1::<img <b>x ".repeat(400_000);
      const collection = emptyCollection();
      bring(collection, parcel({ notes: [note("n1", [long]), note("n2", [long.slice(1)])] }));
      const other = parcel({ notes: [note("n1", [`y${long.replaceAll("x", "y")}`], { modified: 9_000 })] });
      const plan = planned(collection, other);
      expect(plan.note(0)?.changes[0]?.stretches.length).toBeLessThan(5);
      apply(collection, plan.records());
    },
    patience,
  );
  test(
    "a hundred thousand decks, each within the one before as far as that goes",
    () => {
      const names = Array.from({ length: 100_000 }, (_, i) =>
        Array.from({ length: 1 + (i % 80) }, (_, j) => `${i % 7}${j}`).join("::"),
      );
      const collection = emptyCollection();
      const decks = names.map((name, i) => deck(`d${i}`, i % 3 ? name : `${name} ${i}`));
      const { view } = bring(collection, parcel({ decks, notes: [note("n1", ["x"], { deck: "d99999" })] }));
      expect(view.newDecks.length).toBe(1_000);
      expect([...collection.decks.values()].every(({ name }) => name.split("::").length <= 50)).toBe(true);
    },
    patience,
  );
  test(
    "fifty thousand notes of one guid, of one first field, of one id",
    () => {
      const same = Array.from({ length: 50_000 }, () => note("n1", ["same"]));
      const bare = Array.from({ length: 50_000 }, (_, i) => ({ ...note(`m${i}`, ["same"]), nameless: true as const }));
      const collection = emptyCollection();
      const from = parcel({ notes: [...same, ...bare] });
      expect(bring(collection, from).view.counts.suspicious).toBe(99_999);
      expect(bring(collection, from).records).toEqual({});
    },
    patience,
  );
  test(
    "two hundred thousand reviews in one millisecond",
    () => {
      const reviews = Array.from({ length: 200_000 }, () => review("n1/0", 1_700_000_000_000));
      const collection = emptyCollection();
      bring(collection, parcel({ notes: [note("n1", ["x"])], cards: [card("n1", 0)], reviews }));
      expect(collection.reviews.size).toBe(200_000);
    },
    patience,
  );
});

test("two ids of one deck, and a review of a time that is none", () => {
  const collection = emptyCollection();
  const decks = [deck("d1", "A"), deck("d2", "a"), deck("d1", "Other")];
  const notes = [note("n1", ["x"]), note("n2", ["y"], { deck: "d2" }), note("n3", ["z"], { deck: "nowhere" })];
  bring(collection, parcel({ decks, notes, cards: [card("n1", 0)], reviews: [review("n1/0", Number.NaN)] }));
  expect([...collection.decks.values()].map(({ name }) => name)).toEqual(["A", "shared"]);
  expect(collection.reviews.size).toBe(0);
});
