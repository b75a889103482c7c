import type { BudgetPreview } from "../../contract/pace.ts";
import { type Collection, settingsOf } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { sumsOf } from "../study/days.ts";
import { runningPlan } from "./backlog.ts";
import { type Expected, forecast } from "./forecast.ts";
import { steadyWithin } from "./freshToday.ts";
import { isDayOff } from "./minutesOn.ts";
import { type Outlook, outlookOf } from "./outlook.ts";

/** What the limits admit today, and of it what is let in. */
export interface FreshToday {
  wanted: number;
  fresh: number;
}

/**
 * What today and the two weeks after it bring: reviews, and new cards as many as the limits, the budget and plans let in. The limits are taken
 * to hold as they do today.
 */
export function expectedAhead(collection: Collection, now: Moment, { wanted, fresh }: FreshToday): Expected[] {
  const outlook = outlookOf(collection, now);
  const { budget } = settingsOf(collection);
  const most = budget === null ? Number.POSITIVE_INFINITY : daily(collection, outlook, budget);
  const perDay = Math.min(sumsOf(collection, outlook.today).fresh + wanted, most);
  return forecast(outlook, freshOf(collection, outlook, fresh, perDay));
}

/** What a budget of so many minutes would come to. */
export function previewBudget(collection: Collection, minutes: number, wanted: number, now: Moment): BudgetPreview {
  const outlook = outlookOf(collection, now);
  const { fresh: done } = sumsOf(collection, outlook.today);
  const perDay = Math.min(done + wanted, daily(collection, outlook, minutes));
  const ahead = forecast(outlook, freshOf(collection, outlook, Math.max(0, perDay - done), perDay)).slice(0, 14);
  const alone = forecast(outlook, []).slice(0, 14);
  return {
    fresh: Math.round(perDay),
    ahead: ahead.map((day) => day.minutes),
    short: alone.some((day) => day.minutes > minutes),
  };
}

const daily = (collection: Collection, outlook: Outlook, minutes: number): number =>
  sumsOf(collection, outlook.today).fresh + steadyWithin(collection, outlook, minutes);

/** New cards of each day: none on days off, nor until a plan is done. */
function freshOf(collection: Collection, { today, seen }: Outlook, first: number, perDay: number): number[] {
  const plan = runningPlan(collection, today);
  return seen.map((_, day) => {
    if (day === 0) return first;
    return isDayOff(collection, today + day) || (plan && today + day <= plan.until) ? 0 : perDay;
  });
}
