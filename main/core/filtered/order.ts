import type { FilteredOrder } from "../../contract/filtered.ts";
import type { Card, Note } from "../../contract/shapes.ts";
import { type Collection, deckOf, presetOfDeck } from "../collection.ts";
import { DAY, startOf } from "../schedule/day.ts";
import { memory } from "../schedule/memory.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { recallAt } from "../schedule/schedule.ts";

/** A card that may be studied, with its note. */
export interface Candidate {
  card: Card;
  note: Note;
}

/**
 * Candidates in an order that Anki's filtered decks have (rslib/src/storage/card/filtered.rs). What a new card has none of puts it
 * last; what is equal comes in a random order, the same one for the same seed.
 */
export function inOrder(
  collection: Collection,
  candidates: readonly Candidate[],
  order: FilteredOrder,
  now: Moment,
  seed: number,
): Candidate[] {
  const keyOf = keysFor(collection, order, now);
  const rows = candidates.map((of) => ({ of, key: keyOf(of), tie: hash(of.card.id, seed >>> 0) }));
  rows.sort((a, b) => compare(a.key, b.key) || a.tie - b.tie);
  return rows.map(({ of }) => of);
}

/** Infinity is equal to itself, which a subtraction would not say. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function keysFor(collection: Collection, order: FilteredOrder, now: Moment): (of: Candidate) => number {
  const last = Number.POSITIVE_INFINITY;
  const seen = (key: (of: Candidate) => number) => (of: Candidate) => (of.card.phase === "new" ? last : key(of));
  const presetFor = ({ card, note }: Candidate) => presetOfDeck(collection, collection.decks.get(deckOf(note, card)));
  switch (order) {
    case "random":
      return () => 0;
    case "due": {
      const starts = new Map<number, number>();
      const start = (day: number) => {
        const known = starts.get(day) ?? startOf(day, now.calendar);
        starts.set(day, known);
        return known;
      };
      return seen(({ card }) => card.due ?? start(card.day));
    }
    case "oldestSeen":
      return ({ card }) => card.last; // never seen is longest ago
    case "intervalUp":
      return seen(({ card }) => card.interval);
    case "intervalDown":
      return seen(({ card }) => -card.interval);
    case "lapses":
      return ({ card }) => -card.lapses;
    case "addedUp":
      return ({ note }) => note.created;
    case "addedDown":
      return ({ note }) => -note.created;
    case "recallUp":
      return seen((of) => recallAt(of.card, presetFor(of), now.ms));
    case "recallDown":
      return seen((of) => -recallAt(of.card, presetFor(of), now.ms));
    case "overdue":
      return seen((of) => {
        const { weights, desiredRetention } = presetFor(of);
        const elapsed = (now.ms - of.card.last) / DAY;
        return -elapsed / memory(weights).interval(of.card.stability, desiredRetention);
      });
  }
}
