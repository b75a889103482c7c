import type { Grade } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { kindOf } from "./times.ts";

export type Four = [again: number, hard: number, good: number, easy: number];

/** How a person answers: shares that sum to 1, by grade. */
export interface Odds {
  first: Four;
  step: Four;
  /** Of reviews that are remembered: Again is 0. */
  passed: Four;
}

/** What is usual: the defaults of the simulator of fsrs-rs, from the log of some ten thousand users. */
export const usualOdds: Odds = {
  first: [0.24, 0.094, 0.495, 0.171],
  step: [0.25, 0.07, 0.63, 0.05],
  passed: [0, 0.224, 0.631, 0.145],
};
/** How many answers that is worth. */
const weight = 50;

/**
 * The odds of this person, drawn towards the usual ones while few answers are known, from the latest lines of the log given before that
 * instant: so they stay as they are for the day, and with them what is promised for it.
 */
export function oddsOf(collection: Collection, before: number): Odds {
  const counts = { first: [0, 0, 0, 0], step: [0, 0, 0, 0], passed: [0, 0, 0, 0] };
  for (const review of collection.reviews.values()) {
    const kind = review.at < before ? kindOf(review) : null;
    if (!kind || kind === "forgotten") continue;
    const row = counts[kind === "fresh" ? "first" : kind];
    const at = (review.grade as Grade) - 1;
    row[at] = (row[at] ?? 0) + 1;
  }
  const drawn = (own: number[], usual: Four): Four => {
    const n = own.reduce((sum, count) => sum + count, weight);
    return usual.map((odd, i) => ((own[i] ?? 0) + weight * odd) / n) as Four;
  };
  return {
    first: drawn(counts.first, usualOdds.first),
    step: drawn(counts.step, usualOdds.step),
    passed: drawn(counts.passed, usualOdds.passed),
  };
}
