import type { Wait } from "../../main/contract/views.ts";
import { count, inWords, number } from "./numbers.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Mean lengths of the Gregorian calendar, in days. */
const month = 30.436875;
const year = 365.2425;

const oneDecimal = (n: number): string => number(Math.round(n * 10) / 10);

/** A number of days: "1 day", "13 days", "4 months", "2.5 years". Days stay days for a hundred of them. */
export function days(n: number): string {
  if (n < 100) return count(Math.round(n), "day");
  if (n < 2 * year) return count(Math.round(n / month), "month");
  return `${oneDecimal(n / year)} years`;
}

/** "30 s", "10 min", "2 h", "13 days". */
export function wait({ unit, n }: Wait): string {
  if (unit === "days") return days(n);
  if (n < 60) return `${n} s`;
  if (n < 3_600) return `${Math.round(n / 60)} min`;
  return n < 86_400 ? `${oneDecimal(n / 3_600)} h` : days(n / 86_400);
}

/** Milliseconds that are still to pass: "1 min", "2 h 10 min". Never "0 min". */
export function until(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / minute));
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest ? `${Math.floor(minutes / 60)} h ${rest} min` : `${minutes / 60} h`;
}

/** Milliseconds that have passed: "just now", "8 min ago", "3 hours ago", "12 days ago". */
export function ago(ms: number): string {
  if (ms < minute) return "just now";
  if (ms < hour) return `${Math.floor(ms / minute)} min ago`;
  if (ms < day) return `${count(Math.floor(ms / hour), "hour")} ago`;
  return `${days(Math.floor(ms / day))} ago`;
}

/** Milliseconds spent: "41 s", "5 min 40 s", "1 h 5 min". */
export function spent(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3_600)
    return seconds % 60 ? `${Math.floor(seconds / 60)} min ${seconds % 60} s` : `${seconds / 60} min`;
  return until(ms);
}

/** Milliseconds as a clock counts them: "0:07", "1:00". */
export function clockTime(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "less than a minute", "about six minutes", "about an hour". */
export function aboutMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 1) return "less than a minute";
  if (whole === 1) return "about a minute";
  if (whole < 60) return `about ${inWords(whole)} minutes`;
  const hours = Math.round(whole / 30) / 2;
  if (hours === 1) return "about an hour";
  return `about ${Number.isInteger(hours) ? inWords(hours) : number(hours)} hours`;
}

/** "under 1 min", "4 min", "1 h 20 min": for narrow places. */
export const shortMinutes = (minutes: number): string =>
  minutes < 1 ? "under 1 min" : until(Math.round(minutes) * minute);
