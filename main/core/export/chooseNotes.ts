import type { CardId, DeckId, Note, NoteId } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { cardIds } from "../note/cards.ts";

/** What goes out: everything, a deck with those inside it, or what a search found. */
export type Selection = { of: "all" } | { of: "deck"; deck: DeckId } | { of: "notes"; notes: Iterable<NoteId> };

/** The notes of a selection, by their place. A note with a single card in a deck is of that deck as a whole. */
export function chooseNotes(collection: Collection, selection: Selection): Note[] {
  return notesOf(collection, selection).sort((a, b) => a.position - b.position);
}

function notesOf(collection: Collection, selection: Selection): Note[] {
  if (selection.of === "all") return [...collection.notes.values()];
  if (selection.of === "notes") return [...new Set(selection.notes)].flatMap((id) => collection.notes.get(id) ?? []);
  const decks = decksWithin(collection, selection.deck);
  const withCard = new Set<NoteId>();
  for (const card of collection.cards.values()) {
    const note = card.deck === undefined ? undefined : collection.notes.get(card.note);
    if (note && decks.has(deckOf(note, card))) withCard.add(note.id);
  }
  return [...collection.notes.values()].filter(({ id, deck }) => decks.has(deck) || withCard.has(id));
}

/** Their cards, those that are no longer made included: the cards whose reviews belong to an export. */
export function cardsOf(collection: Collection, notes: readonly Note[]): CardId[] {
  const ids = new Set(notes.flatMap((note) => cardIds(collection, note)));
  const chosen = new Set(notes.map(({ id }) => id));
  for (const { id, note } of collection.cards.values()) if (chosen.has(note)) ids.add(id);
  return [...ids];
}
