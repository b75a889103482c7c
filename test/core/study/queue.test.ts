import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/dispatch.ts";
import type { Grade } from "../../../main/contract/shapes.ts";
import { apply, type Collection, defaultPreset } from "../../../main/core/collection.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { bury } from "../../../main/core/study/bury.ts";
import { gather, settle, upcoming } from "../../../main/core/study/queue.ts";
import { anyGrade, anyType, at, collectionWith, day, minute } from "../collections.ts";

const start = Date.parse("2026-03-27T10:00:00Z");
const noteOf = (card: string) => card.slice(0, card.lastIndexOf("/"));

/** Studies until the queue is empty; gives the cards in the order in which they were shown. */
function studyOut(collection: Collection, ms: number, grades: (shown: number) => Grade, most = 500): string[] {
  const shown: string[] = [];
  let now = ms;
  let queue = gather(collection, null, at(now));
  let [next] = upcoming(queue, collection, at(now), 1);
  while (next && shown.length < most) {
    const reps = collection.cards.get(next)?.reps ?? 0;
    const input = { card: next, seen: { reps, at: now }, grade: grades(shown.length), tookMs: 5_000 };
    const change = answer(collection, input, at(now));
    if (isFault(change)) throw new Error(change.code);
    apply(collection, change.records);
    shown.push(next);
    now += 10_000;
    const card = collection.cards.get(next);
    if (card) queue = settle(queue, card);
    [next] = upcoming(queue, collection, at(now), 1, { just: next });
  }
  return shown;
}

describe("gather", () => {
  it("holds each card once, at most one of a note, and no more than the limits allow", () => {
    fc.assert(
      fc.property(
        fc.array(anyType, { maxLength: 60 }),
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 30 }),
        fc.array(anyGrade, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 9 }),
        (types, newPerDay, reviewsPerDay, grades, days) => {
          const collection = collectionWith(types, ["A", "B::C"]);
          collection.presets.set("default", { ...defaultPreset, newPerDay, reviewsPerDay });
          studyOut(collection, start, (i) => grades[i % grades.length] as Grade, 60);
          const now = at(start + days * day);
          const { main, learning } = gather(collection, null, now);
          const all = [...main, ...learning.map((item) => item.card)];
          const isNew = (id: string) => !collection.cards.has(id);
          expect(new Set(all).size).toBe(all.length);
          expect(new Set(main.map(noteOf)).size).toBe(main.length);
          expect(main.filter(isNew).length).toBeLessThanOrEqual(newPerDay);
          expect(main.length).toBeLessThanOrEqual(Math.max(reviewsPerDay, 0));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("ends a first day after exactly the new cards that the limit allows, siblings on other days", () => {
    const collection = collectionWith(new Array(40).fill("cloze"), ["A", "B"]);
    const shown = studyOut(collection, start, () => 3);
    expect(new Set(shown).size).toBe(20);
    expect(new Set(shown.map(noteOf)).size).toBe(20);
    expect(gather(collection, null, at(start + minute * 30)).main).toEqual([]);
    expect(gather(collection, null, at(start + day)).main.length).toBeGreaterThan(0);
  });

  it("counts new cards towards the review limit, also those that were met earlier in the day", () => {
    const collection = collectionWith(new Array(40).fill("basic"));
    collection.presets.set("default", { ...defaultPreset, reviewsPerDay: 5 });
    expect(new Set(studyOut(collection, start, () => 4)).size).toBe(5);
    expect(gather(collection, null, at(start + minute)).main).toEqual([]);
    expect(gather(collection, null, at(start + day)).main).toHaveLength(5);
  });

  it("introduces new cards of each deck in order, the decks by turns", () => {
    const collection = collectionWith(["basic", "basic", "basic", "basic", "basic"], ["B", "A"]);
    expect(gather(collection, null, at(start)).main).toEqual(["n1/0", "n0/0", "n3/0", "n2/0", "n4/0"]);
  });

  it("keeps to a deck and those inside it", () => {
    const collection = collectionWith(["basic", "basic", "basic"], ["A", "A::B", "AB"]);
    expect(gather(collection, "d:A", at(start)).main).toEqual(["n0/0", "n1/0"]);
  });

  it("shows longest waiting reviews first and mixes new cards among them", () => {
    const collection = collectionWith(new Array(12).fill("basic"));
    for (let i = 0; i < 8; i++) {
      const change = answer(
        collection,
        { card: `n${i}/0`, seen: { reps: 0, at: start }, grade: 4, tookMs: 1 },
        at(start + i),
      );
      if (isFault(change)) throw new Error(change.code);
      apply(collection, change.records);
    }
    const { main } = gather(collection, null, at(start + 60 * day));
    const reviews = main.filter((id) => collection.cards.has(id)).map((id) => collection.cards.get(id)?.day ?? 0);
    expect(reviews).toEqual([...reviews].sort((a, b) => a - b));
    const places = main.map((id, i) => (collection.cards.has(id) ? -1 : i)).filter((i) => i >= 0);
    expect(places).toHaveLength(4);
    expect(Math.min(...places.slice(1).map((place, i) => place - (places[i] as number)))).toBeGreaterThan(1);
  });

  it("leaves out what was buried until the next day, a card alone or its whole note", () => {
    for (const whole of [false, true]) {
      const collection = collectionWith(["reversed"]);
      const change = bury(collection, "n0/0", whole, at(start));
      if (isFault(change)) throw new Error(change.code);
      apply(collection, change.records);
      expect(gather(collection, null, at(start)).main).toEqual(whole ? [] : ["n0/1"]);
      expect(gather(collection, null, at(start + day)).main).toEqual(["n0/0"]);
    }
  });
});

describe("upcoming", () => {
  const queue = (due: number) => ({ deck: null, day: 0, learning: [{ card: "l/0", due }], main: ["a/0", "b/0"] });
  const collection = collectionWith([]);
  const ask = (due: number, order = {}) => upcoming(queue(due), collection, at(start), 3, order);

  it("puts a step that is due first, one that comes soon last, and leaves out one that comes later", () => {
    expect(ask(start)).toEqual(["l/0", "a/0", "b/0"]);
    expect(ask(start + 20 * minute)).toEqual(["a/0", "b/0", "l/0"]);
    expect(ask(start + 21 * minute)).toEqual(["a/0", "b/0"]);
  });

  it("begins with the card that is already in the window, and lets the card just answered wait for another", () => {
    expect(ask(start, { first: "b/0" })).toEqual(["b/0", "l/0", "a/0"]);
    expect(ask(start, { just: "l/0" })).toEqual(["a/0", "b/0", "l/0"]);
    expect(ask(start, { first: "gone/0" })).toEqual(["l/0", "a/0", "b/0"]);
  });
});
