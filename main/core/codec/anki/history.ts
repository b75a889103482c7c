import type { Grade } from "../../../contract/shapes.ts";
import type { Memory, MemoryState } from "../../schedule/memory.ts";
import type { AnkiReview } from "./collection.ts";
import type { ReplayRules } from "./readPreset.ts";

export const isGraded = ({ ease }: AnkiReview): boolean => ease >= 1 && ease <= 4;
/** An answer in a filtered deck that changed nothing. */
const isCram = ({ type, factor }: AnkiReview): boolean => type === 3 && factor === 0;
/** The card was made new again. */
export const isReset = ({ ease, type, factor }: AnkiReview): boolean => ease === 0 && type === 4 && factor === 0;
const isLearning = ({ type }: AnkiReview): boolean => type === 0;

/** The answers that made the memory of a card, oldest first. */
export interface History {
  answers: AnkiReview[];
  /** Whether it begins with the learning of the card, and not somewhere later. */
  complete: boolean;
}

/**
 * Which rows of a card's log count for its memory, by Anki's rules (rslib/src/scheduler/fsrs/params.rs): from the last time that it was
 * learnt; else from the first answer there is. Null if no row does.
 */
export function historyOf(log: readonly AnkiReview[], ignoreBefore: number): History | null {
  const start = startOf(log, ignoreBefore);
  if (!start) return null;
  const answers = log.slice(start.index).filter((row) => isGraded(row) && !isCram(row));
  return answers.length > 0 ? { answers, complete: start.complete } : null;
}

function startOf(log: readonly AnkiReview[], ignoreBefore: number): { index: number; complete: boolean } | null {
  let learning = -1;
  let graded = -1;
  for (let i = log.length - 1; i >= 0; i--) {
    const row = log[i] as AnkiReview;
    if (isCram(row)) continue;
    if (isReset(row)) break;
    if (isGraded(row)) graded = i;
    if (isGraded(row) && isLearning(row)) learning = i;
    else if (learning >= 0) break;
  }
  if (learning >= 0) {
    const isOld = (log[learning] as AnkiReview).id < ignoreBefore;
    if (!isOld || learning === log.length - 1) return { index: learning, complete: true };
  }
  if (graded < 0) return null;
  if (ignoreBefore === 0) return { index: graded, complete: false };
  const later = log.findIndex((row, i) => i >= graded && row.id >= ignoreBefore && isGraded(row) && row.ivl >= 1);
  return later < 0 ? null : { index: later, complete: false };
}

/**
 * The memory that a history leaves. Where its beginning is missing, what the first answer that is there made of the card stands for
 * it, by its interval and ease.
 */
export function replay(
  { answers, complete }: History,
  memory: Memory,
  rules: ReplayRules,
  dayOf: (ms: number) => number,
): MemoryState | null {
  let state: MemoryState | null = null;
  let day = 0;
  for (const [i, row] of answers.entries()) {
    const today = dayOf(row.id);
    if (i === 0 && !complete) state = stateOf(row, memory, rules);
    else state = memory.next(state, state && i > 0 ? Math.max(0, today - day) : 0, row.ease as Grade);
    day = today;
  }
  return state;
}

/** A factor up to this was written by FSRS, and is a difficulty. */
const mostDifficult = 1_100;

function stateOf({ ivl, factor }: AnkiReview, memory: Memory, rules: ReplayRules): MemoryState {
  const ease = factor === 0 ? 2_500 : factor;
  const state = memory.assumed(Math.max(1, ivl), ease / 1_000, rules.historicalRetention);
  return ease > mostDifficult ? state : { ...state, difficulty: difficultyOf(ease) };
}

/** FSRS difficulty 1..10 as the log's factor says it, and back. */
export const difficultyOf = (factor: number): number => Math.min(Math.max((factor / 1_000 - 0.1) * 9 + 1, 1), 10);
export const factorOf = (difficulty: number): number => Math.round(((difficulty - 1) / 9 + 0.1) * 1_000);
