import type { CardId, NoteId } from "./shapes.ts";

/** A note with cards that were studied, flagged or put aside once, and that it no longer makes. */
export interface EmptyCardsView {
  note: NoteId;
  title: string;
  typeName: string;
  cards: { card: CardId; name: string; reviews: number }[];
}
