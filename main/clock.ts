import { Failure } from "./contract/faults.ts";

/**
 * The clock of the composition root, in epoch milliseconds. `start` (an ISO time, from MNEME_CLOCK) makes it begin there
 * and run on from there, so that tests can travel in time. Throws a Failure if `start` is no time.
 */
export function clock(start: string | undefined): () => number {
  if (!start) return Date.now;
  const from = Date.parse(start);
  if (Number.isNaN(from)) throw new Failure({ code: "badInput", detail: `MNEME_CLOCK is no ISO time: ${start}` });
  const ahead = from - Date.now();
  return () => Date.now() + ahead;
}

/** The person's time zone as it is now: it may change while the app runs. */
export const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
