import { isFault } from "../../contract/faults.ts";
import type { CardId } from "../../contract/shapes.ts";
import type { TodayView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { lookup } from "../lookup.ts";
import { startOf } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";
import { sumsByDay } from "./days.ts";
import { deckViews } from "./deckViews.ts";
import { forecast } from "./forecast.ts";
import { left } from "./left.ts";
import { gather } from "./queue.ts";
import { survey } from "./survey.ts";

/** Points of recall below the target at which a card counts as slipping. */
const slip = 0.1;

/** The first screen. */
export function today(collection: Collection, now: Moment): TodayView {
  const offers = survey(collection, decksWithin(collection, null), now);
  const queue = gather(collection, null, now, offers);
  const { day } = queue;
  const remaining = left(collection, queue, now);
  const due = remaining.review + remaining.learning;
  const recalls = queue.main.flatMap((id) => expected(collection, id, now));
  const past = sumsByDay(collection, day - 13, day);
  return {
    now: now.ms,
    due,
    fresh: remaining.fresh,
    minutes: remaining.minutes,
    recall: recalls.length ? recalls.reduce((sum, { recall }) => sum + recall, 0) / recalls.length : null,
    slipping: recalls.filter(({ recall, target }) => recall < target - slip).length,
    decks: deckViews(collection, now, offers),
    ahead: [remaining.minutes, ...forecast(collection, day, 13, remaining.fresh).map(({ minutes }) => minutes)],
    past: Array.from({ length: 14 }, (_, i) => past.get(day - 13 + i)?.answers ?? 0),
    waiting: due + remaining.fresh === 0 ? (queue.learning[0]?.due ?? null) : null,
    later: queue.learning.length - remaining.learning,
    until: startOf(day + 1, now.calendar),
    budget: null,
    gap: null,
    catchUp: null,
    dayOff: false,
    streak: null,
  };
}

/** Recall now and the target of a card that has been studied; nothing for a new one. */
function expected(collection: Collection, id: CardId, now: Moment): { recall: number; target: number }[] {
  const found = lookup(collection, id);
  if (isFault(found) || found.card.phase === "new") return [];
  return [{ recall: recallAt(found.card, found.preset, now.ms), target: found.preset.desiredRetention }];
}
