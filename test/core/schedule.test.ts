import { type BindingMemoryState, FSRSBinding } from "@open-spaced-repetition/binding";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card, Grade, Preset } from "../../main/contract/shapes.ts";
import type { Wait } from "../../main/contract/views.ts";
import { newCard } from "../../main/core/collection.ts";
import { DAY, startOf, studyDay } from "../../main/core/day.ts";
import { type Fuzz, fuzzRange, noFuzz } from "../../main/core/fuzz.ts";
import { memory } from "../../main/core/memory.ts";
import { floorAbove, type Outcome, outcomes, plan, recallAt } from "../../main/core/schedule.ts";
import { answered, berlin, preset, scene, seen, weightSets } from "./study.ts";

const runs = { numRuns: 500 };
const length = ({ unit, n }: Wait) => (unit === "days" ? n * DAY : n * 1_000);
const morning = Date.parse("2026-11-20T08:00Z");
const brief = ({ phase, step, wait }: Outcome) =>
  `${phase}${phase === "review" ? "" : ` ${step}`} ${wait.n}${wait.unit === "days" ? "d" : "s"}`;
const briefly = (card: Card, changes: Partial<Preset> = {}, at = morning) =>
  plan(card, preset(changes), at, berlin, noFuzz).map(brief);

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

describe("learning", () => {
  it("goes through the steps and leaves them", () => {
    const card = newCard("note", 0);
    expect(briefly(card)).toEqual(["learning 0 60s", "learning 0 330s", "learning 1 600s", "review 8d"]);
    const second = answered(card, plan(card, preset(), morning, berlin, noFuzz)[2], morning, berlin);
    expect(briefly(second, {}, morning + 600_000)).toEqual([
      "learning 0 60s",
      "learning 1 600s",
      "review 2d",
      "review 4d",
    ]);
  });

  it("gives Easy at least a day more than Good", () => {
    const weights = weightSets["FSRS-6"].with(3, 2.31);
    expect(briefly(newCard("note", 0), { weights, learningSteps: [600] })[3]).toBe("review 3d");
    expect(briefly(newCard("note", 0), { weights, learningSteps: [600] })[2]).toBe("review 2d");
  });

  it("leaves it to FSRS without steps, on the same day if it must be", () => {
    const low = { weights: weightSets["FSRS-6, low w0"], learningSteps: [] };
    expect(briefly(newCard("note", 0), low)).toEqual([
      "learning 0 354s",
      "learning 0 7776s",
      "learning 0 26784s",
      "review 8d",
    ]);
    expect(briefly(newCard("note", 0), { learningSteps: [] })).toEqual([
      "learning 0 18317s",
      "review 1d",
      "review 2d",
      "review 8d",
    ]);
  });

  it("never asks twice a day without steps when the weights know nothing of that", () => {
    const weights = weightSets["FSRS-4.5"].with(0, 0.1);
    expect(briefly(newCard("note", 0), { weights, learningSteps: [] })[0]).toBe("review 1d");
  });

  it("keeps steps of days as steps", () => {
    const changes = { learningSteps: [60, DAY / 1_000, (3 * DAY) / 1_000] };
    const card = seen("learning", morning, { step: 1 });
    expect(briefly(card, changes, morning + DAY)).toEqual([
      "learning 0 60s",
      "learning 1 1d",
      "learning 2 3d",
      expect.stringMatching(/^review/),
    ]);
  });

  it.each([
    ["just before the rollover", "2026-11-21T02:50Z", "learning 1 1d"],
    ["up to the very rollover", "2026-11-21T02:00Z", "learning 1 1d"],
    ["a second before it", "2026-11-21T01:59:59Z", "learning 1 3600s"],
  ])("turns an hour into a day where it passes the rollover: %s", (_, iso, good) => {
    expect(briefly(newCard("note", 0), { learningSteps: [60, 3_600] }, Date.parse(iso))[2]).toBe(good);
  });

  it("finds its place when steps were removed", () => {
    const card = seen("learning", morning, { step: 3, stability: 2 });
    expect(briefly(card, { learningSteps: [60, 600] }, morning).slice(0, 2)).toEqual([
      "learning 0 60s",
      "learning 1 600s",
    ]);
    expect(briefly(card, { learningSteps: [60, 600] }, morning)[2]).toMatch(/^review/);
  });
});

