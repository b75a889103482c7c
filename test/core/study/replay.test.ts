import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Grade, Review } from "../../../main/contract/shapes.ts";
import { apply, defaultPreset } from "../../../main/core/collection.ts";
import { memory } from "../../../main/core/schedule/memory.ts";
import { lapsesIn, replay } from "../../../main/core/schedule/replay.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { anyGrade, at, collectionWith, day } from "../collections.ts";

const start = Date.parse("2026-03-27T10:00:00Z");
const formulas = memory(defaultPreset.weights);

const line = (changes: Partial<Review>): Review => ({
  ...{ id: "1", card: "n0/0", at: 1, grade: 3, took: 1, phase: "review", elapsed: 3, interval: 5 },
  ...{ stability: 0, difficulty: 0, recall: null, ...changes },
});
const left = (log: Review[]) => replay(log, formulas).at(-1)?.state;
const answers = (...grades: Grade[]) =>
  grades.map((grade, i) => line({ grade, phase: i === 0 ? "new" : "review", elapsed: i === 0 ? 0 : 3 }));

describe("replay", () => {
  it("gives the memory, the lapses and the log that answering gave, also where the clock went back", () => {
    const answersGiven = fc.array(fc.record({ grade: anyGrade, wait: fc.integer({ min: -9 * day, max: 40 * day }) }), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(answersGiven, (given) => {
        const collection = collectionWith(["basic"]);
        let ms = start;
        for (const { grade, wait } of given) {
          const reps = collection.cards.get("n0/0")?.reps ?? 0;
          const change = answer(collection, { card: "n0/0", seen: { reps, at: ms }, grade, tookMs: 1 }, at(ms));
          if (isFault(change)) throw new Error(change.code);
          apply(collection, change.records);
          ms += wait;
        }
        const log = [...collection.reviews.values()].sort((a, b) => a.at - b.at);
        const card = collection.cards.get("n0/0");
        const lines = replay(log, formulas);
        expect(lines.at(-1)?.state).toEqual({ stability: card?.stability, difficulty: card?.difficulty });
        for (const { review, state } of lines) expect(state?.stability).toBe(review.stability);
        expect(lapsesIn(log)).toBe(card?.lapses);
      }),
    );
  });

  it("hears nothing from what was no answer, nor from what did not count", () => {
    const plain = left(answers(3, 3, 1));
    const [a, b, c] = answers(3, 3, 1) as [Review, Review, Review];
    const cram = line({ kind: "cram", grade: 1 });
    const [due, moved] = [line({ kind: "due", grade: 0 }), line({ kind: "moved", grade: 0 })];
    expect(left([a, cram, due, b, moved, c, cram, due, line({ grade: 0 })])).toEqual(plain);
  });

  it("begins anew after a reset", () => {
    const reset = line({ kind: "reset", grade: 0 });
    expect(left([...answers(3, 3, 1), reset])).toBeNull();
    expect(left([...answers(3, 3, 1), reset, ...answers(2)])).toEqual(left(answers(2)));
  });

  it("begins with what was assumed of a new card that was given a due date", () => {
    const due = line({ kind: "due", grade: 0, phase: "new", stability: 30, difficulty: 4 });
    expect(left([due])).toEqual({ stability: 30, difficulty: 4 });
    expect(left([due, line({ grade: 3, elapsed: 30 })])).toEqual(
      formulas.next({ stability: 30, difficulty: 4 }, 30, 3),
    );
  });

  it("begins in the middle where the first answers are not there", () => {
    expect(left([line({ interval: 100 })])).toEqual(formulas.assumed(100, 2.5, 0.9));
    expect(left([line({ stability: 9, difficulty: 3 })])).toEqual({ stability: 9, difficulty: 3 });
  });
});
