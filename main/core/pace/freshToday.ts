import { type Collection, settingsOf } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { sumsOf } from "../study/days.ts";
import { type Outlook, outlookOf } from "./outlook.ts";
import { steadyFresh, wholeOf } from "./steady.ts";

/** How many new cards may still come today so that the budget holds on all the days that it looks at. Only with a budget. */
export function freshToday(collection: Collection, now: Moment): number {
  const outlook = outlookOf(collection, now);
  const { fresh: done } = sumsOf(collection, outlook.today);
  return Math.max(0, wholeOf(done + steadyWithin(collection, outlook, budgetOf(collection)), outlook.today) - done);
}

const budgetOf = (collection: Collection): number => settingsOf(collection).budget ?? Number.POSITIVE_INFINITY;

/** New cards a day, not rounded, that a budget of so many minutes carries; those that came today are not among today's. */
export function steadyWithin(collection: Collection, outlook: Outlook, budget: number): number {
  const { daysOff, more } = settingsOf(collection);
  const { today, seen } = outlook;
  const off = new Set(daysOff);
  const extra = more?.day === today ? more.minutes : 0;
  const minutes = seen.map((_, day) => (off.has(today + day) ? 0 : budget + (day === 0 ? extra : 0)));
  const { took, fresh } = sumsOf(collection, today);
  return steadyFresh(outlook, { minutes, spent: took / 60_000, done: fresh });
}
