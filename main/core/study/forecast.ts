import { type Collection, presetOf } from "../collection.ts";
import { ordinals } from "../note/cards.ts";
import { minutesFor, secondsPerAnswer } from "./pace.ts";

/** Rough, and enough for a bar chart: a review that goes well makes the interval so many times as long. */
const growth = 2.5;
/** Days from a card's first day to its first review. */
const firstInterval = 2;

/** What a day is expected to bring. */
export interface Expected {
  cards: number;
  minutes: number;
}

/**
 * What the `days` study days after `day` will bring: what is due then, what today's cards and those of the days between
 * will bring back, and new cards up to the daily limit. `freshToday` new cards are still to come today.
 */
export function forecast(collection: Collection, day: number, days: number, freshToday: number): Expected[] {
  // For each day from today on: how many cards come up, by their interval.
  const coming = Array.from({ length: days + 1 }, () => new Map<number, number>());
  const add = (on: number, interval: number, cards: number) => {
    const row = coming[on];
    if (row) row.set(interval, (row.get(interval) ?? 0) + cards);
  };
  let seen = 0;
  for (const card of collection.cards.values()) {
    const note = collection.notes.get(card.note);
    if (card.phase === "new" || card.suspended || !note || !ordinals(collection, note).includes(card.ord)) continue;
    seen++;
    add(Math.max(0, card.day - day), Math.max(1, card.interval), 1);
  }

  const { newPerDay, reviewsPerDay } = presetOf(collection, "default");
  const seconds = secondsPerAnswer(collection, day);
  let unseen = countCards(collection) - seen;
  return coming
    .map((row, on) => {
      const fresh = Math.max(0, Math.min(on === 0 ? freshToday : newPerDay, unseen));
      unseen -= fresh;
      add(on + firstInterval, firstInterval, fresh);
      let review = 0;
      for (const [interval, cards] of row) {
        review += cards;
        add(on + Math.round(interval * growth), Math.round(interval * growth), cards);
      }
      const counts = { review: Math.min(review, reviewsPerDay), fresh, learning: 0 };
      return { cards: counts.review + fresh, minutes: minutesFor(counts, seconds) };
    })
    .slice(1);
}

function countCards(collection: Collection): number {
  let cards = 0;
  for (const note of collection.notes.values()) cards += ordinals(collection, note).length;
  return cards;
}
