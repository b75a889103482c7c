import type { Card, Day, Note, Records, Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import type { Found } from "../lookup.ts";
import { elapsedDays, studyDay } from "../schedule/day.ts";
import { isLeech } from "../schedule/leech.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Outcome, recallAt } from "../schedule/schedule.ts";
import { tagLeech } from "../tag/leech.ts";
import { dayId, emptyDay, tally } from "./days.ts";
import { lineAfter } from "./line.ts";
import { longestAnswer } from "./longestAnswer.ts";

/** When an answer was given: the instant for which its outcome was computed, and how long it took in milliseconds. */
export interface Timing {
  shown: number;
  took: number;
}

/**
 * Gathers the records of answers that make one change: each sees what those before it did to the day's sums, the note and the log.
 */
export class Answering {
  readonly #collection: Collection;
  readonly #now: Moment;
  readonly #today: number;
  readonly #cards: [Card | null, Card][] = [];
  readonly #reviews = new Map<string, Review>();
  readonly #days = new Map<string, Day>();
  readonly #notes = new Map<string, Note>();

  constructor(collection: Collection, now: Moment) {
    this.#collection = collection;
    this.#now = now;
    this.#today = studyDay(now.ms, now.calendar);
  }

  /** The card's next state, a line of the log, the day's sums; a leech is tagged, and suspended if its preset says so. */
  add({ card, note, deck, preset }: Found, outcome: Outcome, { shown, took }: Timing): void {
    const at = this.#now.ms;
    const line = lineAfter(this.#collection, this.#reviews, card, at);
    const review: Review = {
      ...{ id: String(line), card: card.id, at: line, grade: outcome.grade },
      took: Math.min(took, longestAnswer),
      phase: card.phase,
      elapsed: card.last ? elapsedDays(card.last, shown, this.#now.calendar) : 0,
      interval: outcome.wait.unit === "days" ? outcome.wait.n : -outcome.wait.n,
      stability: outcome.stability,
      difficulty: outcome.difficulty,
      recall: card.phase === "new" ? null : recallAt(card, preset, at),
    };
    this.#reviews.set(review.id, review);
    const after = next(card, outcome, at, this.#today);
    const leech = outcome.lapsed && isLeech(after.lapses, preset.leechLapses);
    if (leech) this.#notes.set(note.id, tagLeech(this.#notes.get(note.id) ?? note, at));
    this.#cards.push([
      this.#collection.cards.get(card.id) ?? null,
      leech && preset.leechAction === "suspend" ? { ...after, suspended: true } : after,
    ]);
    const id = dayId(this.#today, deck.id);
    const day = this.#days.get(id) ?? this.#collection.days.get(id) ?? emptyDay(this.#today, deck.id);
    this.#days.set(id, tally(day, review, card.due === null));
  }

  records(): Records {
    const notes = [...this.#notes.values()].flatMap((after): [Note, Note][] => {
      const before = this.#collection.notes.get(after.id) as Note;
      return before === after ? [] : [[before, after]];
    });
    return {
      ...(notes.length > 0 && { notes }),
      cards: this.#cards,
      reviews: [...this.#reviews.values()].map((review) => [null, review]),
      days: [...this.#days].map(([id, day]) => [this.#collection.days.get(id) ?? null, day]),
    };
  }
}

/** The card's row after the answer: steps within a day are due at an instant, all else by the study day. */
function next(
  { buriedAsSibling: _, placed: __, ...card }: Card,
  { wait, ...outcome }: Outcome,
  at: number,
  today: number,
): Card {
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
