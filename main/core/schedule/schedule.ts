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

/** Where in a range fuzz chooses for the card's next answer, in [0, 1): another place each time, and always the same one. */
export const seedOf = ({ id, reps }: Pick<Card, "id" | "reps">): number => fraction(`${id} ${reps}`);

/**
 * What each of the four answers, given at that instant, would make of the card; `choose` takes one of the days that fuzz allows. The same
 * arguments give the same outcomes, so what a button shows is what is stored.
 */
export function plan(card: Card, preset: Preset, at: number, calendar: Calendar, choose: Fuzz): Four<Outcome> {
  const { next, interval, recall, sameDay } = memory(preset.weights);
  const fresh = card.phase === "new";
  const elapsed = fresh ? 0 : elapsedDays(card.last, at, calendar);
  const states = forAll((grade) => next(fresh ? null : card, elapsed, grade));
  const intervals = states.map(({ stability }) => interval(stability, preset.desiredRetention)) as Four<number>;
  // Anki adds up to five random minutes to a step. We do not: the button would show another time than the one stored.
  const stay: Scene["stay"] = (phase, step, seconds) => ({ phase, step, wait: overNight(seconds, at, calendar) });
  const scene: Scene = { card, preset, intervals, sameDay, choose, most: preset.maximumInterval, stay };
  const landings = card.phase === "review" ? fromReview(scene) : fromSteps(scene);
  const arrive = (grade: Grade): Outcome => {
    const { stability, difficulty } = states[grade - 1] as (typeof states)[0];
    const landing = landings[grade - 1] as Landing;
    const { wait } = landing;
    const days = wait.unit === "days" ? wait.n : (wait.n * 1_000) / DAY;
    const lapsed = card.phase === "review" && grade === 1;
    return { ...landing, grade, stability, difficulty, lapsed, recall: recall(stability, days) };
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
  /** Waits on a step for so many seconds, or until the study day in which they end. */
  stay(phase: Phase, step: number, seconds: number): Landing;
}

const review = (days: number): Landing => ({ phase: "review", step: 0, wait: { unit: "days", n: days } });

function fromSteps(scene: Scene): Four<Landing> {
  const { card, preset, intervals, choose, most, stay } = scene;
  const [, , good, easy] = intervals;
  const phase = card.phase === "relearning" ? "relearning" : "learning";
  const steps = phase === "relearning" ? preset.relearningSteps : preset.learningSteps;
  const step = Math.min(card.step, Math.max(0, steps.length - 1));
  const wait = delays(steps, step);
  if (!wait) return fromFsrs(scene, phase);
  const atOnce = (least: number) => review(choose(easy, least, most, 4));
  const [again, hard] = [stay(phase, 0, wait.again), stay(phase, step, wait.hard)];
  // A step of days may be longer than what FSRS says: a better grade still brings the card back no sooner.
  if (wait.good === null) {
    const goodDays = leave(scene, good, 3, daysOf(hard));
    return [again, hard, review(goodDays), atOnce(goodDays + 1)];
  }
  const next = stay(phase, step + 1, wait.good);
  // Where Good stays on the steps and shows no day of leaving them, it is still at least a day before Easy.
  return [again, hard, next, atOnce(Math.max(fuzz(seedOf(card))(good, 1, most) + 1, daysOf(next)))];
}

/** Without steps FSRS decides. */
function fromFsrs(scene: Scene, phase: Phase): Four<Landing> {
  const { intervals, sameDay, choose, most, stay } = scene;
  const [again, hard, good, easy] = intervals;
  const land = (interval: number, grade: Grade, before: Landing | null) =>
    sameDay && interval < half
      ? stay(phase, 0, secondsOf(interval))
      : review(leave(scene, interval, grade, before ? daysOf(before) : 1));
  const first = land(again, 1, null);
  const second = land(hard, 2, first);
  const third = land(good, 3, second);
  const goodDays = third.phase === "review" ? daysOf(third) : fuzz(seedOf(scene.card))(good, 1, most);
  return [first, second, third, review(choose(easy, goodDays + 1, most, 4))];
}

/** Days are chosen grade by grade: the least keeps a better one from coming back sooner than the one before it. */
const leave = ({ choose, most }: Scene, interval: number, grade: Grade, least: number): number =>
  Math.min(most, Math.max(least, choose(interval, 1, most, grade)));

/** Whole days, at least one. */
const daysOf = ({ wait: { unit, n } }: Landing): number => (unit === "days" ? n : 1);

function fromReview({ card, preset, intervals, sameDay, choose, most, stay }: Scene): Four<Landing> {
  const [again, hard, good, easy] = intervals;
  const hardDays = choose(hard, Math.max(1, floorAbove(card.interval, hard, most)), most, 2);
  const goodDays = choose(good, Math.max(hardDays + 1, floorAbove(card.interval, good, most)), most, 3);
  const easyDays = choose(easy, Math.max(goodDays + 1, floorAbove(card.interval, easy, most)), most, 4);
  const [first] = preset.relearningSteps;
  const forgotten = () => {
    if (first !== undefined) return stay("relearning", 0, first);
    if (sameDay && again < half) return stay("relearning", 0, secondsOf(again));
    // Not fuzzed, for relearning goes on; and never later than Hard, which fuzz may have brought forward.
    return review(Math.min(Math.max(1, Math.round(again)), hardDays));
  };
  return [forgotten(), review(hardDays), review(goodDays), review(easyDays)];
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

/** Without steps FSRS may ask for another look on the same day: when it expects a card to be forgotten within half a day. */
const half = 0.5;
const secondsOf = (days: number): number => Math.max(1, Math.round((days * DAY) / 1_000));

/** A delay that reaches past the rollover becomes whole days: the card waits among those of that day, on its step. */
function overNight(seconds: number, at: number, calendar: Calendar): Wait {
  const back = at + seconds * 1_000;
  const today = studyDay(at, calendar);
  if (back < startOf(today + 1, calendar)) return { unit: "seconds", n: seconds };
  return { unit: "days", n: studyDay(back, calendar) - today };
}
