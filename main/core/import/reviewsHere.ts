import type { Day, Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { type Calendar, startOf, studyDay } from "../schedule/day.ts";
import { instantOf } from "../search/reviewLog.ts";
import { dayId, emptyDay, tally } from "../study/days.ts";
import type { CardsHere } from "./cardsHere.ts";
import type { Context } from "./context.ts";

/**
 * The reviews that come in, oldest first, of cards whose history comes in. Two never share a millisecond: a later one moves on by one.
 * What is in the log already does not come again.
 */
export function* reviewsHere(
  collection: Collection,
  reviews: readonly Review[],
  cards: CardsHere,
  { log }: Context,
): Generator<{ review: Review; n: number; deck: string | null }> {
  const ordered = reviews.every((review, i) => i === 0 || (reviews[i - 1] as Review).at <= review.at)
    ? reviews
    : reviews.toSorted((a, b) => a.at - b.at);
  const known = knownReviews(collection, log);
  let last = Number.NEGATIVE_INFINITY;
  for (const review of ordered) {
    const card = cards.of(review.card);
    if (!card || !isSound(review)) continue;
    let at = Math.max(Math.round(review.at), last + 1);
    while (known.has(at) && known.get(at) !== card.id) at++;
    last = at;
    if (known.has(at) || (review.grade === 0 && isPast(log?.get(card.id), at))) continue;
    const isSame = review.card === card.id && review.at === at && review.id === String(at);
    yield { review: isSame ? review : { ...review, id: String(at), card: card.id, at }, n: card.n, deck: card.deck };
  }
}

const numbers = ["grade", "took", "elapsed", "interval", "stability", "difficulty"] as const;

/** Whether it was at some time, and every number is one. */
const isSound = (review: Review): boolean =>
  review.at >= 0 && review.at <= latest && numbers.every((key) => Number.isFinite(review[key]));

/** No calendar goes further. Epoch milliseconds. */
const latest = 8.6e15;

/** Whether that is no later than what is known of a card: a log in brief has no line for what was no answer. */
const isPast = (packed: readonly number[] | undefined, at: number): boolean =>
  packed !== undefined && instantOf(packed.at(-1) ?? 0) >= at;

/** The card of each instant. */
function knownReviews({ reviews }: Collection, log: Context["log"]): Map<number, string> {
  const known = new Map<number, string>();
  for (const [card, packed] of log ?? []) for (const one of packed) known.set(instantOf(one), card);
  for (const { at, card } of reviews.values()) known.set(at, card);
  return known;
}

/** Adds reviews up by study day and deck, beside what is there. They come oldest first, so a day is looked up once. */
export function dayCounter(collection: Collection, calendar: Calendar) {
  const days = new Map<string, Day>();
  let [day, from, to] = [0, 0, 0];
  return {
    add(review: Review, deck: string): void {
      if (review.grade === 0) return; // it was no answer
      if (review.at < from || review.at >= to) {
        day = studyDay(review.at, calendar);
        [from, to] = [startOf(day, calendar), startOf(day + 1, calendar)];
      }
      const id = dayId(day, deck);
      const before = days.get(id) ?? collection.days.get(id) ?? emptyDay(day, deck);
      days.set(id, tally(before, review, isByDay(review)));
    },
    pairs: (): [Day | null, Day][] => [...days].map(([id, after]) => [collection.days.get(id) ?? null, after]),
  };
}

/** Whether a step waited over night, as far as the log tells. */
export const isByDay = ({ phase, elapsed }: Review): boolean => phase !== "new" && elapsed > 0;
