import type { DeckId } from "../../contract/shapes.ts";
import type { DeckView } from "../../contract/views.ts";
import { type Collection, deckOf } from "../collection.ts";
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
    for (const id of cardIds(collection, note)) {
      const card = collection.cards.get(id);
      const counts = countsOf(deckOf(note, card));
      counts.cards++;
      if ((card?.phase ?? "new") === "new") counts.unseen++;
    }
  }
  const horizon = learnAheadUntil(collection, now);
  for (const { note, learning, due, fresh } of offers) {
    for (const card of learning) if ((card.due ?? 0) <= horizon) countsOf(deckOf(note, card)).learning++;
    if (due) countsOf(deckOf(note, due)).due++;
    if (fresh !== null) countsOf(deckOf(note, collection.cards.get(fresh))).fresh++;
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
