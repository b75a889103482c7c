import { type Calendar, DAY, offsetAt } from "../../schedule/day.ts";
import { type Json, numberOf } from "./json.ts";

const HOUR = 3_600_000;

/**
 * The study day from which a collection counts its own: its `due` 0. With a creation offset (minutes west of UTC) it is the date at
 * which it was made, there. Older ones do not say where that was: it is the person's day in which most of their first day lies.
 */
export function creationDay(crt: number, conf: Json, calendar: Calendar): number {
  const made = Number.isFinite(crt) ? Math.min(Math.max(crt, 0), 1e11) * 1_000 : 0;
  const west = numberOf(conf.creationOffset, NaN);
  if (Math.abs(west) <= 24 * 60) return Math.floor((made - west * 60_000) / DAY);
  const middle = made + 12 * HOUR;
  const local = middle + offsetAt(middle, calendar.zone) * 60_000;
  return Math.floor((local - calendar.rolloverHour * HOUR) / DAY);
}
