import type { Card, CardId, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import type { Entry } from "./entries.ts";
import type { ReviewLog } from "./reviewLog.ts";

/** What a search is asked against. */
export interface Scene {
  collection: Collection;
  now: Moment;
  /** The deck that is studied, for `deck:current`; null for all. */
  current: DeckId | null;
  /** Needed only if `needsLog` says so. */
  log: ReviewLog | null;
}

/** One card of a note. Its row is looked up only when a test asks; the object is used for all cards, one after the other. */
export class Item {
  entry: Entry;
  i = 0;
  #card: Card | null = null;
  readonly #collection: Collection;

  constructor(collection: Collection, entry: Entry) {
    this.#collection = collection;
    this.entry = entry;
  }

  turn(entry: Entry, i: number): void {
    this.entry = entry;
    this.i = i;
    this.#card = null;
  }

  get card(): Card {
    this.#card ??= this.entry.card(this.#collection, this.i);
    return this.#card;
  }

  /** Where the card is. A card without a row needs none for that. */
  get deck(): DeckId {
    return deckOf(this.entry.note, this.#collection.cards.get(this.entry.ids[this.i] as CardId));
  }

  get note(): Note {
    return this.entry.note;
  }

  get ord(): number {
    return this.entry.ords[this.i] ?? 0;
  }
}

/** Whether a card is what a term says. `byNote`: the same for all cards of a note. `cost`: what is cheap is asked first. */
export interface Test {
  byNote: boolean;
  cost: number;
  holds(item: Item): boolean;
}

export const byCard = (holds: (card: Card, item: Item) => boolean, cost = 1): Test => ({
  byNote: false,
  cost,
  holds: (item) => holds(item.card, item),
});

/** Asked once for each note, however many cards it has. */
export function byEntry(test: (entry: Entry) => boolean, cost = 2): Test {
  let last: Entry | null = null;
  let held = false;
  return {
    byNote: true,
    cost,
    holds({ entry }) {
      if (entry !== last) {
        held = test(entry);
        last = entry;
      }
      return held;
    },
  };
}

export const byNote = (test: (note: Note) => boolean, cost = 1): Test => ({
  byNote: true,
  cost,
  holds: ({ entry }) => test(entry.note),
});

export const always: Test = { byNote: true, cost: 0, holds: () => true };
export const never: Test = { byNote: true, cost: 0, holds: () => false };

export const not = (test: Test): Test => ({ ...test, holds: (item) => !test.holds(item) });

export function all(tests: readonly Test[]): Test {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
  const [a, b] = sorted;
  if (a && b && sorted.length === 2) return { ...both(tests), holds: (item) => a.holds(item) && b.holds(item) };
  return { ...both(tests), holds: (item) => sorted.every((test) => test.holds(item)) };
}

export function any(tests: readonly Test[]): Test {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
  return { ...both(tests), holds: (item) => sorted.some((test) => test.holds(item)) };
}

const both = (tests: readonly Test[]) => ({
  byNote: tests.every((test) => test.byNote),
  cost: tests.reduce((sum, test) => sum + test.cost, 0),
});
