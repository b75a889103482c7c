import { describe, expect, it } from "vitest";
import type { Card, Preset } from "../../../main/contract/shapes.ts";
import { newCard } from "../../../main/core/collection.ts";
import { DAY } from "../../../main/core/schedule/day.ts";
import { noFuzz } from "../../../main/core/schedule/fuzz.ts";
import { memory } from "../../../main/core/schedule/memory.ts";
import { type Outcome, plan, recallAt } from "../../../main/core/schedule/schedule.ts";
import { answered, berlin, outcomes, preset, seen, weightSets } from "./study.ts";

const morning = Date.parse("2026-11-20T08:00Z");
const brief = ({ phase, step, wait }: Outcome) =>
  `${phase}${phase === "review" ? "" : ` ${step}`} ${wait.n}${wait.unit === "days" ? "d" : "s"}`;
const briefly = (card: Card, changes: Partial<Preset> = {}, at = morning) =>
  plan(card, preset(changes), at, berlin, noFuzz).map(brief);

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
