import type { Fault } from "../contract/faults.ts";
import type { Card, CardId, Deck, Note, NoteType, Preset } from "../contract/shapes.ts";
import { type Collection, cardOf, deckOfCard, presetOfDeck } from "./collection.ts";
import { ordinals } from "./note/cards.ts";
import { noteTypeOf } from "./note/noteTypes.ts";

/** A card with all that it depends on. */
export interface Found {
  card: Card;
  note: Note;
  type: NoteType;
  deck: Deck;
  preset: Preset;
}

/** Fault `gone` if the note, its deck, or this card of the note is no longer there. */
export function lookup(collection: Collection, id: CardId): Found | Fault {
  const slash = id.lastIndexOf("/");
  const ord = Number(id.slice(slash + 1));
  const note = collection.notes.get(id.slice(0, slash));
  const deck = note && deckOfCard(collection, note, ord);
  if (!note || !deck || !ordinals(collection, note).includes(ord)) return { code: "gone", detail: "card" };
  const type = noteTypeOf(collection, note.type);
  return { note, type, deck, card: cardOf(collection, note.id, ord), preset: presetOfDeck(collection, deck) };
}
