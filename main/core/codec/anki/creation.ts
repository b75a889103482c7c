import { type Calendar, DAY, offsetAt } from "../../schedule/day.ts";
import { type Json, numberOf, readObject } from "./json.ts";

/** How a collection counts days, and buttons. */
export interface Counting {
  /** The study day from which it counts. */
  creation: number;
  /** Whether it is of the first scheduler, which had three buttons for cards on steps. */
  three: boolean;
}

export function countingOf({ crt, conf }: { crt: number; conf: string }, calendar: Calendar): Counting {
  const read = readObject(conf) ?? {};
  return { creation: creationDay(crt, read, calendar), three: numberOf(read.schedVer, 1) < 2 };
}

const HOUR = 3_600_000;

/**
 * The study day from which a collection counts its own: its `due` 0. With a creation offset (minutes west of UTC) it is the date at
 * which it was made, there. Older ones do not say where that was: it is the person's day in which most of their first day lies.
 */
function creationDay(crt: number, conf: Json, calendar: Calendar): number {
  const made = Number.isFinite(crt) ? Math.min(Math.max(crt, 0), 1e11) * 1_000 : 0;
  const west = numberOf(conf.creationOffset, NaN);
  if (Math.abs(west) <= 24 * 60) return Math.floor((made - west * 60_000) / DAY);
  const middle = made + 12 * HOUR;
  const local = middle + offsetAt(middle, calendar.zone) * 60_000;
  return Math.floor((local - calendar.rolloverHour * HOUR) / DAY);
}
