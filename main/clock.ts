import { Failure } from "./contract/faults.ts";

/** A date of ISO 8601, or a date and a time with or without an offset. `Date.parse` alone takes "5" for a year. */
const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * The clock of the composition root, in epoch milliseconds. `start` (an ISO time, from MNEME_CLOCK) makes it begin there
 * and run on from there, so that tests can travel in time. Throws the fault `clock` if `start` is no time.
 */
export function clock(start: string | undefined): () => number {
  if (!start) return Date.now;
  const from = iso.test(start) ? Date.parse(start) : Number.NaN;
  if (Number.isNaN(from)) throw new Failure({ code: "clock", detail: start });
  const ahead = from - Date.now();
  return () => Date.now() + ahead;
}

/** The person's time zone as it is now: it may change while the app runs. */
export const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
