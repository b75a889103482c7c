import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BulkChange } from "../../../main/contract/browse.ts";
import { isFault } from "../../../main/contract/faults.ts";
import type { Card } from "../../../main/contract/shapes.ts";
import { chosenOf } from "../../../main/core/bulk/chosen.ts";
import { plan } from "../../../main/core/bulk/plan.ts";
import { apply, cardOf, invert, newCard } from "../../../main/core/collection.ts";
import { cardIds } from "../../../main/core/note/cards.ts";
import { recallAt } from "../../../main/core/schedule/schedule.ts";
import { anyType, at, collectionWith, day } from "../collections.ts";

const now = at("2026-11-24T12:00:00Z");
const today = 20_781;

const anyChange: fc.Arbitrary<BulkChange> = fc.oneof(
  fc.record({ kind: fc.constant("move" as const), deck: fc.constantFrom("A", "B", "New::Deck") }),
  fc.record({
    kind: fc.constant("tag" as const),
    add: fc.array(fc.constantFrom("a", "B", "c::d")),
    remove: fc.array(fc.constantFrom("a", "b", "c")),
  }),
  fc.record({ kind: fc.constantFrom("suspend" as const, "bury" as const), on: fc.boolean() }),
  fc.record({ kind: fc.constant("flag" as const), flag: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant("due" as const), days: fc.constantFrom("0", "3", "5-7", "7-5!", "60-90!") }),
  fc.constant({ kind: "reset" as const }),
  fc.record({
    kind: fc.constant("reposition" as const),
    start: fc.integer({ min: 0, max: 20 }),
    step: fc.integer({ min: 0, max: 3 }),
    random: fc.boolean(),
    shift: fc.boolean(),
  }),
  fc.constant({ kind: "delete" as const }),
);

const anyRow = fc.record({
  studied: fc.boolean(),
  suspended: fc.boolean(),
  buried: fc.constantFrom<Partial<Card>>({ buried: null }, { buried: today }, { buried: today, buriedAsSibling: true }),
  flag: fc.integer({ min: 0, max: 7 }),
});

const anyCollection = fc
  .tuple(fc.array(anyType, { minLength: 1, maxLength: 6 }), fc.array(anyRow, { minLength: 6, maxLength: 6 }))
  .map(([types, rows]) => {
    const collection = collectionWith(types, ["A", "B"]);
    [...collection.notes.values()].forEach((note, i) => {
      const row = rows[i];
      collection.notes.set(note.id, { ...note, tags: i % 2 ? ["A", "c::d::e"] : [] });
      if (!row) return;
      const { studied, buried, ...others } = row;
      const rest = { ...others, ...buried };
      const memory = {
        phase: "review" as const,
        day: today + i,
        interval: 4,
        stability: 5,
        difficulty: 5,
        reps: 3,
        last: now.ms - 4 * day,
      };
      const card = { ...newCard(note.id, 0), ...(studied && memory), ...rest };
      if (studied || card.suspended || card.buried !== null || card.flag) collection.cards.set(card.id, card);
    });
    return collection;
  });

