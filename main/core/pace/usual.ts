import type { Collection } from "../collection.ts";
import { settingsOf } from "../collection.ts";
import { expectSeen } from "./expect.ts";
import type { Group } from "./groups.ts";
import { minutesOf } from "./load.ts";
import type { Odds } from "./odds.ts";
import type { Times } from "./times.ts";

/** Days ahead whose mean is a usual day. */
const ahead = 14;

/**
 * Minutes of a usual day: the budget, if the person set one; else what the next two weeks bring by themselves, without new cards and
 * without what is overdue, on each day of study. `groups`: what is due within them.
 */
export function usualMinutes(
  collection: Collection,
  { groups, odds, times, today }: { groups: readonly Group[]; odds: Odds; times: Times; today: number },
): number {
  const { budget, daysOff } = settingsOf(collection);
  if (budget !== null) return budget;
  let minutes = 0;
  for (const group of groups) {
    const cards = group.cards.filter((card) => card.due === null && card.day >= today);
    for (const load of expectSeen({ ...group, cards }, odds, today, ahead)) minutes += minutesOf(load, times);
  }
  const off = daysOff.filter((day) => day >= today && day < today + ahead).length;
  return Math.max(1, minutes / Math.max(1, ahead - off));
}
