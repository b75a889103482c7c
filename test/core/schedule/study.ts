// What the tests of scheduling share: sets of weights, cards in any phase, and a card's life from answer to answer.
import fc from "fast-check";
import type { Card, Phase, Preset } from "../../../main/contract/shapes.ts";
import { defaultPreset, newCard } from "../../../main/core/collection.ts";
import { type Calendar, studyDay } from "../../../main/core/schedule/day.ts";
import { fuzz } from "../../../main/core/schedule/fuzz.ts";
import { type Outcome, plan, seedOf } from "../../../main/core/schedule/schedule.ts";

export const berlin: Calendar = { zone: "Europe/Berlin", rolloverHour: 4 };

export const weightSets = {
  "FSRS-6": defaultPreset.weights,
  // As the optimizer returns them for hard material: below the 0.1 that ts-fsrs insists on.
  "FSRS-6, low w0": defaultPreset.weights.with(0, 0.0041).with(1, 0.09).with(2, 0.31),
  "FSRS-5": [
    0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11, 0.29605,
    2.2698, 0.2315, 2.9898, 0.51655, 0.6621,
  ],
  "FSRS-4.5": [
    0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072, 0.0793, 0.3246,
    1.587, 0.2272, 2.8755,
  ],
};

export const preset = (changes: Partial<Preset> = {}): Preset => ({ ...defaultPreset, ...changes });

/** A card that was last answered at that instant. */
export function seen(phase: Phase, last: number, changes: Partial<Card> = {}): Card {
  return { ...newCard("note", 0), phase, last, reps: 5, stability: 10, difficulty: 5, interval: 10, ...changes };
}

/** The outcomes where nothing else is due on any day. */
export const outcomes = (card: Card, study: Preset, at: number, calendar: Calendar) =>
  plan(card, study, at, calendar, fuzz(seedOf(card)));

/** The card after an answer, as the app stores it. */
export function answered(card: Card, outcome: Outcome, at: number, calendar: Calendar): Card {
  const { phase, step, wait, stability, difficulty, lapsed } = outcome;
  const days = wait.unit === "days" ? wait.n : 0;
  return {
    ...card,
    phase,
    step,
    due: wait.unit === "seconds" ? at + wait.n * 1_000 : null,
    day: studyDay(at, calendar) + days,
    interval: days,
    stability,
    difficulty,
    last: at,
    reps: card.reps + 1,
    lapses: card.lapses + (lapsed ? 1 : 0),
  };
}

/** Two things of one length, side by side. */
export const pair = <A, B>(as: readonly A[], bs: readonly B[]): [A, B][] => as.map((a, i) => [a, bs[i] as B]);

const year2000 = Date.UTC(2000, 0, 1);
const steps = fc.array(fc.integer({ min: 1, max: 43_200 }), { maxLength: 4 }).map((list) => list.sort((a, b) => a - b));

/** Any card, preset, moment and calendar; steps within a day and growing, as in all but odd presets. */
export const scene = fc
  .record({
    phase: fc.constantFrom<Phase>("new", "learning", "review", "relearning"),
    id: fc.uuid(),
    reps: fc.nat(1_000),
    step: fc.nat(5),
    stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    interval: fc.integer({ min: 1, max: 36_500 }),
    last: fc.integer({ min: year2000, max: year2000 + 1e12 }),
    gap: fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e12 })),
    weights: fc.constantFrom(...Object.values(weightSets)),
    desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
    maximumInterval: fc.oneof(fc.integer({ min: 1, max: 36_500 }), fc.integer({ min: 1, max: 10 })),
    learningSteps: steps,
    relearningSteps: steps,
    zone: fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Antarctica/Troll",
      "Asia/Kolkata",
    ),
    rolloverHour: fc.integer({ min: 0, max: 23 }),
  })
  .map(({ phase, last, gap, zone, rolloverHour, id, reps, step, stability, difficulty, interval, ...rest }) => ({
    card:
      phase === "new" ? { ...newCard(id, 0) } : seen(phase, last, { id, reps, step, stability, difficulty, interval }),
    preset: preset(rest),
    at: last + gap,
    calendar: { zone, rolloverHour },
  }));
