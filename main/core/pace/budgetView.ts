import { isFault } from "../../contract/faults.ts";
import type { BudgetView } from "../../contract/pace.ts";
import type { CardId } from "../../contract/shapes.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { DAY } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import { sumsOf } from "../study/days.ts";
import type { Queue } from "../study/queue.ts";
import { admit, wantedIn, withoutSurplus } from "./admit.ts";
import { minutesOn } from "./minutesOn.ts";

/** Today against the minutes of the budget, or of the plan that runs; null without either. `queue`: all that the limits admit. */
export function budgetView(collection: Collection, queue: Queue, now: Moment): BudgetView | null {
  const { day, main } = queue;
  const all = minutesOn(collection, day);
  if (all === null) return null;
  const settings = settingsOf(collection);
  const more = settings.more?.day === day ? settings.more.minutes : 0;
  const { fresh, main: admitted } = admit(collection, queue, now);
  const rest = withoutSurplus(collection, main, fresh);
  const costs = rest.slice(admitted).flatMap((id) => costOfADay(collection, id, now));
  return {
    minutes: all - more,
    more,
    spent: sumsOf(collection, day).took / 60_000,
    fresh,
    wanted: wantedIn(collection, main),
    waiting: costs.length,
    cost: costs.length > 0 ? costs.reduce((sum, cost) => sum + cost, 0) / costs.length : 0,
  };
}

/** By how much recall falls until tomorrow; nothing for a new card. */
function costOfADay(collection: Collection, id: CardId, now: Moment): number[] {
  const found = lookup(collection, id);
  if (isFault(found) || found.card.phase === "new") return [];
  const { card, preset } = found;
  return [recallAt(card, preset, now.ms) - recallAt(card, preset, now.ms + DAY)];
}
