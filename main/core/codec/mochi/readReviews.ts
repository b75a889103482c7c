import type { Card, Review } from "../../../contract/shapes.ts";
import { cardId, defaultPreset, newCard } from "../../collection.ts";
import { type MemoryState, memory } from "../../schedule/memory.ts";
import { instantOf, listOf, mapOf, type Value } from "./value.ts";

const day = 86_400_000;

interface Given {
  dayOf(ms: number): number;
  now: number;
  /** Instants that a review has already: no two share one. */
  taken: Set<number>;
}

/** The card that a list of reviews made, and the reviews. Mochi asks only whether it was remembered; that is Good, else Again. Null for a new card. */
export function readReviews(
  note: string,
  said: Value | undefined,
  given: Given,
): { card: Card; reviews: Review[] } | null {
  const past = listOf(said)
    .slice(0, 100_000)
    .flatMap((each) => {
      const review = mapOf(each);
      const at = instantOf(review.get("date"));
      return at === null || at > given.now ? [] : [{ at, review }];
    })
    .sort((a, b) => a.at - b.at);
  const formulas = memory(defaultPreset.weights);
  const card: Card = newCard(note, 0);
  const reviews: Review[] = [];
  let state: MemoryState | null = null;
  for (const { at, review } of past) {
    const isGood = review.get("remembered?") === true || review.get("remembered") === true;
    const grade = isGood ? 3 : 1;
    const elapsed = card.last === 0 ? 0 : Math.max(0, given.dayOf(at) - given.dayOf(card.last));
    const phase = card.phase;
    const recall = state && phase === "review" ? formulas.recall(state.stability, elapsed) : null;
    state = formulas.next(state, elapsed, grade);
    const due = instantOf(review.get("due"));
    const days = due === null ? 1 : Math.min(Math.max(1, Math.round((due - at) / day)), 36_500);
    Object.assign(card, state, {
      phase: isGood ? "review" : phase === "new" || phase === "learning" ? "learning" : "relearning",
      due: isGood ? null : (due ?? at),
      day: given.dayOf(at) + (isGood ? days : 0),
      interval: isGood ? days : 0,
      last: at,
      reps: card.reps + 1,
      lapses: card.lapses + (!isGood && phase === "review" ? 1 : 0),
    } satisfies Partial<Card>);
    const id = free(at, given.taken);
    reviews.push({
      ...{ id: String(id), card: cardId(note, 0), at: id, grade, took: 0, phase, elapsed },
      ...{ interval: isGood ? days : -600, ...state, recall },
    });
  }
  return reviews.length > 0 ? { card, reviews } : null;
}

function free(at: number, taken: Set<number>): number {
  let id = at;
  while (taken.has(id)) id++;
  taken.add(id);
  return id;
}
