import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Grade } from "../../../main/contract/shapes.ts";
import { apply, type Collection, defaultPreset } from "../../../main/core/collection.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { emptyDay } from "../../../main/core/study/days.ts";
import { left } from "../../../main/core/study/left.ts";
import { gather } from "../../../main/core/study/queue.ts";
import { summary } from "../../../main/core/study/summary.ts";
import { today } from "../../../main/core/study/today.ts";
import { at, collectionWith, day, minute } from "../collections.ts";

const start = Date.parse("2026-11-23T10:00:00Z");

function give(collection: Collection, card: string, grade: Grade, ms: number): void {
  const reps = collection.cards.get(card)?.reps ?? 0;
  const change = answer(collection, { card, seen: { reps, at: ms }, grade, tookMs: 6_000 }, at(ms));
  if (isFault(change)) throw new Error(change.code);
  apply(collection, change.records);
}

describe("today", () => {
  it("greets a newcomer with new cards and the minutes they take", () => {
    const view = today(collectionWith(new Array(30).fill("basic"), ["A", "A::B", "C"]), at(start));
    expect(view).toMatchObject({ due: 0, fresh: 20, recall: null, slipping: 0, waiting: null, later: 0 });
    expect(view.minutes).toBeGreaterThan(2);
    expect(view.past).toEqual(new Array(14).fill(0));
    expect(view.ahead).toHaveLength(14);
    expect(view.ahead[1]).toBeGreaterThan(0);
    expect(view.ahead[2]).toBeGreaterThan(0);
    expect(Math.max(...view.ahead.slice(3, 7))).toBeLessThan(view.ahead[1] ?? 0);
  });

  it("says in each row what a session with that deck would hold, inner decks included", () => {
    const collection = collectionWith(new Array(60).fill("reversed"), ["A", "A::B", "A::B::C", "C"]);
    for (const [i, grade] of ([1, 4, 4, 4, 1, 4] as const).entries()) give(collection, `n${i}/0`, grade, start);
    for (const ms of [start + minute, start + 9 * day]) {
      const { decks } = today(collection, at(ms));
      expect(decks.map((deck) => deck.path.join("::"))).toEqual(["A", "A::B", "A::B::C", "C"]);
      for (const deck of decks) {
        const { learning, review, fresh } = left(collection, gather(collection, deck.id, at(ms)), at(ms));
        expect({ due: deck.due, fresh: deck.fresh }).toEqual({ due: learning + review, fresh });
      }
      const [all, inner] = decks;
      expect(all?.cards).toBe((inner?.cards ?? 0) + 30);
      expect(all?.unseen).toBe((all?.cards ?? 0) - 5);
    }
  });

  it("says how much is still known and what is slipping", () => {
    const collection = collectionWith(["basic", "basic"]);
    for (const card of ["n0/0", "n1/0"]) give(collection, card, 4, start);
    const later = today(collection, at(start + 300 * day));
    expect(later.due).toBe(2);
    expect(later.recall).toBeGreaterThan(0.3);
    expect(later.recall).toBeLessThan(0.8);
    expect(later.slipping).toBe(2);
  });

  it("calls nothing slipping that comes back when it should", () => {
    const collection = collectionWith(["basic"]);
    give(collection, "n0/0", 4, start);
    const due = start + (collection.cards.get("n0/0")?.interval ?? 0) * day;
    expect(today(collection, at(due + day))).toMatchObject({ due: 1, slipping: 0 });
  });

  it("learns how fast this person answers", () => {
    const minutes = (took: number) => {
      const collection = collectionWith(new Array(200).fill("basic"));
      collection.days.set("x", { ...emptyDay(20_779, "d:A"), answers: 500, took: 500 * took });
      return today(collection, at("2026-11-23T10:00:00Z")).minutes;
    };
    expect(minutes(20_000) / minutes(5_000)).toBeGreaterThan(3);
    expect(minutes(20_000) / minutes(5_000)).toBeLessThan(4);
  });

  it("ends with the study day", () => {
    expect(today(collectionWith(["basic"]), at("2026-11-23T10:00:00Z")).until).toBe(Date.parse("2026-11-24T03:00:00Z"));
  });

  it("forecasts nothing for cards whose gap is gone", () => {
    const collection = collectionWith(["cloze"]);
    give(collection, "n0/2", 4, start);
    const note = collection.notes.get("n0");
    if (note) collection.notes.set("n0", { ...note, fields: { Text: "{{c1::one}}" } });
    const { ahead } = today(collection, at(start + minute));
    collection.cards.clear();
    expect(ahead).toEqual(today(collection, at(start + minute)).ahead);
  });

  it("says when the next card comes back if nothing else is left", () => {
    const collection = collectionWith(["basic"]);
    collection.presets.set("default", { ...defaultPreset, learningSteps: [3_600] });
    give(collection, "n0/0", 1, start);
    expect(today(collection, at(start + minute))).toMatchObject({ due: 0, waiting: start + 3_600_000, later: 1 });
  });
});

describe("summary", () => {
  it("tells what was done since the session began, and no more", () => {
    const collection = collectionWith(["basic", "basic", "basic"]);
    for (const card of ["n0/0", "n1/0", "n2/0"]) give(collection, card, 4, start);
    const later = start + 60 * day;
    give(collection, "n0/0", 1, later);
    give(collection, "n0/0", 1, later + minute);
    give(collection, "n1/0", 3, later + 2 * minute);
    give(collection, "n2/0", 3, later + 3 * minute);
    const view = summary(collection, later, null, at(later + 4 * minute));
    expect(view).toMatchObject({ answers: 4, cards: 3, took: 24_000, saved: 2, target: 0.9 });
    expect(view.remembered).toBeCloseTo(2 / 3);
    expect(view.hardest).toEqual([{ card: "n0/0", note: "n0", title: "Question?", again: 2, took: 12_000 }]);
    expect(view.ahead).toHaveLength(14);
    expect(view.tomorrow.at).toBeGreaterThan(later);
  });

  it("knows what tomorrow brings, new cards included, and when a step of this deck comes back", () => {
    const collection = collectionWith(new Array(50).fill("basic"), ["A", "B"]);
    collection.presets.set("default", { ...defaultPreset, learningSteps: [3_600] });
    give(collection, "n0/0", 1, start);
    const endOf = (deck: string) => summary(collection, start, deck, at(start + minute));
    expect(endOf("d:A").waiting).toBe(start + 3_600_000);
    expect(endOf("d:B").waiting).toBeNull();
    // Twenty new ones, the one that was forgotten, and of today's other nineteen those that are answered Again or Hard.
    expect(endOf("d:A").tomorrow.cards).toBeGreaterThan(21);
    expect(endOf("d:A").tomorrow.cards).toBeLessThan(31);
    expect(endOf("d:A").tomorrow.minutes).toBe(endOf("d:A").ahead[0]);
  });

  it("is empty, not wrong, when nothing was done", () => {
    const view = summary(collectionWith(["basic"]), start, null, at(start));
    expect(view).toMatchObject({ answers: 0, cards: 0, remembered: null, saved: 0, hardest: [] });
  });
});
