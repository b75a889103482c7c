import type { Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { sumsByDay } from "../study/days.ts";

/** Seconds that one answer takes a person, by what is asked and how it goes. */
export interface Times {
  /** A card never seen before. */
  fresh: number;
  /** A learning or relearning step. */
  step: number;
  passed: number;
  /** The answer alone, without what relearning costs. */
  forgotten: number;
}

export type Kind = keyof Times;

/** Before a person's own times are known; forgotten and new cards take longest (as in the log of Anki's users). */
const guess: Times = { fresh: 13, step: 9, passed: 8, forgotten: 14 };
/** How many answers of each kind that guess is worth; and of all kinds together, for the level. */
const weight = { kind: 20, level: 30 };
/** Days of one's own answers that count. */
const window = 14;

const kinds = ["fresh", "step", "passed", "forgotten"] as const;

/** What kind of answer a line of the log is; null for what was no answer. */
export function kindOf({ phase, grade, kind }: Pick<Review, "phase" | "grade" | "kind">): Kind | null {
  if (grade === 0 || (kind !== undefined && kind !== "cram")) return null;
  if (phase === "new") return "fresh";
  if (phase !== "review") return "step";
  return grade === 1 ? "forgotten" : "passed";
}

/**
 * A person's own times: the latest lines of the log say how the kinds differ, the sums of two weeks how fast all of it goes. Both are
 * drawn towards a guess while they are few, so that one long pause (60 s at most is ever counted) moves little.
 */
export function timesOf(collection: Collection, today: number): Times {
  const shape = shapeOf(collection.reviews.values());
  let took = 0;
  let usual = 0;
  for (const sum of sumsByDay(collection, today - window, today).values()) {
    took += sum.took / 1_000;
    const steps = Math.max(0, sum.answers - sum.reviews - sum.fresh);
    const forgotten = sum.reviews - sum.recalled;
    usual += sum.fresh * shape.fresh + steps * shape.step + sum.recalled * shape.passed + forgotten * shape.forgotten;
  }
  const prior = weight.level * guess.passed;
  const level = (took + prior) / (usual + prior);
  return scaled(shape, level);
}

function shapeOf(reviews: Iterable<Review>): Times {
  const sums = { fresh: 0, step: 0, passed: 0, forgotten: 0 };
  const counts = { fresh: 0, step: 0, passed: 0, forgotten: 0 };
  for (const review of reviews) {
    const kind = kindOf(review);
    if (!kind) continue;
    sums[kind] += review.took / 1_000;
    counts[kind]++;
  }
  const shape = { ...guess };
  for (const kind of kinds) shape[kind] = (sums[kind] + weight.kind * guess[kind]) / (counts[kind] + weight.kind);
  return shape;
}

/** No answer is so quick that it takes no time at all. */
const scaled = (shape: Times, level: number): Times => ({
  fresh: Math.max(0.5, shape.fresh * level),
  step: Math.max(0.5, shape.step * level),
  passed: Math.max(0.5, shape.passed * level),
  forgotten: Math.max(0.5, shape.forgotten * level),
});
