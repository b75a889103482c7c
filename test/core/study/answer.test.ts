import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Change, Grade } from "../../../main/contract/shapes.ts";
import { apply, type Collection, invert, newCard } from "../../../main/core/collection.ts";
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
          const shown = cardView(collection, "n0/0", at(ms))?.previews[grade - 1]?.wait;
          const change = give(collection, "n0/0", grade, ms + thought, ms);
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

  it("survives a clock that was set back by a year, and gives every review its own name", () => {
    const collection = collectionWith(["basic"]);
    for (const ms of [start, start - 365 * day, start - 365 * day, start - 365 * day])
      apply(collection, give(collection, "n0/0", 3, ms).records);
    expect(collection.reviews.size).toBe(4);
    expect([...collection.reviews.values()].every((review) => review.elapsed >= 0)).toBe(true);
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
