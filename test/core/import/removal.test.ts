import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Records } from "../../../main/contract/shapes.ts";
import { apply, type Collection, emptyCollection, invert, newCard } from "../../../main/core/collection.ts";
import { removal } from "../../../main/core/import/removal.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { answer } from "../../../main/core/study/answer.ts";
import {
  anyParcel,
  berlin,
  bring,
  card,
  contents,
  deck,
  gap,
  media,
  note,
  parcel,
  preset,
  review,
  word,
} from "./parcels.ts";

const now = { ms: 1_800_000_100_000, calendar: berlin };

function remove(collection: Collection, came: Records) {
  const made = removal(collection, came, now);
  if (isFault(made)) throw new Error(made.code);
  apply(collection, made.records);
  return made;
}

describe("laws", () => {
  test("right after an import nothing is left of it but its record", () => {
    const law = fc.property(anyParcel, anyParcel, fc.boolean(), (first, second, theirs) => {
      const collection = emptyCollection();
      bring(collection, first, { presets: true });
      const before = contents(collection);
      const options = { presets: true, schedule: theirs ? "theirs" : "mine" } as const;
      const { records } = bring(collection, second, options);
      if (!records.imports) return;
      const { view } = remove(collection, records);
      const left = contents(collection);
      expect({ ...left, imports: null, media: null }).toEqual({ ...before, imports: null, media: null });
      // A file that a note of before was waiting for stays with it.
      const texts = [...collection.notes.values()].flatMap(({ fields }) => Object.values(fields)).join("\n");
      const files = new Set(first.media.map(({ id }) => id));
      for (const name of collection.media.keys()) if (!files.has(name)) expect(texts).toContain(name);
      expect(view.touched).toBe(0);
    });
    fc.assert(law, { numRuns: 120 });
  });

  test("taking the removal back leaves the collection as it was", () => {
    const law = fc.property(anyParcel, anyParcel, (first, second) => {
      const collection = emptyCollection();
      const { records } = bring(collection, first, { presets: true });
      bring(collection, second, { schedule: "theirs" });
      if (!records.imports) return;
      const before = contents(collection);
      const made = remove(collection, records);
      apply(collection, invert(made.records));
      expect(contents(collection)).toEqual(before);
    });
    fc.assert(law, { numRuns: 80 });
  });

  test("whatever came later, no note is left without its type or deck", () => {
    const law = fc.property(anyParcel, anyParcel, (first, second) => {
      const collection = emptyCollection();
      const { records } = bring(collection, first);
      const own = {
        ...second,
        notes: second.notes.map((each) => ({ ...each, id: `2${each.id}`, guid: `2${each.id}` })),
      };
      bring(collection, { ...own, cards: [], reviews: [] });
      if (!records.imports) return;
      remove(collection, records);
      for (const { id, type, deck: home } of collection.notes.values()) {
        expect(collection.noteTypes.has(type)).toBe(true);
        expect(collection.decks.has(home)).toBe(true);
        expect(id.startsWith("2")).toBe(true);
      }
      for (const { note: of, deck: own } of collection.cards.values()) {
        expect(collection.notes.has(of)).toBe(true);
        if (own !== undefined) expect(collection.decks.has(own)).toBe(true);
      }
    });
    fc.assert(law, { numRuns: 80 });
  });
});

