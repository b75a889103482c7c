import { minutesOf } from "./load.ts";
import type { Outlook } from "./outlook.ts";

/** What today already has, and what each day may have. */
export interface Frame {
  /** Minutes of each day from today on; 0 on a day off, when no new card comes either. */
  minutes: readonly number[];
  /** Minutes spent today, and new cards met. */
  spent: number;
  done: number;
}

/** Days whose minutes are added up: what one day cannot hold may wait for the next two, at a cost that is hardly there. */
const together = 3;
/** The spread of one answer's time around its mean, and of how many there are: variance of a sum, by the mean's square. */
const spread = 1.4;

/**
 * How many new cards may come today if as many come on every day from now on, so that today keeps within its minutes, and every three days in
 * a row within theirs: reviews that are due, what forgetting brings back, and all that those new cards bring themselves. One standard
 * deviation of a full day's answers is left free. Not rounded; those that came today (`done`) are not among them.
 *
 * Closed form: with L the load without them, u what one card brings on its nth day, and D, F the sums of u over the days on which cards come
 * (without and with today), L + done D + n F <= minutes gives n, and the least n of all days counts.
 */
export function steadyFresh({ times, seen, unit }: Outlook, { minutes, spent, done }: Frame): number {
  const each = unit.map((load) => minutesOf(load, times));
  const mean = (times.passed + times.step) / 120;
  let most = Number.POSITIVE_INFINITY;
  const base: number[] = [];
  const gain: number[] = [];
  for (let day = 0; day < seen.length; day++) {
    const load = seen[day];
    let coming = 0;
    for (let from = 1; from <= day; from++) if ((minutes[from] ?? 0) > 0) coming += each[day - from] ?? 0;
    base.push((load ? minutesOf(load, times) : 0) + (day === 0 ? spent : 0) + done * coming);
    gain.push((each[day] ?? 0) + coming);
    const first = Math.max(0, day - together + 1);
    const sum = (list: readonly number[]) => list.slice(first, day + 1).reduce((all, n) => all + n, 0);
    const room = sum(minutes);
    const margin = day === 0 ? 0 : Math.sqrt(room * mean * spread);
    most = Math.min(most, (room - margin - sum(base)) / Math.max(1e-9, sum(gain)));
  }
  return Math.max(0, most);
}

/** The part of the golden ratio behind the point: its multiples are spread evenly. */
const golden = 0.618_033_988_749_895;

/** Whole cards for today of so many a day: over the days they come to that many. */
export const wholeOf = (fresh: number, today: number): number => Math.floor(fresh + ((today * golden) % 1));