describe("reviews", () => {
  const card = seen("review", morning - 10 * DAY);

  it("lapse into relearning", () => {
    expect(briefly(card)[0]).toBe("relearning 0 600s");
    expect(briefly(card, { relearningSteps: [DAY / 1_000] })[0]).toBe("relearning 0 1d");
  });

  it("lapse as FSRS says without relearning steps", () => {
    expect(briefly(card, { relearningSteps: [] })[0]).toMatch(/^review \dd$/);
    const weak = seen("review", morning - 10 * DAY, { stability: 0.3, difficulty: 9 });
    expect(briefly(weak, { relearningSteps: [] })[0]).toMatch(/^relearning 0 \d+s$/);
  });

  it("come back from relearning with the memory that the lapse left", () => {
    const four = plan(card, preset(), morning, berlin, noFuzz);
    const relearning = answered(card, four[0], morning, berlin);
    const good = plan(relearning, preset(), morning + 600_000, berlin, noFuzz)[2];
    expect(relearning).toMatchObject({ phase: "relearning", lapses: 1, interval: 0 });
    expect(good).toMatchObject({ phase: "review", wait: { unit: "days", n: Math.max(1, Math.round(good.stability)) } });
  });

  it("go by the days that really passed, early or late", () => {
    const good = (days: number) => plan(card, preset(), card.last + days * DAY, berlin, noFuzz)[2].stability;
    const stabilities = [1, 5, 10, 20, 100].map(good);
    expect(stabilities).toEqual([...stabilities].sort((a, b) => a - b));
    expect(new Set(stabilities).size).toBe(5);
  });

  it("count as the same day until the rollover, whatever the calendar says", () => {
    const evening = Date.parse("2026-11-20T22:30Z");
    const late = seen("review", evening);
    const same = plan(late, preset(), evening + 3_600_000, berlin, noFuzz)[2].stability;
    const next = plan(late, preset(), evening + 6 * 3_600_000, berlin, noFuzz)[2].stability;
    expect(same).toBe(memory(preset().weights).next(late, 0, 3).stability);
    expect(next).toBe(memory(preset().weights).next(late, 1, 3).stability);
    expect(next).not.toBe(same);
  });

  it("do not mind a clock set back: as if on the same day", () => {
    const four = plan(card, preset(), card.last - 40 * DAY, berlin, noFuzz);
    expect(four).toEqual(plan(card, preset(), card.last, berlin, noFuzz));
    expect(recallAt(card, preset(), card.last - 40 * DAY)).toBe(1);
  });

  it("never pass the maximum interval, and meet there", () => {
    expect(briefly(card, { maximumInterval: 12, relearningSteps: [] }).slice(1)).toEqual([
      "review 12d",
      "review 12d",
      "review 12d",
    ]);
    expect(briefly(card, { maximumInterval: 1, relearningSteps: [] })).toEqual(new Array(4).fill("review 1d"));
  });

  it("are fuzzed by card and repetition, alike for all four answers", () => {
    const good = (id: string, reps: number) => outcomes({ ...card, id, reps }, preset(), morning, berlin)[2].wait.n;
    const byCard = new Set(Array.from({ length: 40 }, (_, i) => good(`note${i}/0`, 5)));
    const byRepetition = new Set(Array.from({ length: 40 }, (_, i) => good("note/0", i)));
    expect(byCard.size).toBeGreaterThan(3);
    expect(byRepetition.size).toBeGreaterThan(3);
  });
});

describe("recallAt", () => {
  it("is 0 for a new card, 1 right after a review, the target after the stability, and goes by the hour", () => {
    const card = seen("review", morning);
    const at = (days: number) => recallAt(card, preset(), morning + days * DAY);
    expect(recallAt(newCard("note", 0), preset(), morning)).toBe(0);
    expect(at(0)).toBe(1);
    expect(at(10)).toBeCloseTo(0.9, 6);
    expect(at(23 / 24)).toBeLessThan(1);
    expect(at(1)).toBeLessThan(at(23 / 24));
  });
});
