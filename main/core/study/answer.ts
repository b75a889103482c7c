import { type Fault, isFault } from "../../contract/faults.ts";
import type { Card, CardId, Change, Grade, Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { elapsedDays, offsetAt, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Outcome, outcomes, recallAt } from "../schedule/schedule.ts";
import { dayId, emptyDay, tally } from "./days.ts";

export interface Answer {
  card: CardId;
  /** The state that was on show: how often the card had been answered, and when its previews were made. */
  seen: { reps: number; at: number };
  grade: Grade;
  tookMs: number;
}

/** Anki's cap on the time of one answer, in milliseconds. */
const longestAnswer = 60_000;
/** Previews older than this are made anew rather than trusted. */
const oldestPreview = 86_400_000;

/**
 * The change that an answer makes: the card's next state, a line of the log, the day's sums.
 * The outcome is the one that was on the button, since it is computed for the same instant (`seen.at`).
 * Faults: `gone`, and `conflict` if the card is no longer as it was seen.
 */
export function answer(collection: Collection, input: Answer, now: Moment): Change | Fault {
  const found = lookup(collection, input.card);
  if (isFault(found)) return found;
  const { card, note, deck, preset } = found;
  const { seen, grade } = input;
  if (card.reps !== seen.reps || Math.abs(now.ms - seen.at) > oldestPreview) return { code: "conflict" };

  const outcome = outcomes(card, preset, seen.at, now.calendar)[grade - 1] as Outcome;
  const at = unusedInstant(collection, now.ms);
  const today = studyDay(at, now.calendar);
  const review: Review = {
    id: String(at),
    card: card.id,
    at,
    grade,
    took: Math.min(input.tookMs, longestAnswer),
    phase: card.phase,
    elapsed: card.last ? elapsedDays(card.last, seen.at, now.calendar) : 0,
    interval: outcome.wait.unit === "days" ? outcome.wait.n : -outcome.wait.n,
    stability: outcome.stability,
    difficulty: outcome.difficulty,
    recall: card.phase === "new" ? null : recallAt(card, preset, at),
  };
  const stored = collection.cards.get(card.id) ?? null;
  const day = collection.days.get(dayId(today, deck.id)) ?? null;
  return {
    at,
    offset: offsetAt(at, now.calendar.zone),
    op: "answer",
    what: title(collection, note, card.ord),
    records: {
      cards: [[stored, next(card, outcome, at, today)]],
      reviews: [[null, review]],
      days: [[day, tally(day ?? emptyDay(today, deck.id), review, card.due === null)]],
    },
  };
}

/** The card's row after the answer: steps within a day are due at an instant, all else by the study day. */
function next(card: Card, { wait, ...outcome }: Outcome, at: number, today: number): Card {
  return {
    ...card,
    phase: outcome.phase,
    step: outcome.step,
    due: wait.unit === "seconds" ? at + wait.n * 1_000 : null,
    day: wait.unit === "seconds" ? today : today + wait.n,
    interval: wait.unit === "seconds" ? 0 : wait.n,
    stability: outcome.stability,
    difficulty: outcome.difficulty,
    last: at,
    reps: card.reps + 1,
    lapses: card.lapses + (outcome.lapsed ? 1 : 0),
    buried: null,
  };
}

/** Reviews are named by their millisecond, so two must not share one. */
function unusedInstant(collection: Collection, ms: number): number {
  let at = ms;
  while (collection.reviews.has(String(at))) at++;
  return at;
}
