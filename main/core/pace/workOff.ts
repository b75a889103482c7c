import { courseOf } from "./expect.ts";
import type { Group } from "./groups.ts";
import { cells, type Lattice } from "./lattice.ts";
import type { Odds } from "./odds.ts";
import type { Times } from "./times.ts";

/** Cards that are alike and wait for a review. */
interface Waiting {
  lattice: Lattice;
  stability: number;
  difficulty: number;
  /** Day of the last review, counted from today. */
  last: number;
  cards: number;
  backlog: boolean;
}

export interface Task {
  /** Cards by preset that are due, or come to be within the days that are looked at. */
  groups: readonly Group[];
  odds: Odds;
  times: Times;
  today: number;
  /** Cards due before that study day are what is to be worked off. */
  since: number;
  /** How many days are looked at. */
  days: number;
}

/** Less than that of a card is nothing. */
const nothing = 0.02;

/**
 * In how many days (0 is today) nothing of the backlog is expected to be left; null if all the days are too few. Day by day,
 * what is due is reviewed as far as that day's minutes go (0 on a day off; of today, what is left of them), what one more day would cost most first; what is forgotten is learnt again on the same day and
 * comes back soon, what is remembered comes back when it should. No chance is in it: a card that is forgotten one time in ten counts as a
 * tenth of a card that is.
 */
export function workOff(task: Task, minutes: (day: number) => number): number | null {
  const arriving = arrivalsOf(task);
  const coming = new Map<Lattice, Float64Array[]>();
  let pool: Waiting[] = [];
  for (let day = 0; day < task.days; day++) {
    pool.push(...(arriving.get(day) ?? []));
    for (const [lattice, days] of coming) pool.push(...comeBack(lattice, days[day], day));
    pool = reviewDay(pool, day, minutes(day) * 60, task.times, coming);
    if (pool.every(({ backlog, cards }) => !backlog || cards < nothing)) return day;
  }
  return null;
}

const known = new WeakMap<Task, Map<number, Waiting[]>>();

function arrivalsOf(task: Task): Map<number, Waiting[]> {
  const found = known.get(task) ?? arrivals(task);
  known.set(task, found);
  return found;
}

/** All cards that wait or come to be due, by the day from which on they do. */
function arrivals({ groups, odds, today, since }: Task): Map<number, Waiting[]> {
  const arriving = new Map<number, Waiting[]>();
  for (const { preset, cards } of groups) {
    const { lattice } = courseOf(preset, odds);
    const alike = new Map<string, Waiting>();
    for (const card of cards) {
      if (card.due !== null || card.phase === "new") continue;
      const day = Math.max(0, card.day - today);
      const last = card.day - card.interval - today;
      const backlog = card.day < since;
      const stability = roughly(card.stability);
      const difficulty = Math.round(card.difficulty);
      const key = `${day} ${last} ${stability} ${difficulty} ${backlog}`;
      const found = alike.get(key);
      if (found) found.cards++;
      else {
        const made = { lattice, stability, difficulty, last, cards: 1, backlog };
        alike.set(key, made);
        const there = arriving.get(day);
        if (there) there.push(made);
        else arriving.set(day, [made]);
      }
    }
  }
  return arriving;
}

/** To a tenth. */
const roughly = (stability: number): number => Math.exp(Math.round(Math.log(Math.max(stability, 0.001)) * 10) / 10);

/** What was reviewed meanwhile and is due again. */
function comeBack(lattice: Lattice, row: Float64Array | undefined, day: number): Waiting[] {
  const back: Waiting[] = [];
  row?.forEach((cards, cell) => {
    if (cards > nothing / 10) {
      const { stability, difficulty, wait } = lattice.point(cell);
      back.push({ lattice, stability, difficulty, last: day - wait, cards, backlog: false });
    }
  });
  return back;
}

/** Reviews what the seconds allow; gives what still waits. */
function reviewDay(
  pool: Waiting[],
  day: number,
  seconds: number,
  times: Times,
  coming: Map<Lattice, Float64Array[]>,
): Waiting[] {
  const ranked = pool.map((waiting) => {
    const { lattice, stability, last } = waiting;
    const recall = lattice.recall(stability, day - last);
    return { waiting, recall, loss: recall - lattice.recall(stability, day - last + 1) };
  });
  ranked.sort((a, b) => b.loss - a.loss);
  let left = seconds;
  const still: Waiting[] = [];
  for (const { waiting, recall } of ranked) {
    const { lattice, stability, difficulty, last, cards } = waiting;
    const relearning = lattice.relearning.reduce((sum, answers) => sum + answers, 0);
    const each = recall * times.passed + (1 - recall) * (times.forgotten + relearning * times.step);
    const done = Math.min(cards, left / each);
    left -= done * each;
    if (done < cards) still.push({ ...waiting, cards: cards - done });
    if (done <= 0) continue;
    const days = coming.get(lattice) ?? [];
    coming.set(lattice, days);
    for (const { wait, cell, share } of lattice.like(stability, difficulty, day - last).landings) {
      days[day + wait] ??= new Float64Array(cells);
      const row = days[day + wait] as Float64Array;
      row[cell] = (row[cell] ?? 0) + done * share;
    }
  }
  return still;
}
