import type { Left } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { sumsByDay } from "./days.ts";

type Counts = Pick<Left, "learning" | "review" | "fresh">;

/** Before a person's own times are known: seconds an answer takes, and how many answers that guess is worth. */
const guess = { seconds: 9, weight: 30 };
/** Days of one's own answers that count. */
const window = 14;
/** Answers until a card is done for the day: a new one passes its steps, one in ten reviews is forgotten and relearnt. */
const answersEach: Counts = { learning: 1.3, review: 1.15, fresh: 2.6 };

/** Seconds one answer takes this person, from the last two weeks. */
export function secondsPerAnswer(collection: Collection, today: number): number {
  let answers = guess.weight;
  let seconds = guess.weight * guess.seconds;
  for (const sum of sumsByDay(collection, today - window, today).values()) {
    answers += sum.answers;
    seconds += sum.took / 1_000;
  }
  return seconds / answers;
}

/** Minutes that so many cards will take at that pace. */
export function minutesFor(counts: Counts, seconds: number): number {
  const kinds: (keyof Counts)[] = ["learning", "review", "fresh"];
  return kinds.reduce((sum, kind) => sum + counts[kind] * answersEach[kind], 0) * (seconds / 60);
}
