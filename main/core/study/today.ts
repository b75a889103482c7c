import { isFault } from "../../contract/faults.ts";
import type { CardId } from "../../contract/shapes.ts";
import type { TodayView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { lookup } from "../lookup.ts";
import { wantedIn } from "../pace/admit.ts";
import { expectedAhead } from "../pace/ahead.ts";
import { budgetView } from "../pace/budgetView.ts";
import { catchUpView, gapView } from "../pace/catchUp.ts";
import { letIn } from "../pace/letIn.ts";
import { isDayOff } from "../pace/minutesOn.ts";
import { streakOf } from "../pace/streak.ts";
import { startOf } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import { sumsByDay } from "./days.ts";
import { deckViews } from "./deckViews.ts";
import { left } from "./left.ts";
import { gather } from "./queue.ts";
import { survey } from "./survey.ts";

/** Points of recall below the target at which a card counts as slipping. */
const slip = 0.1;

/** The first screen. */
export function today(collection: Collection, now: Moment): TodayView {
  const offers = survey(collection, decksWithin(collection, null), now);
  const all = gather(collection, null, now, offers);
  const queue = letIn(collection, all, now);
  const { day } = queue;
  const remaining = left(collection, queue, now);
  const due = remaining.review + remaining.learning;
  const recalls = all.main.flatMap((id) => expected(collection, id, now));
  const ahead = expectedAhead(collection, now, { wanted: wantedIn(collection, all.main), fresh: remaining.fresh });
  const past = sumsByDay(collection, day - 13, day);
  return {
    now: now.ms,
    due,
    fresh: remaining.fresh,
    minutes: remaining.minutes,
    recall: recalls.length ? recalls.reduce((sum, { recall }) => sum + recall, 0) / recalls.length : null,
    slipping: recalls.filter(({ recall, target }) => recall < target - slip).length,
    decks: deckViews(collection, now, offers),
    ahead: [remaining.minutes, ...ahead.slice(1, 14).map(({ minutes }) => minutes)],
    past: Array.from({ length: 14 }, (_, i) => past.get(day - 13 + i)?.answers ?? 0),
    waiting: due + remaining.fresh === 0 ? (queue.learning[0]?.due ?? null) : null,
    later: queue.learning.length - remaining.learning,
    until: startOf(day + 1, now.calendar),
    budget: budgetView(collection, all, now),
    gap: gapView(collection, now),
    catchUp: catchUpView(collection, now),
    dayOff: isDayOff(collection, day),
    streak: streakOf(collection, day),
  };
}

/** Recall now and the target of a card that has been studied; nothing for a new one. */
function expected(collection: Collection, id: CardId, now: Moment): { recall: number; target: number }[] {
  const found = lookup(collection, id);
  if (isFault(found) || found.card.phase === "new") return [];
  return [{ recall: recallAt(found.card, found.preset, now.ms), target: found.preset.desiredRetention }];
}
