import type { Card, Grade, Phase, Preset } from "../../contract/shapes.ts";
import type { Wait } from "../../contract/views.ts";
import { type Calendar, DAY, elapsedDays, startOf, studyDay } from "./day.ts";
import { type Fuzz, fuzz, fuzzRange } from "./fuzz.ts";
import { memory } from "./memory.ts";
import { fraction } from "./random.ts";
import { delays } from "./steps.ts";

/** What an answer makes of a card. The due instant or day follows from `wait` and the moment of the answer. */
export interface Outcome {
  grade: Grade;
  phase: Phase;
  step: number;
  wait: Wait;
  stability: number;
  difficulty: number;
  /** A review was forgotten: one more lapse. */
  lapsed: boolean;
  /** Expected probability of recall when it comes back. */
  recall: number;
}

type Landing = Pick<Outcome, "phase" | "step" | "wait">;
type Four<T> = [again: T, hard: T, good: T, easy: T];

const forAll = <T>(make: (grade: Grade) => T): Four<T> => [make(1), make(2), make(3), make(4)];

/**
 * What each of the four answers, given at that instant, would make of the card. The same arguments give the same outcomes,
 * so what a button shows is what is stored.
 */
export function outcomes(card: Card, preset: Preset, at: number, calendar: Calendar): Four<Outcome> {
  return plan(card, preset, at, calendar, fuzz(fraction(`${card.id} ${card.reps}`)));
}

/** The outcomes with another way to choose among the days that fuzz allows. */
export function plan(card: Card, preset: Preset, at: number, calendar: Calendar, choose: Fuzz): Four<Outcome> {
  const { next, interval, recall, sameDay } = memory(preset.weights);
  const fresh = card.phase === "new";
  const elapsed = fresh ? 0 : elapsedDays(card.last, at, calendar);
  const states = forAll((grade) => next(fresh ? null : card, elapsed, grade));
  const intervals = states.map(({ stability }) => interval(stability, preset.desiredRetention)) as Four<number>;
  const scene: Scene = { card, preset, intervals, sameDay, choose, most: preset.maximumInterval };
  const landings = card.phase === "review" ? fromReview(scene) : fromSteps(scene);
  const arrive = (grade: Grade): Outcome => {
    const { stability, difficulty } = states[grade - 1] as (typeof states)[0];
    const landing = landings[grade - 1] as Landing;
    const wait = overNight(landing.wait, at, calendar);
    const days = wait.unit === "days" ? wait.n : (wait.n * 1_000) / DAY;
    const lapsed = card.phase === "review" && grade === 1;
    return { ...landing, grade, wait, stability, difficulty, lapsed, recall: recall(stability, days) };
  };
  return forAll(arrive);
}

/** Probability that the card is remembered at that instant: 1 right after a review, 0 for a new card. */
export function recallAt(card: Card, preset: Preset, at: number): number {
  return card.phase === "new" ? 0 : memory(preset.weights).recall(card.stability, (at - card.last) / DAY);
}

interface Scene {
  card: Card;
  preset: Preset;
  /** Days until recall falls to the target, not rounded, after each answer. */
  intervals: Four<number>;
  sameDay: boolean;
  choose: Fuzz;
  /** The maximum interval. */
  most: number;
}

const review = (days: number): Landing => ({ phase: "review", step: 0, wait: { unit: "days", n: days } });

// Anki adds up to five random minutes to a step. We do not: the button would show another time than the one stored.
const stay = (phase: Phase, step: number, seconds: number): Landing => ({
  phase,
  step,
  wait: { unit: "seconds", n: seconds },
});

function fromSteps({ card, preset, intervals, sameDay, choose, most }: Scene): Four<Landing> {
  const [again, hard, good, easy] = intervals;
  const phase = card.phase === "relearning" ? "relearning" : "learning";
  const steps = phase === "relearning" ? preset.relearningSteps : preset.learningSteps;
  const leave = (interval: number) => review(choose(interval, 1, most));
  const atOnce = review(choose(easy, choose(good, 1, most) + 1, most));
  const step = Math.min(card.step, Math.max(0, steps.length - 1));
  const wait = delays(steps, step);
  if (!wait) {
    const decide = (interval: number) => withinDay(phase, interval, sameDay) ?? leave(interval);
    return [decide(again), decide(hard), decide(good), atOnce];
  }
  return [
    stay(phase, 0, wait.again),
    stay(phase, step, wait.hard),
    wait.good === null ? leave(good) : stay(phase, step + 1, wait.good),
    atOnce,
  ];
}

function fromReview({ card, preset, intervals, sameDay, choose, most }: Scene): Four<Landing> {
  const [again, hard, good, easy] = intervals;
  const hardDays = choose(hard, Math.max(1, floorAbove(card.interval, hard, most)), most);
  const goodDays = choose(good, Math.max(hardDays + 1, floorAbove(card.interval, good, most)), most);
  const easyDays = choose(easy, Math.max(goodDays + 1, floorAbove(card.interval, easy, most)), most);
  const [first] = preset.relearningSteps;
  const forgotten =
    first === undefined
      ? // Not fuzzed, for relearning goes on; and never later than Hard, which fuzz may have brought forward.
        (withinDay("relearning", again, sameDay) ?? review(Math.min(Math.max(1, Math.round(again)), hardDays)))
      : stay("relearning", 0, first);
  return [forgotten, review(hardDays), review(goodDays), review(easyDays)];
}

/**
 * The least interval after a review that went well, so that fuzz does not shorten one that should grow: a day more than the
 * last if it grows, the last if fuzz could reach it, otherwise none (a late Hard, a higher target).
 */
export function floorAbove(last: number, interval: number, most: number): number {
  if (Math.round(interval) > last) return last + 1;
  const [, upper] = fuzzRange(interval, 1, most);
  return last <= upper ? last : 0;
}

/** Without steps FSRS may ask for another look on the same day: when it expects to be forgotten within half a day. */
function withinDay(phase: Phase, interval: number, sameDay: boolean): Landing | null {
  return sameDay && interval < 0.5 ? stay(phase, 0, Math.max(1, Math.round((interval * DAY) / 1_000))) : null;
}

/** A delay that reaches past the rollover becomes whole days: the card waits among those of that day, on its step. */
function overNight(wait: Wait, at: number, calendar: Calendar): Wait {
  if (wait.unit === "days") return wait;
  const back = at + wait.n * 1_000;
  const today = studyDay(at, calendar);
  if (back < startOf(today + 1, calendar)) return wait;
  return { unit: "days", n: studyDay(back, calendar) - today };
}