describe("laws of changes to many", () => {
  it("taking one back leaves everything as it was", () => {
    fc.assert(
      fc.property(
        anyCollection,
        anyChange,
        fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
        (collection, change, picks) => {
          const ids = [...collection.notes.values()]
            .flatMap((note) => cardIds(collection, note))
            .filter((_, i) => picks[i]);
          const before = structuredClone(collection);
          const made = plan(collection, chosenOf(collection, "cards", ids), change, now, () => `new-${Math.random()}`);
          if (isFault(made)) throw new Error(made.code);
          expect(collection).toEqual(before);
          apply(collection, made.records);
          const twice = plan(collection, chosenOf(collection, "cards", ids), change, now, () => "new");
          // What is done is done: the same again changes nothing more.
          if (!isFault(twice) && !(change.kind === "reposition" && change.shift)) expect(twice.effects.changed).toBe(0);
          apply(collection, invert(made.records));
          expect(collection).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a due date", () => {
  const set = (days: string, row: object) => {
    const collection = collectionWith(["basic"]);
    if (Object.keys(row).length > 0) collection.cards.set("n0/0", { ...newCard("n0", 0), ...row });
    const made = plan(collection, chosenOf(collection, "cards", ["n0/0"]), { kind: "due", days }, now, () => "x");
    if (isFault(made)) throw new Error(made.code);
    apply(collection, made.records);
    return cardOf(collection, "n0", 0);
  };
  const review = {
    phase: "review",
    stability: 20,
    difficulty: 6,
    last: now.ms - 10 * day,
    interval: 10,
    reps: 4,
    day: today,
  };

  it("leaves the memory of a card alone, and tells the days since its last review", () => {
    expect(set("5", review)).toMatchObject({ day: today + 5, interval: 15, stability: 20, difficulty: 6, reps: 4 });
    expect(set("5!", review)).toMatchObject({ day: today + 5, interval: 5, stability: 20 });
    expect(set("0", { ...review, phase: "relearning", due: now.ms, step: 1 })).toMatchObject({
      phase: "review",
      day: today,
      due: null,
      step: 0,
    });
  });

  it("takes a new card as known just so well", () => {
    const card = set("30", {});
    expect(card).toMatchObject({ phase: "review", day: today + 30, interval: 30, reps: 0 });
    const { defaultPreset } = { defaultPreset: collectionWith([]).presets.get("default") };
    if (!defaultPreset) throw new Error("no preset");
    expect(recallAt(card, defaultPreset, now.ms + 30 * day)).toBeCloseTo(0.9, 5);
  });

  it("lies within the days that were given", () => {
    for (let i = 0; i < 50; i++) {
      const collection = collectionWith(new Array(20).fill("basic"));
      const ids = [...collection.notes.keys()].map((id) => `${id}/0`);
      const made = plan(
        collection,
        chosenOf(collection, "cards", ids),
        { kind: "due", days: "2-4" },
        { ...now, ms: now.ms + i },
        () => "x",
      );
      if (isFault(made)) throw new Error(made.code);
      const days = new Set(made.records.cards?.map(([, card]) => (card?.day ?? 0) - today));
      expect([...days].every((n) => n >= 2 && n <= 4)).toBe(true);
      expect(days.size).toBe(3);
    }
  });

  it.each(["", "x", "-1", "3-", "5-7-9", "3.5", "99999", "3?"])("refuses %j", (days) => {
    const collection = collectionWith(["basic"]);
    const made = plan(collection, chosenOf(collection, "cards", ["n0/0"]), { kind: "due", days }, now, () => "x");
    expect(made).toMatchObject({ code: "badChange" });
  });
});

describe("new places", () => {
  const places = (change: { start: number; step: number; random: boolean; shift: boolean }, ids: string[]) => {
    const collection = collectionWith(new Array(5).fill("basic"));
    const made = plan(
      collection,
      chosenOf(collection, "notes", ids),
      { kind: "reposition", ...change },
      now,
      () => "x",
    );
    if (isFault(made)) throw new Error(made.code);
    apply(collection, made.records);
    return [...collection.notes.values()].map(({ position }) => position);
  };

  it("go on in the order that there was, and others make room", () => {
    expect(places({ start: 10, step: 2, random: false, shift: false }, ["n4", "n1"])).toEqual([0, 10, 2, 3, 12]);
    expect(places({ start: 0, step: 1, random: false, shift: true }, ["n4", "n3"])).toEqual([2, 3, 4, 0, 1]);
  });

  it("are the same ones in a random order", () => {
    const all = ["n0", "n1", "n2", "n3", "n4"];
    expect(places({ start: 7, step: 1, random: true, shift: false }, all).sort()).toEqual([10, 11, 7, 8, 9].sort());
  });
});
