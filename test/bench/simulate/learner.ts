import type { Grade } from "../../../main/contract/shapes.ts";
import { defaultPreset } from "../../../main/core/collection.ts";
import { type Calendar, DAY, elapsedDays } from "../../../main/core/schedule/day.ts";
import { type MemoryState, memory } from "../../../main/core/schedule/memory.ts";
import { fraction } from "../../../main/core/schedule/random.ts";

const formulas = memory(defaultPreset.weights);

/** Shares of Again, Hard, Good, Easy at first sight, and of the last three where a card is remembered: fsrs-rs, from many people. */
const atFirst = [0.24, 0.094, 0.495, 0.171];
const remembered = [0.224, 0.631, 0.145];
/** On the same day most people take Good. */
const onSteps = [0.05, 0.9, 0.05];
/** Seconds of an answer by grade, and of a card that is new (fsrs-rs, likewise). */
const seconds = [23, 11.7, 7.3, 5.6];
const secondsNew = 18;

/** A person whose memory is as FSRS-6 says with its usual weights. The same seed answers the same card in the same way. */
export class Learner {
  readonly #known = new Map<string, MemoryState & { last: number; times: number }>();
  readonly #seed: string;
  readonly #calendar: Calendar;

  constructor(seed: string, calendar: Calendar) {
    this.#seed = seed;
    this.#calendar = calendar;
  }

  /** Expected probability of recall of a card at that instant; 0 if it was never seen. */
  recall(card: string, at: number): number {
    const known = this.#known.get(card);
    return known ? formulas.recall(known.stability, (at - known.last) / DAY) : 0;
  }

  /** How many cards were ever seen, and how many of them are known at that instant, as expected. */
  knows(at: number): { seen: number; known: number } {
    let known = 0;
    for (const card of this.#known.keys()) known += this.recall(card, at);
    return { seen: this.#known.size, known };
  }

  /** Answers; the card is remembered from then on accordingly. */
  answer(card: string, at: number): { grade: Grade; took: number } {
    const known = this.#known.get(card) ?? null;
    const chance = (of: string) => fraction(`${this.#seed} ${card} ${known?.times ?? 0} ${of}`);
    const elapsed = known ? elapsedDays(known.last, at, this.#calendar) : 0;
    const grade = this.#grade(known === null, elapsed, this.recall(card, at), chance);
    const next = formulas.next(known, elapsed, grade);
    this.#known.set(card, { ...next, last: at, times: (known?.times ?? 0) + 1 });
    const usual = known ? (seconds[grade - 1] ?? 0) : secondsNew;
    // From half to twice as long.
    return { grade, took: Math.round(usual * 1_000 * 4 ** (chance("took") - 0.5)) };
  }

  #grade(isNew: boolean, elapsed: number, recall: number, chance: (of: string) => number): Grade {
    if (isNew) return (pick(atFirst, chance("first")) + 1) as Grade;
    if (chance("recall") >= recall) return 1;
    return (pick(elapsed === 0 ? onSteps : remembered, chance("grade")) + 2) as Grade;
  }
}

function pick(shares: readonly number[], at: number): number {
  let left = at;
  for (const [i, share] of shares.entries()) {
    if (left < share) return i;
    left -= share;
  }
  return shares.length - 1;
}
