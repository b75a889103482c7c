import type { CardId, Grade, Records } from "../../contract/shapes.ts";

/** When each card was answered, and how: `at * 8 + grade`, oldest first. A million of them fit into a few megabytes. */
export type ReviewLog = Map<CardId, number[]>;

export const pack = (at: number, grade: Grade): number => at * 8 + grade;
export const instantOf = (packed: number): number => Math.floor(packed / 8);
export const gradeOf = (packed: number): Grade => (packed % 8) as Grade;

/** Carries a change into the log, in place. */
export function followReviews(log: ReviewLog, records: Records): void {
  for (const [before, after] of records.reviews ?? []) {
    // What was no answer is no review here.
    if (before && before.grade !== 0) take(log, before.card, pack(before.at, before.grade));
    if (after && after.grade !== 0) put(log, after.card, pack(after.at, after.grade));
  }
}

function put(log: ReviewLog, card: CardId, review: number): void {
  const reviews = log.get(card);
  if (!reviews) log.set(card, [review]);
  else if ((reviews.at(-1) as number) < review) reviews.push(review);
  else if (!reviews.includes(review))
    log.set(
      card,
      [...reviews, review].sort((a, b) => a - b),
    );
}

function take(log: ReviewLog, card: CardId, review: number): void {
  const left = log.get(card)?.filter((other) => other !== review) ?? [];
  if (left.length > 0) log.set(card, left);
  else log.delete(card);
}
