import { isFault } from "../../contract/faults.ts";
import type { CardId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { lookup } from "../lookup.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import { sumsOf } from "../study/days.ts";
import type { Queue } from "../study/queue.ts";
import { runningPlan } from "./backlog.ts";
import { freshToday } from "./freshToday.ts";
import { isDayOff, minutesOn } from "./minutesOn.ts";
import { type Times, timesOf } from "./times.ts";

export interface Admission {
  /** New cards let in: the first so many of those in `queue.main`. */
  fresh: number;
  /** How many of `queue.main` are let in, from the front, once the new cards that are not let in are left out. */
  main: number;
  /** Today's minutes are used up, and something waits: the session ends. Steps in progress may still finish. */
  spent: boolean;
}

/** Steps that a card in progress still needs, about. */
const stepsLeft = 1.5;

/**
 * What of a queue (as the limits admit it) today's minutes and plans let in. New cards: none on a day off or while a plan runs, else as
 * many as the budget carries on all days. Then everything in order until the minutes are used up by what is expected of it.
 */
export function admit(collection: Collection, queue: Pick<Queue, "day" | "main" | "learning">, now: Moment): Admission {
  const { day, main, learning } = queue;
  const wanted = wantedIn(collection, main);
  const minutes = minutesOn(collection, day);
  const paused = isDayOff(collection, day) || runningPlan(collection, day) !== null;
  const fresh = paused ? 0 : minutes === null ? wanted : Math.min(wanted, freshToday(collection, now));
  const rest = withoutSurplus(collection, main, fresh);
  if (minutes === null) return { fresh, main: rest.length, spent: false };

  const times = timesOf(collection, day);
  let left = minutes * 60 - sumsOf(collection, day).took / 1_000;
  const spent = left <= 0 && rest.length > 0;
  left -= learning.length * stepsLeft * times.step;
  let count = 0;
  while (count < rest.length && left > 0) left -= secondsFor(collection, rest[count++] as CardId, times, now);
  // What is in progress may use up all that is left; as long as minutes are left, one card more is never too much.
  if (count === 0 && rest.length > 0 && !spent && learning.length === 0) count = 1;
  return { fresh: Math.min(fresh, count), main: count, spent };
}

const isNew = (collection: Collection, id: CardId): boolean => (collection.cards.get(id)?.phase ?? "new") === "new";

/** How many new cards a list holds. */
export const wantedIn = (collection: Collection, main: readonly CardId[]): number =>
  main.filter((id) => isNew(collection, id)).length;

/** The list without the new cards after the first so many. */
export function withoutSurplus(collection: Collection, main: readonly CardId[], fresh: number): CardId[] {
  let left = fresh;
  return main.filter((id) => !isNew(collection, id) || left-- > 0);
}

/** Expected seconds until a card is done for the day. */
function secondsFor(collection: Collection, id: CardId, times: Times, now: Moment): number {
  const found = lookup(collection, id);
  if (isFault(found)) return 0;
  const { card, preset } = found;
  if (card.phase === "new") return times.fresh + stepsLeft * times.step;
  if (card.phase !== "review") return stepsLeft * times.step;
  const recall = recallAt(card, preset, now.ms);
  return recall * times.passed + (1 - recall) * (times.forgotten + stepsLeft * times.step);
}
