import { addLoad, type Load, minutesOf } from "./load.ts";
import type { Outlook } from "./outlook.ts";

/** What a day is expected to bring. */
export interface Expected {
  cards: number;
  minutes: number;
}

/**
 * The loads of all days, with so many new cards on each. Linear: what one more new card adds is the same whatever else there is, and never less
 * than nothing.
 */
export function loadsWith({ seen, unit, unseen }: Outlook, fresh: readonly number[]): Load[] {
  const loads = seen.map((load) => ({ ...load }));
  let left = unseen;
  for (let day = 0; day < loads.length; day++) {
    const n = Math.max(0, Math.min(fresh[day] ?? 0, left));
    left -= n;
    for (let later = 0; n > 0 && day + later < loads.length; later++)
      addLoad(loads[day + later] as Load, unit[later] as Load, n);
  }
  return loads;
}

/** The same as a person reads it: cards and minutes, today first. */
export const forecast = (outlook: Outlook, fresh: readonly number[]): Expected[] =>
  loadsWith(outlook, fresh).map((load) => ({ cards: Math.round(load.cards), minutes: minutesOf(load, outlook.times) }));
