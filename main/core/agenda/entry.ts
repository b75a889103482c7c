import type { Card, CardId, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import { cardIds, ordinals } from "../note/cards.ts";

/** A card that its note makes, with or without a row, and the deck that it is in. */
export interface Entry {
  id: CardId;
  ord: number;
  note: Note;
  deck: DeckId;
  /** Absent where nothing has happened to it yet. */
  card: Card | undefined;
}

/** Every card that the note makes now. Rows of cards that it no longer makes have none. */
export function entriesOf(collection: Collection, note: Note): Entry[] {
  const ords = ordinals(collection, note);
  return cardIds(collection, note).map((id, i) => {
    const card = collection.cards.get(id);
    return { id, ord: ords[i] as number, note, deck: deckOf(note, card), card };
  });
}

/** What a card waits for: its turn among new cards, an instant, a day, or the person's word. */
export type Waits = "fresh" | "instant" | "day" | "aside";

export function waitsFor({ card }: Pick<Entry, "card">): Waits {
  if (card?.suspended) return "aside";
  if (!card || card.phase === "new") return "fresh";
  return card.due === null ? "day" : "instant";
}

/** New cards are introduced in this order: by their notes' position, those of one note by their ordinal. */
export const byPosition = (a: Entry, b: Entry): number =>
  a.note.position - b.note.position || (a.note.id < b.note.id ? -1 : a.note.id > b.note.id ? 1 : a.ord - b.ord);
