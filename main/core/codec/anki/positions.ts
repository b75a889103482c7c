import type { AnkiCard } from "./collection.ts";
import { homeDue } from "./readState.ts";

const most = 2 ** 31 - 1;

/**
 * The places in which notes are introduced, by note: those of their new cards, else where their cards were when they were new. A note
 * that says neither comes after all others.
 */
export function positionsOf(
  notes: readonly { id: number }[],
  cards: ReadonlyMap<number, readonly AnkiCard[]>,
): Map<number, number> {
  const places = new Map<number, number>();
  let last = 0;
  for (const { id } of notes) {
    const place = placeOf(cards.get(id) ?? []);
    if (place === null) continue;
    places.set(id, place);
    last = Math.max(last, place);
  }
  for (const { id } of notes) if (!places.has(id)) places.set(id, Math.min(++last, most));
  return places;
}

function placeOf(cards: readonly AnkiCard[]): number | null {
  const dues = cards.filter(isNew).map((card) => homeDue(card, "new"));
  if (dues.length > 0) return Math.max(0, Math.min(...dues));
  for (const { data } of cards) {
    const [, digits] = /"pos":(\d{1,9})\b/.exec(data) ?? [];
    if (digits !== undefined) return Number(digits);
  }
  return null;
}

const isNew = ({ type, queue }: AnkiCard) => type === 0 && queue !== 1 && queue !== 2 && queue !== 3;