describe("what was touched stays", () => {
  const shared: Parcel = parcel({
    decks: [deck("d1", "Shared", { preset: "p1" }), deck("d2", "Shared::Inner"), deck("d3", "Empty")],
    presets: [preset("p1", "Slow", { newPerDay: 3 })],
    notes: [note("n1", ['<img src="a.png">']), note("n2", ["two"], { deck: "d2" }), note("n3", ["{{c1::x}}"], {}, gap)],
    cards: [card("n1", 0), card("n3", 0)],
    reviews: [review("n1/0", 1_700_000_000_000), review("n3/0", 1_700_000_000_001)],
    media: [media("a.png", "aa"), media("b.png", "bb")],
  });
  const arrive = () => {
    const collection = emptyCollection();
    return { collection, records: bring(collection, shared, { presets: true }).records };
  };
  const names = (collection: Collection) => [...collection.decks.values()].map(({ name }) => name);

  test("nothing was touched", () => {
    const { collection, records } = arrive();
    expect(remove(collection, records).view).toEqual({ notes: 3, restored: 0, touched: 0, decks: 3, media: 2 });
    expect(collection.imports.get(records.imports?.[0]?.[1]?.id ?? "")?.removed).toEqual({ at: now.ms, notes: 3 });
    expect(removal(collection, records, now)).toEqual({ code: "gone", detail: "import" });
  });

  test("a note that was edited, with its file, its deck, and all around them", () => {
    const { collection, records } = arrive();
    const mine = collection.notes.get("n1");
    if (!mine) throw new Error("gone");
    apply(collection, { notes: [[mine, { ...mine, tags: ["mine"] }]] });
    expect(remove(collection, records).view).toEqual({ notes: 2, restored: 0, touched: 1, decks: 2, media: 1 });
    expect(names(collection)).toEqual(["Shared"]);
    expect([...collection.noteTypes.keys()]).toEqual([word.id]);
    expect([...collection.presets.keys()]).toEqual(["p1"]);
    expect([...collection.media.keys()]).toEqual(["a.png"]);
    expect([...collection.days.values()]).toMatchObject([{ deck: "d1", answers: 1 }]);
  });

  test("a note that was studied, in a deck within the deck", () => {
    const { collection, records } = arrive();
    const change = answer(collection, { card: "n2/0", seen: { reps: 0, at: now.ms }, grade: 3, tookMs: 1_000 }, now);
    if (isFault(change)) throw new Error(change.code);
    apply(collection, change.records);
    expect(remove(collection, records).view).toMatchObject({ notes: 2, touched: 1, decks: 1 });
    expect(names(collection)).toEqual(["Shared", "Shared::Inner"]);
    expect(collection.cards.size).toBe(1);
    expect([...collection.days.values()]).toMatchObject([{ answers: 1, deck: "d2" }]);
  });

  test("a deck that somebody has put a note or a card into", () => {
    const { collection, records } = arrive();
    const own = { ...note("own", ["own"], { deck: "d3" }), type: "basic" };
    const inside = { ...newCard("own", 0), deck: "d2" };
    apply(collection, { notes: [[null, own]], cards: [[null, inside]] });
    expect(remove(collection, records).view).toMatchObject({ notes: 3, decks: 0 });
    expect(names(collection)).toEqual(["Shared", "Empty", "Shared::Inner"]);
  });

  test("a new version: what it changed becomes what it was, what was changed since stays", () => {
    const { collection } = arrive();
    const later = { modified: 9_000 };
    const next = [note("n1", ["one"], later), note("n2", ["zwei"], { ...later, deck: "d2" }), note("n4", ["four"])];
    const { records } = bring(collection, { ...shared, notes: next, cards: [], reviews: [] });
    const mine = collection.notes.get("n2");
    if (!mine) throw new Error("gone");
    apply(collection, { notes: [[mine, { ...mine, tags: ["mine"] }]] });
    expect(remove(collection, records).view).toEqual({ notes: 1, restored: 1, touched: 1, decks: 0, media: 0 });
    expect(collection.notes.get("n1")?.fields).toEqual(shared.notes[0]?.fields);
    expect(collection.notes.get("n2")?.fields[`${word.id}.Word`]).toBe("zwei");
    expect(collection.notes.has("n4")).toBe(false);
  });

  test("another place among new cards is no touch", () => {
    const { collection, records } = arrive();
    for (const each of [...collection.notes.values()])
      apply(collection, { notes: [[each, { ...each, position: each.position + 100 }]] });
    expect(remove(collection, records).view).toMatchObject({ notes: 3, touched: 0 });
  });
});
