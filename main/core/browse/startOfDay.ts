import { startOf } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";

const known = new WeakMap<Moment, Map<number, number>>();

/** When a study day begins. A list asks about few days for many cards, and asking the calendar is slow. */
export function startOfDay(day: number, now: Moment): number {
  const starts = known.get(now) ?? new Map<number, number>();
  known.set(now, starts);
  const start = starts.get(day) ?? startOf(day, now.calendar);
  starts.set(day, start);
  return start;
}
