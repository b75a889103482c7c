import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Grade } from "../../../main/contract/shapes.ts";
import { apply, type Collection, defaultPreset, newCard } from "../../../main/core/collection.ts";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { gather, settle, upcoming } from "../../../main/core/study/queue.ts";
import { bury } from "../../../main/core/study/setAside.ts";
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

describe("a day of several sittings", () => {
  const sitting = fc.record({
    wait: fc.integer({ min: minute, max: 9 * 3_600_000 }),
    answers: fc.integer({ min: 1, max: 25 }),
    grades: fc.array(anyGrade, { minLength: 1, maxLength: 5 }),
  });

  it("keeps its limits whatever comes between, and meets each note by one card", () => {
    fc.assert(
      fc.property(
        fc.array(anyType, { minLength: 5, maxLength: 50 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom<number[]>([60, 600], [], [90_000], [600, 86_400 * 2]),
        fc.array(sitting, { minLength: 1, maxLength: 25 }),
        (types, newPerDay, reviewsPerDay, learningSteps, sittings) => {
          const collection = collectionWith(types, ["A", "B"]);
          collection.presets.set("default", { ...defaultPreset, newPerDay, reviewsPerDay, learningSteps });
          let now = start;
          for (const { wait, answers, grades } of sittings) {
            now += wait;
            studyOut(collection, now, (i) => grades[i % grades.length] as Grade, answers);
          }
          const days = new Map<number, { fresh: number; byDay: number; cards: Map<string, Set<string>> }>();
          const due = new Map<string, boolean>();
          // In the order in which they were given: sittings may overlap, as when a clock is set back.
          for (const review of collection.reviews.values()) {
            const on = studyDay(review.at, at(0).calendar);
            const row = days.get(on) ?? { fresh: 0, byDay: 0, cards: new Map() };
            days.set(on, row);
            if (review.phase === "new") row.fresh++;
            if (review.phase === "new" || (due.get(review.card) ?? false)) {
              row.byDay++;
              const cards = row.cards.get(noteOf(review.card)) ?? new Set();
              row.cards.set(noteOf(review.card), cards.add(review.card));
            }
            due.set(review.card, review.interval > 0);
          }
          for (const { fresh, byDay, cards } of days.values()) {
            expect(fresh).toBeLessThanOrEqual(newPerDay);
            expect(byDay).toBeLessThanOrEqual(reviewsPerDay);
            for (const met of cards.values()) expect(met.size).toBe(1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("takes steps that were due by the day before reviews, however long those wait", () => {
    const collection = collectionWith(new Array(8).fill("basic"));
    for (let i = 0; i < 8; i++) {
      const phase = i < 4 ? ("review" as const) : ("relearning" as const);
      const card = {
        ...newCard(`n${i}`, 0),
        phase,
        stability: 5,
        difficulty: 5,
        interval: 1,
        reps: 3,
        last: start - 9 * day,
      };
      collection.cards.set(card.id, { ...card, day: studyDay(start, at(0).calendar) - (i < 4 ? 5 : 0) });
    }
    collection.presets.set("default", { ...defaultPreset, reviewsPerDay: 5 });
    const shown = gather(collection, null, at(start)).main;
    expect(shown.filter((id) => collection.cards.get(id)?.phase === "relearning")).toHaveLength(4);
    expect(shown).toHaveLength(5);
  });

  it("does not wait for a date that a clock once claimed", () => {
    const collection = collectionWith(["reversed"]);
    const ahead = { ...newCard("n0", 0), phase: "review" as const, stability: 5, difficulty: 5, day: 99_999, reps: 1 };
    collection.cards.set("n0/0", { ...ahead, last: start + 400 * day });
    expect(gather(collection, null, at(start)).main).toEqual(["n0/1"]);
  });

  it("takes the limits of the deck's own preset", () => {
    const collection = collectionWith(["basic", "basic", "basic"], ["A"]);
    collection.presets.set("few", { ...defaultPreset, id: "few", newPerDay: 1 });
    const deck = collection.decks.get("d:A");
    if (deck) collection.decks.set("d:A", { ...deck, preset: "few" });
    expect(gather(collection, "d:A", at(start)).main).toHaveLength(1);
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
