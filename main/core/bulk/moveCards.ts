import type { Fault } from "../../contract/faults.ts";
import type { Card, DeckId, Note, Records } from "../../contract/shapes.ts";
import { type Collection, cardOf, deckOf } from "../collection.ts";
import { deckName, growDecks } from "../deck/growDecks.ts";
import { ordinals } from "../note/cards.ts";
import { type Chosen, cardRecords } from "./chosen.ts";

/** Cards go to the deck of that name, which is made if it is not there; and how many do. Fault: `badChange`. */
export function moveCards(
  collection: Collection,
  { cards, notes }: Chosen,
  name: string,
  newId: () => string,
): { records: Records; moved: number } | Fault {
  const wanted = deckName([name]);
  if (wanted === "") return { code: "badChange", detail: "the deck needs a name" };
  const decks = growDecks(collection, newId);
  const { id } = decks.at(wanted);
  const chosen = new Set(cards.map((card) => card.id));
  let moved = 0;
  const records = placeCards(collection, notes, (note, card) => {
    if (!chosen.has(card.id)) return null;
    if (deckOf(note, card) !== id) moved++;
    return id;
  });
  const grown = decks.records();
  if (moved === 0) return { records: {}, moved };
  return { records: { ...(grown.length > 0 && { decks: grown }), ...records }, moved };
}

/**
 * Gives cards of those notes other decks; `to` says null for a card that stays. A note whose cards are all in one deck afterwards is
 * in it itself, and its cards have none of their own; a note without cards goes where `to` sends a first one.
 */
export function placeCards(
  collection: Collection,
  notes: readonly Note[],
  to: (note: Note, card: Card) => DeckId | null,
): Records {
  const moved: [Note, Note][] = [];
  const changed: Records["cards"] = [];
  for (const note of notes) {
    const ords = ordinals(collection, note);
    const cards = (ords.length > 0 ? ords : [0]).map((ord) => cardOf(collection, note.id, ord));
    const decks = cards.map((card) => to(note, card) ?? deckOf(note, card));
    const [first = note.deck] = decks;
    const home = decks.every((deck) => deck === first) ? first : note.deck;
    if (home !== note.deck) moved.push([note, { ...note, deck: home }]);
    const own = new Map(cards.map((card, i) => [card.id, decks[i]]));
    const { cards: pairs = [] } = cardRecords(collection, cards, (card) => inDeck(card, own.get(card.id), home));
    changed.push(...pairs);
  }
  return { ...(moved.length > 0 && { notes: moved }), ...(changed.length > 0 && { cards: changed }) };
}

function inDeck({ deck: _, ...card }: Card, deck: DeckId | undefined, home: DeckId): Card {
  return deck === undefined || deck === home ? card : { ...card, deck };
}
