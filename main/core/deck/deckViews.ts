import { isFault } from "../../contract/dispatch.ts";
import type { CardId, DeckId } from "../../contract/shapes.ts";
import type { DeckView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { cardIds } from "../note/cards.ts";
import { pathOf, sortedDecks } from "./decks.ts";

type Counts = Pick<DeckView, "cards" | "due" | "fresh" | "unseen">;

/** Every deck with its counts, those of its inner decks included. `now` are the cards that may be studied now. */
export function deckViews(collection: Collection, now: readonly CardId[]): DeckView[] {
  const own = new Map<DeckId, Counts>();
  const countsOf = (deck: DeckId): Counts => {
    const counts = own.get(deck) ?? { cards: 0, due: 0, fresh: 0, unseen: 0 };
    own.set(deck, counts);
    return counts;
  };
  for (const note of collection.notes.values()) {
    const counts = countsOf(note.deck);
    for (const id of cardIds(note)) {
      counts.cards++;
      if ((collection.cards.get(id)?.phase ?? "new") === "new") counts.unseen++;
    }
  }
  for (const id of now) {
    const found = lookup(collection, id);
    if (!isFault(found)) countsOf(found.deck.id)[found.card.phase === "new" ? "fresh" : "due"]++;
  }
  return rollUp(collection, own);
}

function rollUp(collection: Collection, own: Map<DeckId, Counts>): DeckView[] {
  const decks = sortedDecks(collection);
  const views = new Map<string, DeckView>();
  for (const deck of decks) {
    const { id, name, description } = deck;
    views.set(name, { id, path: pathOf(deck), description, cards: 0, due: 0, fresh: 0, unseen: 0 });
  }
  for (const deck of decks) {
    const counts = own.get(deck.id);
    const path = pathOf(deck);
    for (let depth = 1; counts && depth <= path.length; depth++) {
      const view = views.get(path.slice(0, depth).join("::"));
      if (!view) continue;
      view.cards += counts.cards;
      view.due += counts.due;
      view.fresh += counts.fresh;
      view.unseen += counts.unseen;
    }
  }
  return [...views.values()];
}
