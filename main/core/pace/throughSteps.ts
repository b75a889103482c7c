import { DAY } from "../schedule/day.ts";
import type { Four } from "./odds.ts";

/** What lies between a step and the first review. */
export interface Way {
  /** Expected answers to steps until the card leaves them, by how many days after it came onto the step. */
  answers: number[];
  /** Whole days until it leaves them, when it is answered Good each time. */
  days: number;
  /** Steps still to be passed. */
  steps: number;
}

/** Answers to steps in a row that anyone has patience for, whatever the odds. */
const patience = 20;

/**
 * The way from each step on, the first one first, and at the end the way of a card that has left them: nothing. Again leads to the first
 * step, Hard stays, Good goes on, Easy leaves.
 */
export function throughSteps(steps: readonly number[], [again, hard, good]: Four): Way[] {
  const expected = expectedAnswers(steps.length, again, hard, good);
  return [...steps, null].map((_, from) => {
    const rest = steps.slice(from);
    const answers: number[] = [];
    let day = 0;
    for (const seconds of rest) {
      day += wholeDays(seconds);
      answers[day] = (answers[day] ?? 0) + (expected[from] ?? 0) / rest.length;
    }
    return { answers: Array.from({ length: day + 1 }, (_, i) => answers[i] ?? 0), days: day, steps: rest.length };
  });
}

/** Answers from each of n steps on: x_i = 1 + again x_0 + hard x_i + good x_(i+1), and none after the last. */
function expectedAnswers(n: number, again: number, hard: number, good: number): number[] {
  // x_i = a_i + b_i x_0, from the last step back.
  const a: number[] = new Array(n + 1).fill(0);
  const b: number[] = new Array(n + 1).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    a[i] = (1 + good * (a[i + 1] as number)) / (1 - hard);
    b[i] = (again + good * (b[i + 1] as number)) / (1 - hard);
  }
  const first = n > 0 ? (a[0] as number) / Math.max(1e-9, 1 - (b[0] as number)) : 0;
  return a.map((own, i) => Math.min(patience, own + (b[i] as number) * first));
}

/** A step that most likely reaches past the end of the day is a matter of days. */
const wholeDays = (seconds: number): number => Math.round((seconds * 1_000) / DAY);
