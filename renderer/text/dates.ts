import { inWords, locale } from "./numbers.ts";

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(locale, options);
  return (ms: number): string => formatter.format(ms);
};

/** "14 Nov 2026, 08:12" */
export const moment = format({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
/** "14 Nov 2026" */
export const date = format({ day: "numeric", month: "short", year: "numeric" });
/** "Saturday 14 November" */
export const longDay = format({ weekday: "long", day: "numeric", month: "long" });
/** "08:12" */
export const time = format({ hour: "2-digit", minute: "2-digit" });

const weekday = format({ weekday: "short" });

const dayLength = 86_400_000;
const ofDay = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
const dayFormats = {
  named: ofDay({ weekday: "long", day: "numeric", month: "long" }),
  dated: ofDay({ day: "numeric", month: "long" }),
  datedYear: ofDay({ day: "numeric", month: "long", year: "numeric" }),
  month: ofDay({ month: "long", year: "numeric" }),
};

/** The study day of a moment: days from 1970-01-01 to its local date, where a date begins at the rollover hour. */
export function studyDayOf(ms: number, rolloverHour: number): number {
  const at = new Date(studyDate(ms, rolloverHour));
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / dayLength;
}

/** A study day as "Friday 5 December"; one that is far from `today` with its year instead of its weekday. */
export const dayName = (day: number, today: number): string =>
  (Math.abs(day - today) < 180 ? dayFormats.named : dayFormats.datedYear).format(day * dayLength);

/** "24–27 December": study days in a row. */
export const dayRange = (first: number, last: number): string =>
  dayFormats.dated.formatRange(first * dayLength, last * dayLength).replace(/^(\d+)\s–\s(?=\d+\s)/, "$1–");

/** The month of a study day: "December 2026". */
export const monthName = (day: number): string => dayFormats.month.format(day * dayLength);

/** "Sat 14" */
export const shortDay = (ms: number): string => `${weekday(ms)} ${new Date(ms).getDate()}`;

/** Noon of the local date that lies `offset` study days after the study day of `ms`: only for naming that date. */
export function studyDate(ms: number, rolloverHour: number, offset = 0): number {
  const at = new Date(ms);
  // By the clock on the wall: on the nights when it changes, the hours since the rollover are one more or one fewer.
  const day = at.getDate() - (at.getHours() < rolloverHour ? 1 : 0);
  return new Date(at.getFullYear(), at.getMonth(), day + offset, 12).getTime();
}

export function greeting(ms: number): string {
  const hour = new Date(ms).getHours();
  if (hour >= 4 && hour < 12) return "Good morning";
  return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
}

/** A full hour in words: "four in the morning", "midnight"; any other time as "04:30". */
export function hourInWords(ms: number): string {
  const at = new Date(ms);
  return at.getMinutes() === 0 ? hourName(at.getHours()) : time(ms);
}

/** An hour of the day, 0..23, in words. */
export function hourName(hour: number): string {
  if (hour === 0) return "midnight";
  if (hour === 12) return "noon";
  const word = inWords(hour % 12);
  if (hour < 12) return `${word} in the morning`;
  return hour < 18 ? `${word} in the afternoon` : `${word} in the evening`;
}
