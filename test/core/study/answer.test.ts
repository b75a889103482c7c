import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Change, Grade } from "../../../main/contract/shapes.ts";
import type { CardView, Seen } from "../../../main/contract/views.ts";
import { apply, type Collection, defaultPreset, invert, newCard } from "../../../main/core/collection.ts";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { cardView } from "../../../main/core/study/cardView.ts";
import { sumsOf } from "../../../main/core/study/days.ts";
import { anyGrade, anyType, at, collectionWith, day, minute } from "../collections.ts";

function give(collection: Collection, card: string, grade: Grade, ms: number, seenAt = ms): Change {
  const reps = collection.cards.get(card)?.reps ?? 0;
  const change = answer(collection, { card, seen: { reps, at: seenAt }, grade, tookMs: 4_000 }, at(ms));
  if (isFault(change)) throw new Error(change.code);
  return change;
}

const start = Date.parse("2026-03-27T10:00:00Z");
const history = fc.array(fc.record({ grade: anyGrade, wait: fc.integer({ min: 1_000, max: 40 * day }) }), {
  minLength: 1,
  maxLength: 12,
});

describe("answer", () => {
  it("stores what the button showed, for every history, also when the answer comes later than its preview", () => {
    fc.assert(
      fc.property(anyType, history, fc.integer({ min: 0, max: 12 * 60 * minute }), (type, answers, thought) => {
        const collection = collectionWith([type]);
        let ms = start;
        for (const { grade, wait } of answers) {
          const view = cardView(collection, "n0/0", at(ms));
          const shown = view?.previews[grade - 1]?.wait;
          const input = { card: "n0/0", seen: view?.seen ?? { reps: 0, at: ms }, grade, tookMs: 4_000 };
          const change = answer(collection, input, at(ms + thought));
          if (isFault(change)) throw new Error(change.code);
          apply(collection, change.records);
          const card = collection.cards.get("n0/0");
          const stored =
            card?.due === null
              ? { unit: "days", n: card.day - studyDay(change.at, at(0).calendar) }
              : { unit: "seconds", n: ((card?.due ?? 0) - change.at) / 1_000 };
          expect(stored).toEqual(shown);
          const logged = change.records.reviews?.[0]?.[1];
          const sign = shown?.unit === "days" ? 1 : -1;
          expect(logged).toMatchObject({ grade, interval: sign * (shown?.n ?? 0), at: change.at });
          expect(logged?.stability).toBe(card?.stability);
          expect(card?.buried).toBeNull();
          ms += thought + wait;
        }
      }),
    );
  });

  it("is taken back whole: the collection is as it was", () => {
    fc.assert(
      fc.property(history, (answers) => {
        const collection = collectionWith(["basic", "cloze"]);
        const states = [structuredClone(collection)];
        const changes: Change[] = [];
        let ms = start;
        for (const { grade, wait } of answers) {
          const change = give(collection, "n1/1", grade, ms);
          apply(collection, change.records);
          changes.push(change);
          states.push(structuredClone(collection));
          ms += wait;
        }
        for (const change of changes.reverse()) {
          expect(collection).toEqual(states.pop());
          apply(collection, invert(change.records));
        }
        expect(collection).toEqual(states.pop());
      }),
    );
  });

  it("ends the putting off of a card that was buried on an earlier day", () => {
    const collection = collectionWith(["basic"]);
    collection.cards.set("n0/0", { ...newCard("n0", 0), buried: 20_000 });
    expect(give(collection, "n0/0", 3, start).records.cards?.[0]?.[1]?.buried).toBeNull();
  });

  it("refuses an answer to a card that is no longer as it was seen", () => {
    const collection = collectionWith(["basic"]);
    const seen = { reps: 0, at: start };
    const input = { card: "n0/0", seen, grade: 3 as const, tookMs: 1 };
    apply(collection, give(collection, "n0/0", 3, start).records);
    expect(answer(collection, input, at(start))).toEqual({ code: "conflict" });
    const stale = { ...input, seen: { reps: 1, at: start - 2 * day } };
    expect(answer(collection, stale, at(start))).toEqual({ code: "conflict" });
  });

  it.each(["n9/0", "n0/1", "n0", "", "n0/-1", "__proto__/0"])("says that %j is gone", (card) => {
    const input = { card, seen: { reps: 0, at: start }, grade: 3 as const, tookMs: 1 };
    expect(answer(collectionWith(["basic"]), input, at(start))).toEqual({ code: "gone", detail: "card" });
  });

  it("takes days that were shown if they may be had, and no others", () => {
    const collection = collectionWith(["basic"]);
    const put = (days: Seen["days"]) =>
      answer(collection, { card: "n0/0", seen: { reps: 0, at: start, days }, grade: 4, tookMs: 1 }, at(start));
    const { seen } = cardView(collection, "n0/0", at(start)) as CardView;
    const [, , , easy] = seen.days as [null, null, null, number];
    expect(seen.days.slice(0, 3)).toEqual([null, null, null]);
    // FSRS says 8 days: 6 to 10 are within fuzz.
    for (const days of [6, 7, 8, 9, 10]) {
      const change = put([null, null, null, days]) as Change;
      expect(change.records.cards?.[0]?.[1]).toMatchObject({ phase: "review", interval: days });
    }
    for (const days of [5, 11, 0, 1e9]) expect(put([null, null, null, days])).toEqual({ code: "conflict" });
    expect(put([null, null, 1, easy])).toEqual({ code: "conflict" });
    expect(put([null, null, null, null])).toEqual({ code: "conflict" });
  });

  it("survives a clock that was set back by a year: it goes by the clock, and the card's log keeps its order", () => {
    const collection = collectionWith(["basic", "basic"]);
    const back = start - 365 * day;
    for (const ms of [start, back, back, back]) apply(collection, give(collection, "n0/0", 3, ms).records);
    const log = [...collection.reviews.values()];
    expect(log.map((review) => review.at)).toEqual([start, start + 1, start + 2, start + 3]);
    expect(log.map((review) => review.elapsed)).toEqual([0, 0, 0, 0]);
    const card = collection.cards.get("n0/0");
    expect(card?.last).toBe(back);
    expect(card?.day).toBe(studyDay(back, at(0).calendar) + (card?.interval ?? 0));
    // Days count again from there; another card's log is not concerned.
    apply(collection, give(collection, "n0/0", 3, back + 5 * day).records);
    apply(collection, give(collection, "n1/0", 3, back + 5 * day).records);
    expect([...collection.reviews.values()].slice(4)).toMatchObject([
      { at: start + 4, elapsed: 5 },
      { at: back + 5 * day, elapsed: 0 },
    ]);
  });

  it("takes an answer whose question was asked before the clock was set back", () => {
    const collection = collectionWith(["basic"]);
    const change = give(collection, "n0/0", 3, start - 30 * day, start);
    expect(change.records.cards?.[0]?.[1]).toMatchObject({ last: start - 30 * day, reps: 1 });
  });

  it("tags a leech at the threshold and every half of it after, and suspends it if the preset says so", () => {
    for (const leechAction of ["tag", "suspend"] as const) {
      const collection = collectionWith(["basic"]);
      collection.presets.set("default", { ...defaultPreset, leechLapses: 3, leechAction, relearningSteps: [] });
      const tagged: number[] = [];
      let ms = start;
      for (let lapses = 1; lapses <= 7; lapses++) {
        for (const grade of [4, 1] as const) {
          ms += 100 * day;
          const change = give(collection, "n0/0", grade, ms);
          apply(collection, change.records);
          if (change.records.notes) tagged.push(lapses);
          const card = collection.cards.get("n0/0");
          if (card?.suspended) expect([3, 5, 7]).toContain(card.lapses);
          else if (leechAction === "suspend" && grade === 1) expect([3, 5, 7]).not.toContain(card?.lapses);
          if (card?.suspended) collection.cards.set("n0/0", { ...card, suspended: false });
        }
        const note = collection.notes.get("n0");
        if (note) collection.notes.set("n0", { ...note, tags: [] });
      }
      expect(tagged).toEqual([3, 5, 7]);
      expect(collection.cards.get("n0/0")?.lapses).toBe(7);
    }
  });

  it("does not touch a note that has the tag already", () => {
    const collection = collectionWith(["basic"]);
    collection.presets.set("default", { ...defaultPreset, leechLapses: 1 });
    const note = collection.notes.get("n0");
    if (note) collection.notes.set("n0", { ...note, tags: ["Leech"] });
    apply(collection, give(collection, "n0/0", 4, start).records);
    expect(give(collection, "n0/0", 1, start + 9 * day).records.notes).toBeUndefined();
  });

  it("counts the day: new cards, reviews, what was remembered, capped time", () => {
    const collection = collectionWith(["basic"]);
    const first = give(collection, "n0/0", 4, start);
    apply(collection, first.records);
    const due = collection.cards.get("n0/0");
    const later = start + (due?.interval ?? 0) * day;
    const slow = answer(collection, { card: "n0/0", seen: { reps: 1, at: later }, grade: 1, tookMs: 1e6 }, at(later));
    if (isFault(slow)) throw new Error(slow.code);
    apply(collection, slow.records);
    const today = (ms: number) => sumsOf(collection, studyDay(ms, at(0).calendar));
    expect(today(start)).toEqual({ answers: 1, reviews: 0, recalled: 0, interday: 0, fresh: 1, took: 4_000 });
    expect(today(later)).toEqual({ answers: 1, reviews: 1, recalled: 0, interday: 0, fresh: 0, took: 60_000 });
    expect(collection.cards.get("n0/0")?.lapses).toBe(1);
  });
});
