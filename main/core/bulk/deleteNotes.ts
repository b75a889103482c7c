import type { Note, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";

/** Notes and the rows of their cards go; the log of reviews stays. */
export function deleteNotes(collection: Collection, notes: readonly Note[]): Records {
  if (notes.length === 0) return {};
  const gone = new Set(notes.map(({ id }) => id));
  // Also rows of cards that a note makes no more.
  const cards = [...collection.cards.values()].filter((card) => gone.has(card.note));
  return {
    notes: notes.map((note) => [note, null]),
    ...(cards.length > 0 && { cards: cards.map((card) => [card, null]) }),
  };
}
