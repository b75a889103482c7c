import type { Card } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { fuzzRange } from "../schedule/fuzz.ts";
import { memory } from "../schedule/memory.ts";
import { groupsUntil } from "./groups.ts";

/** A card that comes on another day than it was due. */
export interface Move {
  card: Card;
  to: number;
  /** Study days since it was last answered. */
  elapsed: number;
  /** Expected recall now, on the day on which it was due, and on the new one. */
  recall: { now: number; before: number; after: number };
}

/** What one card more on a day weighs, where a day has as many as on average; and a point of recall lost, or a review too early. */
const weigh = { load: 1, late: 25, early: 10 };

/**
 * Where the cards go that are due on days off: back by up to their reach, to today at the earliest; or on to the first day of study after
 * them, or up to their reach later. The reach grows with the interval: twice as far as chance moves a review anyway (fuzz). Of those days
 * each card takes the one that costs least, in recall and in the load that is there already; those with the least choice first.
 */
export function moveOff(collection: Collection, off: ReadonlySet<number>, today: number): Move[] {
  if (off.size === 0) return [];
  const load = new Map<number, number>();
  const placed: { card: Card; recall: (day: number) => number; days: number[] }[] = [];
  let all = 0;
  const last = Math.max(...off);
  for (const { preset, cards } of groupsUntil(collection, last + 60)) {
    const { recall } = memory(preset.weights);
    for (const card of cards) {
      if (card.due !== null) continue;
      all++;
      if (off.has(card.day))
        placed.push({
          card,
          recall: (day) => recall(card.stability, day - (card.day - card.interval)),
          days: daysFor(card, off, today, preset.maximumInterval),
        });
      else load.set(Math.max(card.day, today), (load.get(Math.max(card.day, today)) ?? 0) + 1);
    }
  }
  const usual = Math.max(1, all / Math.max(1, last + 60 - today + 1 - off.size));
  placed.sort((a, b) => a.days.length - b.days.length || a.card.day - b.card.day || (a.card.id < b.card.id ? -1 : 1));
  return placed.map(({ card, recall, days }) => {
    const before = recall(card.day);
    const cost = (day: number) => {
      const lost = before - recall(day);
      return (weigh.load * (load.get(day) ?? 0)) / usual + (lost > 0 ? weigh.late * lost : weigh.early * -lost);
    };
    const to = days.reduce((best, day) => (cost(day) < cost(best) ? day : best));
    load.set(to, (load.get(to) ?? 0) + 1);
    const elapsed = Math.max(0, today - (card.day - card.interval));
    return { card, to, elapsed, recall: { now: recall(today), before, after: recall(to) } };
  });
}

/** Days of study that a card may go to, nearest after its own first. Never none. */
function daysFor({ day, interval, phase }: Card, off: ReadonlySet<number>, today: number, most: number): number[] {
  const [lower, upper] = fuzzRange(interval, 1, Math.max(1, most));
  const reach = phase === "review" ? upper - lower : 0;
  let next = day;
  while (off.has(next)) next++;
  const days: number[] = [];
  for (let later = next; later <= next + reach; later++) if (!off.has(later)) days.push(later);
  // Not on the day of its last review, nor before.
  const earliest = Math.max(today, day - reach, day - interval + 1);
  for (let earlier = day - 1; earlier >= earliest; earlier--) if (!off.has(earlier)) days.push(earlier);
  return days;
}
