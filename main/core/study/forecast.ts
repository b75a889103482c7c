import { type Collection, presetOf } from "../collection.ts";
import { ordinals } from "../note/cards.ts";
import { minutesFor, secondsPerAnswer } from "./pace.ts";

/**
 * Expected minutes on the `days` study days after `day`: the cards already due then, and new cards up to the daily limit.
 * Reviews that answers still to come will bring are not in it.
 */
export function forecast(collection: Collection, day: number, days: number, freshToday: number): number[] {
  const due = new Array<number>(days).fill(0);
  let seen = 0;
  for (const card of collection.cards.values()) {
    if (card.phase === "new") continue;
    seen++;
    const i = card.day - day - 1;
    if (i >= 0 && i < days) due[i] = (due[i] as number) + 1;
  }
  let unseen = countCards(collection) - seen - freshToday;
  const { newPerDay } = presetOf(collection, "default");
  const seconds = secondsPerAnswer(collection, day);
  return due.map((review) => {
    const fresh = Math.max(0, Math.min(newPerDay, unseen));
    unseen -= fresh;
    return minutesFor({ review, fresh, learning: 0 }, seconds);
  });
}

function countCards(collection: Collection): number {
  let cards = 0;
  for (const note of collection.notes.values()) cards += ordinals(note).length;
  return cards;
}
