import type { Collection } from "../collection.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { expectSeen, unitLoad } from "./expect.ts";
import { groupsUntil } from "./groups.ts";
import { addLoad, type Load, noLoads } from "./load.ts";
import { oddsOf } from "./odds.ts";
import { remembered } from "./remembered.ts";
import { type Times, timesOf } from "./times.ts";

/** What the days from today on bring, as far as it does not depend on how many new cards are let in. */
export interface Outlook {
  today: number;
  times: Times;
  /** From the cards that have been seen: one load a day, today's first. What is overdue counts as done today. */
  seen: Load[];
  /** From one new card: on its first day, and on each after it. The mean over those that may come. */
  unit: Load[];
  /** Cards never seen that may be. */
  unseen: number;
}

/** Today, and the two weeks after it. */
export const ahead = 15;

export const outlookOf = remembered((collection, now) => outlook(collection, now, ahead));

function outlook(collection: Collection, now: Moment, days: number): Outlook {
  const today = studyDay(now.ms, now.calendar);
  const odds = oddsOf(collection, startOf(today, now.calendar));
  const groups = groupsUntil(collection, today + days - 1);
  const seen = noLoads(days);
  const unit = noLoads(days);
  const unseen = groups.reduce((sum, group) => sum + group.unseen, 0);
  for (const group of groups) {
    const own = group.cards.length > 0 ? expectSeen(group, odds, today, days) : [];
    for (const [day, load] of own.entries()) addLoad(seen[day] as Load, load);
    if (group.unseen === 0) continue;
    const one = unitLoad(group.preset, odds, days);
    for (let day = 0; day < days; day++) addLoad(unit[day] as Load, one[day] as Load, group.unseen / unseen);
  }
  return { today, times: timesOf(collection, today), seen, unit, unseen };
}
