import fc from "fast-check";
import { expect, test } from "vitest";
import type { ImportOptions } from "../../../main/contract/transfer.ts";
import { apply, emptyCollection, invert } from "../../../main/core/collection.ts";
import { anyParcel, bring, contents, planned } from "./parcels.ts";

const anyOptions: fc.Arbitrary<Partial<ImportOptions>> = fc.record(
  {
    deck: fc.constantFrom(null, "Outer", "One"),
    notes: fc.constantFrom("newer", "always", "never"),
    noteTypes: fc.constantFrom("newer", "always", "never"),
    mergeTypes: fc.boolean(),
    schedule: fc.constantFrom("mine", "theirs", "none"),
    presets: fc.boolean(),
    conflicts: fc.constantFrom("mine", "theirs"),
  },
  { requiredKeys: [] },
);

test("importing twice changes nothing the second time", () => {
  const law = fc.property(anyParcel, anyOptions, (parcel, options) => {
    const collection = emptyCollection();
    bring(collection, parcel, options);
    const before = contents(collection);
    const again = bring(collection, parcel, options);
    expect(again.records).toEqual({});
    expect(again.view.counts).toMatchObject({ same: parcel.notes.length, new: 0, changed: 0, kept: 0 });
    expect(contents(collection)).toEqual(before);
  });
  fc.assert(law, { numRuns: 120 });
});

test("taking an import back leaves the collection as it was", () => {
  const law = fc.property(anyParcel, anyParcel, anyOptions, (first, second, options) => {
    const collection = emptyCollection();
    bring(collection, first);
    const before = contents(collection);
    const { records } = bring(collection, second, options);
    apply(collection, invert(records));
    expect(contents(collection)).toEqual(before);
  });
  fc.assert(law, { numRuns: 120 });
});

test("what was untouched becomes what its author made of it", () => {
  const law = fc.property(anyParcel, anyParcel, (first, second) => {
    const collection = emptyCollection();
    bring(collection, first);
    const types = new Map(first.notes.map(({ id, type }) => [id, type]));
    const later = second.notes
      .filter(({ id, type }) => (types.get(id) ?? type) === type)
      .map((note) => ({ ...note, guid: first.notes.find(({ id }) => id === note.id)?.guid ?? note.id }))
      .map((note) => ({ ...note, modified: 3e12 }));
    const { view } = bring(collection, { ...second, notes: later });
    expect(view.counts).toMatchObject({ conflict: 0, kept: 0 });
    for (const { id, fields, tags, deck } of later) {
      const mine = collection.notes.get(id);
      expect(mine?.fields).toEqual(fields);
      const shared = (all: readonly string[] = []) => new Set(all.filter((tag) => tag !== "marked" && tag !== "leech"));
      expect(shared(mine?.tags)).toEqual(shared(tags));
      const name = second.decks.find((each) => each.id === deck)?.name;
      expect(collection.decks.get(mine?.deck ?? "")?.name).toBe(name);
    }
  });
  fc.assert(law, { numRuns: 120 });
});

test("no note outside the parcel is touched, and every reference leads somewhere", () => {
  const law = fc.property(anyParcel, anyParcel, anyOptions, (first, second, options) => {
    const collection = emptyCollection();
    bring(collection, first);
    const known = new Set(second.notes.map(({ id, guid }) => guid ?? id));
    const { records } = bring(collection, second, options);
    for (const [before] of records.notes ?? []) if (before) expect(known).toContain(before.guid ?? before.id);
    for (const { type, deck } of collection.notes.values()) {
      expect(collection.noteTypes.has(type)).toBe(true);
      expect(collection.decks.has(deck)).toBe(true);
    }
    for (const { note, deck } of collection.cards.values()) {
      expect(collection.notes.has(note)).toBe(true);
      if (deck !== undefined) expect(collection.decks.has(deck)).toBe(true);
    }
    const reviews = [...collection.reviews.values()];
    expect(reviews.every(({ id, at }) => id === String(at))).toBe(true);
    const days = [...collection.days.values()];
    expect(days.reduce((sum, { answers }) => sum + answers, 0)).toBe(reviews.filter(({ grade }) => grade > 0).length);
  });
  fc.assert(law, { numRuns: 120 });
});

test("what is said before is what happens", () => {
  const law = fc.property(anyParcel, anyParcel, anyOptions, (first, second, options) => {
    const collection = emptyCollection();
    bring(collection, first);
    const plan = planned(collection, second, options);
    const view = plan.view();
    const records = plan.records();
    const count = (table: "cards" | "reviews" | "media" | "presets") => records[table]?.length ?? 0;
    expect(view.reviews).toBe(count("reviews"));
    expect(view.media.files).toBe(count("media"));
    expect(view.presets).toBe(count("presets"));
    expect((records.decks ?? []).filter(([before]) => before === null).map(([, deck]) => deck?.name)).toEqual(
      view.newDecks,
    );
    expect(Object.values(view.counts).reduce((a, b) => a + b, 0)).toBe(second.notes.length);
    const done = records.imports?.[0]?.[1];
    if (done) expect(done.added + done.changed + done.same).toBe(second.notes.length);
    for (let n = 0; n < second.notes.length; n++) {
      const shown = plan.note(n);
      for (const { mine, theirs, stretches } of shown?.changes ?? []) {
        const side = (of: "mine" | "theirs") =>
          stretches
            .filter((each) => each.in !== of)
            .map(({ text }) => text)
            .join("");
        expect(side("mine")).toBe(theirs);
        expect(side("theirs")).toBe(mine ?? "");
      }
    }
    expect(plan.records()).toEqual(records);
  });
  fc.assert(law, { numRuns: 80 });
});
