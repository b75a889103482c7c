import type { Grade, Phase } from "../../../main/contract/shapes.ts";

/** What a day came to. */
interface Sums {
  answers: number;
  reviews: number;
  recalled: number;
  /** Sum of the learner's true recall at the reviews. */
  expected: number;
  fresh: number;
  took: number;
}

/** Counts what a simulated learner does, day by day. */
export class Tally {
  readonly days = new Map<number, Sums>();

  add(day: number, phase: Phase, grade: Grade, recall: number, took: number): void {
    const sums = this.days.get(day) ?? { answers: 0, reviews: 0, recalled: 0, expected: 0, fresh: 0, took: 0 };
    this.days.set(day, sums);
    sums.answers++;
    sums.took += took;
    if (phase === "new") sums.fresh++;
    if (phase !== "review") return;
    sums.reviews++;
    sums.expected += recall;
    if (grade > 1) sums.recalled++;
  }

  /** Sums over the days of a span, both ends included. */
  over(first: number, last: number): Sums & { days: number } {
    const all = { days: 0, answers: 0, reviews: 0, recalled: 0, expected: 0, fresh: 0, took: 0 };
    for (const [day, sums] of this.days) {
      if (day < first || day > last) continue;
      all.days++;
      for (const key of Object.keys(sums) as (keyof Sums)[]) all[key] += sums[key];
    }
    return all;
  }

  /** Minutes on each day that was studied, ascending. */
  minutes(): number[] {
    return [...this.days.values()].map(({ took }) => took / 60_000).sort((a, b) => a - b);
  }
}
