import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wait } from "../../../main/contract/views.ts";
import { DAY, startOf, studyDay } from "../../../main/core/schedule/day.ts";
import { fuzzRange } from "../../../main/core/schedule/fuzz.ts";
import { memory } from "../../../main/core/schedule/memory.ts";
import { recallAt } from "../../../main/core/schedule/schedule.ts";
import { answered, outcomes, scene } from "./study.ts";

const runs = { numRuns: 500 };
const length = ({ unit, n }: Wait) => (unit === "days" ? n * DAY : n * 1_000);

describe("laws of the four outcomes", () => {
  it("come back in the order Again, Hard, Good, Easy", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        const waits = outcomes(card, preset, at, calendar).map(({ wait }) => length(wait));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });

  it("are the same for the same arguments", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        const first = outcomes(card, preset, at, calendar);
        expect(outcomes({ ...card }, { ...preset, weights: [...preset.weights] }, at, { ...calendar })).toEqual(first);
      }),
      runs,
    );
  });

  it("wait at least a second or a day, at most the maximum interval, and in seconds only until the rollover", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        for (const { phase, wait } of outcomes(card, preset, at, calendar)) {
          expect(Number.isInteger(wait.n) && wait.n >= 1).toBe(true);
          if (wait.unit === "seconds") {
            expect(phase).not.toBe("review");
            expect(at + wait.n * 1_000).toBeLessThan(startOf(studyDay(at, calendar) + 1, calendar));
          } else if (phase === "review") expect(wait.n).toBeLessThanOrEqual(preset.maximumInterval);
        }
      }),
      runs,
    );
  });

  it("hold a memory that FSRS allows, and the recall that it foretells for the day of return", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        for (const outcome of outcomes(card, preset, at, calendar)) {
          expect(outcome.stability).toBeGreaterThanOrEqual(0.001);
          expect(outcome.stability).toBeLessThanOrEqual(36_500);
          expect(outcome.difficulty).toBeGreaterThanOrEqual(1);
          expect(outcome.difficulty).toBeLessThanOrEqual(10);
          const back = recallAt(answered(card, outcome, at, calendar), preset, at + length(outcome.wait));
          expect(outcome.recall).toBeCloseTo(back, 7);
        }
      }),
      runs,
    );
  });

  it("count a lapse only where a review was forgotten", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        const lapsed = outcomes(card, preset, at, calendar).map((outcome) => outcome.lapsed);
        expect(lapsed).toEqual([card.phase === "review", false, false, false]);
      }),
      runs,
    );
  });

  it("keep good reviews apart: Hard, Good and Easy on three days, up to the maximum", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        fc.pre(card.phase === "review");
        const [, hard, good, easy] = outcomes(card, preset, at, calendar).map(({ wait }) => wait.n) as [0, ...number[]];
        const most = preset.maximumInterval;
        expect(good).toBeGreaterThanOrEqual(Math.min(most, (hard ?? 0) + 1));
        expect(easy).toBeGreaterThanOrEqual(Math.min(most, (good ?? 0) + 1));
      }),
      runs,
    );
  });

  it("never let fuzz shorten an interval that grows, nor one that it could leave as it is", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        const last = card.interval || 1;
        const review = { ...card, phase: "review" as const, interval: last, stability: card.stability || 1 };
        for (const { stability, wait } of outcomes(review, preset, at, calendar).slice(1)) {
          const exact = memory(preset.weights).interval(stability, preset.desiredRetention);
          const most = preset.maximumInterval;
          if (Math.round(exact) > last) expect(wait.n).toBeGreaterThanOrEqual(Math.min(most, last + 1));
          else if (last <= fuzzRange(exact, 1, most)[1]) expect(wait.n).toBeGreaterThanOrEqual(last);
        }
      }),
      runs,
    );
  });

  it("stay within fuzz of the exact interval where nothing forces them away", () => {
    fc.assert(
      fc.property(scene, ({ card, preset, at, calendar }) => {
        const [, hard] = outcomes(
          { ...card, phase: "review", interval: 1, stability: card.stability || 1 },
          preset,
          at,
          calendar,
        );
        const exact = memory(preset.weights).interval(hard.stability, preset.desiredRetention);
        const [lower, upper] = fuzzRange(exact, exact < 1.5 ? 1 : 2, preset.maximumInterval);
        expect(hard.wait.n).toBeGreaterThanOrEqual(lower);
        expect(hard.wait.n).toBeLessThanOrEqual(upper);
      }),
      runs,
    );
  });
});
