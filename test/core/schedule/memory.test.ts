import { BindingMemoryState, FSRSBinding } from "@open-spaced-repetition/binding";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grade } from "../../../main/contract/shapes.ts";
import { memory } from "../../../main/core/schedule/memory.ts";
import { weightSets } from "./study.ts";

const grades: Grade[] = [1, 2, 3, 4];
const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
const difficulty = fc.double({ min: 1, max: 10, noNaN: true });
const retention = fc.double({ min: 0.7, max: 0.99, noNaN: true });

/** The reference computes in 32-bit floats. */
const near = (ours: number, theirs: number) => expect(Math.abs(ours / theirs - 1)).toBeLessThan(1e-4);

describe.each(Object.entries(weightSets))("%s", (_, weights) => {
  const ours = memory(weights);
  const reference = new FSRSBinding(weights);

  it("equals the reference from any state, after any time", () => {
    fc.assert(
      fc.property(stability, difficulty, fc.nat(2_000), retention, (s, d, elapsed, target) => {
        // Below 0.01 and in later years 32 bits are too few to compare by.
        fc.pre(s > 0.01 && elapsed / s < 1_000);
        const theirs = reference.nextStates(new BindingMemoryState(s, d), target, elapsed);
        for (const [i, their] of [theirs.again, theirs.hard, theirs.good, theirs.easy].entries()) {
          const our = ours.next({ stability: s, difficulty: d }, elapsed, grades[i] as Grade);
          near(our.stability, their.memory.stability);
          near(our.difficulty, their.memory.difficulty);
          near(ours.interval(our.stability, target), their.interval);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("begins as the reference does", () => {
    const theirs = reference.nextStates(null, 0.9, 0);
    for (const [i, their] of [theirs.again, theirs.hard, theirs.good, theirs.easy].entries()) {
      const our = ours.next(null, 0, grades[i] as Grade);
      near(our.stability, their.memory.stability);
      near(our.difficulty, their.memory.difficulty);
    }
  });

  it("takes interval and ease for a memory as the reference does", () => {
    const ease = fc.double({ min: 1.3, max: 4, noNaN: true });
    // Nearer to 1 the reference's 32 bits are too few.
    const retention = fc.double({ min: 0.7, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), ease, retention, (days, factor, remembered) => {
        const our = ours.assumed(days, factor, remembered);
        const theirs = reference.memoryStateFromSM2(factor, days, remembered);
        expect(Math.abs(our.stability / theirs.stability - 1)).toBeLessThan(1e-3);
        expect(Math.abs(our.difficulty / theirs.difficulty - 1)).toBeLessThan(1e-3);
      }),
    );
  });

  it("waits until recall has fallen to the target, no more and no less", () => {
    fc.assert(
      fc.property(stability, retention, (s, target) => {
        expect(ours.recall(s, ours.interval(s, target))).toBeCloseTo(target, 6);
      }),
    );
  });

  it("means by stability the days until recall is 90 %", () => {
    fc.assert(
      fc.property(stability, (s) => {
        expect(ours.interval(s, 0.9) / s).toBeCloseTo(1, 12);
        expect(ours.recall(s, 0)).toBe(1);
      }),
    );
  });
});

describe("the two corrections of ts-fsrs", () => {
  it("start with a trained stability below 0.1", () => {
    expect(memory(weightSets["FSRS-6, low w0"]).next(null, 0, 1).stability).toBe(0.0041);
  });

  it.each(["FSRS-5", "FSRS-4.5"] as const)(
    "keep w19 = 0 for %s: a great stability grows as a small one does",
    (name) => {
      const { next } = memory(weightSets[name]);
      const growth = (s: number) => next({ stability: s, difficulty: 5 }, 0, 3).stability / s;
      expect(growth(1_000)).toBeCloseTo(growth(1), 6);
    },
  );

  it("keep w19 = 0 also where a set of 21 says so", () => {
    const weights = weightSets["FSRS-6"].with(19, 0);
    const theirs = new FSRSBinding(weights).nextStates(new BindingMemoryState(50, 5), 0.9, 0).good;
    near(memory(weights).next({ stability: 50, difficulty: 5 }, 0, 3).stability, theirs.memory.stability);
  });
});

describe("weights", () => {
  it("are read once for one array, and apart for two", () => {
    const weights = [...weightSets["FSRS-6"]];
    expect(memory(weights)).toBe(memory(weights));
    expect(memory(weights.with(20, 0.3)).interval(1, 0.8)).toBeCloseTo(2.624, 3);
    expect(memory(weights).interval(1, 0.8)).toBeCloseTo(3.316, 3);
  });

  it.each([0, 16, 18, 20, 22, 34])("are not %i in number", (length) => {
    expect(() => memory(new Array<number>(length).fill(1))).toThrow(RangeError);
  });

  it("speak of the same day from FSRS-5 on", () => {
    const sameDay = (["FSRS-6", "FSRS-5", "FSRS-4.5"] as const).map((name) => memory(weightSets[name]).sameDay);
    expect(sameDay).toEqual([true, true, false]);
  });
});

it("survives a memory that no FSRS would have made", () => {
  const { next, recall } = memory(weightSets["FSRS-6"]);
  for (const [s, d] of [
    [0, 0],
    [-1, 0],
    [1e9, 99],
  ] as const) {
    for (const grade of grades) {
      const state = next({ stability: s, difficulty: d }, 3, grade);
      expect(state.stability).toBeGreaterThanOrEqual(0.001);
      expect(state.stability).toBeLessThanOrEqual(36_500);
      expect(state.difficulty).toBeGreaterThanOrEqual(1);
      expect(state.difficulty).toBeLessThanOrEqual(10);
    }
    expect(recall(s, 3)).toBeGreaterThanOrEqual(0);
    expect(recall(s, 3)).toBeLessThanOrEqual(1);
  }
});
