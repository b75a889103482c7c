import type { DeckId } from "../../contract/shapes.ts";
import type { DeckView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { decksWithin, pathOf, sortedDecks } from "../deck/decks.ts";
import { cardIds } from "../note/cards.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { learnAheadUntil, roomFor } from "./queue.ts";
import { type Offer, survey } from "./survey.ts";

interface Counts {
  cards: number;
  unseen: number;
  /** Steps that may be shown now; cards due by the day; new cards: before limits. */
  learning: number;
  due: number;
  fresh: number;
}

/** Every deck with its counts, inner decks included. Due and new are what a session with that deck would hold now. */
export function deckViews(
  collection: Collection,
  now: Moment,
  offers: readonly Offer[] = survey(collection, decksWithin(collection, null), now),
): DeckView[] {
  const own = new Map<DeckId, Counts>();
  const countsOf = (deck: DeckId): Counts => {
    const counts = own.get(deck) ?? { cards: 0, unseen: 0, learning: 0, due: 0, fresh: 0 };
    own.set(deck, counts);
    return counts;
  };
  for (const note of collection.notes.values()) {
    const counts = countsOf(note.deck);
    for (const id of cardIds(collection, note)) {
      counts.cards++;
      if ((collection.cards.get(id)?.phase ?? "new") === "new") counts.unseen++;
    }
  }
  const horizon = learnAheadUntil(collection, now);
  for (const { note, learning, due, fresh } of offers) {
    const counts = countsOf(note.deck);
    counts.learning += learning.filter((card) => (card.due ?? 0) <= horizon).length;
    if (due) counts.due++;
    if (fresh !== null) counts.fresh++;
  }
  return rollUp(collection, own, studyDay(now.ms, now.calendar));
}

function rollUp(collection: Collection, own: Map<DeckId, Counts>, day: number): DeckView[] {
  const decks = sortedDecks(collection);
  const sums = new Map(decks.map(({ name }) => [name, { cards: 0, unseen: 0, learning: 0, due: 0, fresh: 0 }]));
  for (const deck of decks) {
    const counts = own.get(deck.id);
    const path = pathOf(deck);
    for (let depth = 1; counts && depth <= path.length; depth++) {
      const sum = sums.get(path.slice(0, depth).join("::"));
      if (sum) for (const key of Object.keys(counts) as (keyof Counts)[]) sum[key] += counts[key];
    }
  }
  return decks.map((deck) => {
    const { cards, unseen, learning, due, fresh } = sums.get(deck.name) as Counts;
    const room = roomFor(collection, deck.id, day, due, fresh);
    const { id, description } = deck;
    return { id, path: pathOf(deck), description, cards, unseen, due: learning + room.due, fresh: room.fresh };
  });
}
