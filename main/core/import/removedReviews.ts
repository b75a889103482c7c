import type { Day, Review } from "../../contract/shapes.ts";
import { type Collection, emptyCollection } from "../collection.ts";
import type { Calendar } from "../schedule/day.ts";
import { dayCounter } from "./reviewsHere.ts";

const sums = ["answers", "reviews", "recalled", "interday", "fresh", "took"] as const;

/** The sums of days without those reviews; a day without anything goes. Never less than nothing, whatever rollover they were counted by. */
export function daysWithout(
  collection: Collection,
  reviews: readonly [Review, deck: string][],
  calendar: Calendar,
): [Day, Day | null][] {
  const counter = dayCounter(emptyCollection(), calendar);
  for (const [review, deck] of reviews) counter.add(review, deck);
  return counter.pairs().flatMap(([, { id, ...gone }]): [Day, Day | null][] => {
    const now = collection.days.get(id);
    if (!now) return [];
    const left = { ...now };
    for (const key of sums) left[key] = Math.max(0, now[key] - gone[key]);
    return [[now, left.answers > 0 ? left : null]];
  });
}
