import type { Day, DeckId, Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";

/** Sums over all decks. */
export type Sums = Omit<Day, "id" | "day" | "deck">;

/** A day's row is named by the study day and the deck. */
export const dayId = (day: number, deck: DeckId): string => `${day}/${deck}`;

/** A day on which nothing was studied yet. */
export function emptyDay(day: number, deck: DeckId): Day {
  return { id: dayId(day, deck), day, deck, ...nothing };
}

const nothing: Sums = { answers: 0, reviews: 0, recalled: 0, interday: 0, fresh: 0, took: 0 };

/** The day's sums with one more review. `byDay`: the card was due by the day, not at an instant. */
export function tally(day: Day, review: Review, byDay: boolean): Day {
  const reviewed = review.phase === "review";
  return {
    ...day,
    answers: day.answers + 1,
    reviews: day.reviews + (reviewed ? 1 : 0),
    recalled: day.recalled + (reviewed && review.grade > 1 ? 1 : 0),
    interday: day.interday + (byDay && (review.phase === "learning" || review.phase === "relearning") ? 1 : 0),
    fresh: day.fresh + (review.phase === "new" ? 1 : 0),
    took: day.took + review.took,
  };
}

/** Sums over all decks from study day `first` to `last`, by day. */
export function sumsByDay(collection: Collection, first: number, last: number): Map<number, Sums> {
  const sums = new Map<number, Sums>();
  for (const row of collection.days.values()) {
    if (row.day < first || row.day > last) continue;
    const sum = sums.get(row.day) ?? nothing;
    sums.set(row.day, {
      answers: sum.answers + row.answers,
      reviews: sum.reviews + row.reviews,
      recalled: sum.recalled + row.recalled,
      interday: sum.interday + row.interday,
      fresh: sum.fresh + row.fresh,
      took: sum.took + row.took,
    });
  }
  return sums;
}

/** Sums over all decks on one study day. */
export const sumsOf = (collection: Collection, day: number): Sums =>
  sumsByDay(collection, day, day).get(day) ?? nothing;
