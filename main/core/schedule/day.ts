/** Where and when a person's days begin. */
export interface Calendar {
  /** IANA name, such as "Europe/Berlin". */
  zone: string;
  /** Local hour at which a study day begins, 0..23. */
  rolloverHour: number;
}

const HOUR = 3_600_000;
export const DAY = 86_400_000;

/**
 * Study day of an instant (epoch milliseconds): days since 1970-01-01 of its local calendar date, where a date begins at
 * the rollover hour. Never goes back as time goes on, whatever the clocks on the wall do.
 */
export function studyDay(ms: number, calendar: Calendar): number {
  const wall = ms + offset(ms, calendar.zone);
  const day = Math.floor((wall - calendar.rolloverHour * HOUR) / DAY);
  // A clock that is set back may show the rollover hour twice (Troll does, at 2): the day began with the first.
  return startOf(day + 1, calendar) <= ms ? day + 1 : day;
}

/**
 * First instant (epoch milliseconds) at which the local clock shows the rollover hour of that study day, or later. A day
 * that the zone left out (Apia, 2011-12-30) starts and ends at the instant of the leap.
 */
export function startOf(day: number, { zone, rolloverHour }: Calendar): number {
  const wall = day * DAY + rolloverHour * HOUR;
  // No zone was ever 16 hours from UTC, so the instant lies between these two.
  let before = wall - 16 * HOUR;
  let after = wall + 16 * HOUR;
  const old = offset(before, zone);
  const fresh = offset(after, zone);
  if (old === fresh) return wall - old;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offset(middle, zone) === old) before = middle;
    else after = middle;
  }
  return wall - old < after ? wall - old : Math.max(after, wall - fresh);
}

/** Minutes east of UTC in that zone at that instant (epoch milliseconds). */
export const offsetAt = (ms: number, zone: string): number => offset(ms, zone) / 60_000;

/**
 * Whole days for the FSRS formulas: how many rollovers lie between two instants (epoch milliseconds); 0 on the same study
 * day, and 0 if the clock was set back. The same as counting 24-hour windows back from the next rollover, as Anki does, but
 * for the nights on which the clocks change, when those windows are an hour off.
 */
export const elapsedDays = (from: number, to: number, calendar: Calendar): number =>
  Math.max(0, studyDay(to, calendar) - studyDay(from, calendar));

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds east of UTC. Throws a RangeError for a zone that does not exist. */
function offset(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  // "7/1/2026, GMT+02:00"; before standard time also seconds: "GMT+00:53:28".
  const parts = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(ms));
  if (!parts) return 0;
  const [, sign, hours, minutes, seconds] = parts;
  const east = Number(hours) * HOUR + Number(minutes) * 60_000 + Number(seconds ?? 0) * 1_000;
  return sign === "-" ? -east : east;
}
