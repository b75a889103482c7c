import { type BindingMemoryState, FSRSBinding } from "@open-spaced-repetition/binding";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Grade, Preset } from "../../../main/contract/shapes.ts";
import { newCard } from "../../../main/core/collection.ts";
import { DAY, startOf, studyDay } from "../../../main/core/schedule/day.ts";
import { type Fuzz, fuzzRange, noFuzz } from "../../../main/core/schedule/fuzz.ts";
import { memory } from "../../../main/core/schedule/memory.ts";
import { floorAbove, type Outcome, plan } from "../../../main/core/schedule/schedule.ts";
import { answered, berlin, outcomes, preset, weightSets } from "./study.ts";

const morning = Date.parse("2026-11-20T08:00Z");

describe("against the reference implementation", () => {
  // Each history is lived through by the app's own road: study days, answers at any hour, stored cards. The seed is fixed
  // because the reference counts in 32 bits: of a thousand histories that sink to 0.001 days, one differs by 2e-4.
  const pace = fc.record({
    grade: fc.constantFrom<Grade>(1, 2, 3, 4),
    days: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(400)),
    hour: fc.nat(22),
  });
  const history = fc.array(pace, { minLength: 2, maxLength: 12 });

  it.each(Object.entries(weightSets))("50 random histories with %s give its memory and intervals", (_, weights) => {
    const reference = new FSRSBinding(weights);
    fc.assert(
      fc.property(history, fc.double({ min: 0.7, max: 0.99, noNaN: true }), (answers, desiredRetention) => {
        const study = preset({ weights, desiredRetention });
        let card = newCard("note", 0);
        let theirs: BindingMemoryState | null = null;
        let day = studyDay(morning, berlin);
        let last = 0;
        for (const { grade, days, hour } of answers) {
          const gap: number = theirs ? days : 0;
          day += gap;
          const at = Math.max(last + 1, startOf(day, berlin) + hour * 3_600_000);
          const next = reference.nextStates(theirs, desiredRetention, gap);
          const four = plan(card, study, at, berlin, noFuzz);
          for (const [ours, their] of [next.again, next.hard, next.good, next.easy].map(
            (s, i) => [four[i], s] as const,
          )) {
            const interval = memory(weights).interval(ours?.stability ?? 0, desiredRetention);
            expect(Math.abs((ours?.stability ?? 0) / their.memory.stability - 1)).toBeLessThan(1e-4);
            expect(Math.abs((ours?.difficulty ?? 0) / their.memory.difficulty - 1)).toBeLessThan(1e-4);
            expect(Math.abs(interval / their.interval - 1)).toBeLessThan(1e-4);
          }
          theirs = [next.again, next.hard, next.good, next.easy][grade - 1]?.memory ?? null;
          card = answered(card, four[grade - 1] as Outcome, at, berlin);
          last = at;
        }
      }),
      { numRuns: 50, seed: 6 },
    );
  });

  const known: Grade[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];

  /** A card that is answered at the very moment when it is due: days, and the limits that the rules set to fuzz. */
  function live(study: Preset, choose?: Fuzz) {
    let card = newCard("note", 0);
    let at = morning;
    return known.map((grade) => {
      const four = choose ? plan(card, study, at, berlin, choose) : outcomes(card, study, at, berlin);
      const outcome = four[grade - 1] as Outcome;
      const exact = memory(study.weights).interval(outcome.stability, study.desiredRetention);
      const least =
        card.phase === "review" ? Math.max(four[1].wait.n + 1, floorAbove(card.interval, exact, 36_500)) : 1;
      card = answered(card, outcome, at, berlin);
      at = card.due ?? at + card.interval * DAY;
      return { days: card.interval, range: fuzzRange(exact, least, 36_500) };
    });
  }

  it("Good six times, Again twice, Good five times: the intervals everyone knows", () => {
    const days = live(preset(), noFuzz).map((answer) => answer.days);
    expect(days).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it("the same with the weights of FSRS-5", () => {
    const days = live(preset({ weights: weightSets["FSRS-5"] }), noFuzz).map((answer) => answer.days);
    expect(days).toEqual([0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142]);
  });

  it("the same with fuzz, each within its range", () => {
    const lived = live(preset()).filter(({ days }) => days > 0);
    expect(lived).toHaveLength(10);
    for (const { days, range } of lived) {
      expect(days).toBeGreaterThanOrEqual(range[0]);
      expect(days).toBeLessThanOrEqual(range[1]);
    }
  });
});
