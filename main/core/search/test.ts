import type { Card, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, cardOf } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
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

/** One card of a note. Its row is looked up only when a test asks. */
export class Item {
  #card: Card | null = null;
  note: Note;
  ord: number;
  readonly #collection: Collection;

  constructor(collection: Collection, note: Note, ord: number) {
    this.#collection = collection;
    this.note = note;
    this.ord = ord;
  }

  get card(): Card {
    this.#card ??= cardOf(this.#collection, this.note.id, this.ord);
    return this.#card;
  }

  /** The same object for another card, since a search asks about a hundred thousand. */
  turn(note: Note, ord: number): this {
    this.note = note;
    this.ord = ord;
    this.#card = null;
    return this;
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
export function byNote(test: (note: Note) => boolean, cost = 2): Test {
  let last: Note | null = null;
  let held = false;
  return {
    byNote: true,
    cost,
    holds({ note }) {
      if (note !== last) {
        held = test(note);
        last = note;
      }
      return held;
    },
  };
}

export const always: Test = { byNote: true, cost: 0, holds: () => true };
export const never: Test = { byNote: true, cost: 0, holds: () => false };

export const not = (test: Test): Test => ({ ...test, holds: (item) => !test.holds(item) });

export function all(tests: readonly Test[]): Test {
  const sorted = [...tests].sort((a, b) => a.cost - b.cost);
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
