import type { Grade, Review } from "../../contract/shapes.ts";
import type { Memory, MemoryState } from "./memory.ts";

/** A line of a card's log, and the memory that the card was left with; null while it was new. */
export interface Replayed {
  review: Review;
  /** Before it, and how likely it was then to be remembered; null for a new card. */
  recall: number | null;
  state: MemoryState | null;
}

/** Ease that stands for the history of a card of which only a later part is known, and the share remembered in it; Anki's. */
const assumed = { ease: 2.5, retention: 0.9 };

/** Whether a line says something of the memory: an answer that counted. */
export const isAnswer = ({ grade, kind }: Review): boolean => grade > 0 && kind === undefined;

/**
 * The memory that a card's own log, oldest first, leaves after each line. Of its lines only answers that counted say anything; after a
 * reset it begins anew. A new card that was given a due date begins with what was assumed of it then, and a log that does not begin
 * with the first answer with the memory which that line holds, or else with what its interval tells.
 */
export function replay(log: readonly Review[], memory: Memory): Replayed[] {
  let state: MemoryState | null = null;
  return log.map((review) => {
    const before: MemoryState | null = review.phase === "new" ? null : state;
    const recall = before && isAnswer(review) ? memory.recall(before.stability, review.elapsed) : null;
    state = after(before, review, memory) ?? (isAnswer(review) || review.kind === "reset" ? null : state);
    return { review, recall, state };
  });
}

function after(before: MemoryState | null, review: Review, memory: Memory): MemoryState | null {
  if (isAnswer(review)) {
    if (before || review.phase === "new") return memory.next(before, review.elapsed, review.grade as Grade);
    return recorded(review) ?? memory.assumed(Math.max(1, review.interval), assumed.ease, assumed.retention);
  }
  return review.kind === "due" && !before ? recorded(review) : null;
}

const recorded = ({ stability, difficulty }: Review): MemoryState | null =>
  stability > 0 ? { stability, difficulty } : null;

/** How often a review was forgotten, from the last reset on. */
export const lapsesIn = (log: readonly Review[]): number =>
  log.filter((review) => isAnswer(review) && review.phase === "review" && review.grade === 1).length;
