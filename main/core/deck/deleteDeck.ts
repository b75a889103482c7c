import type { DeckEffects, DeckEnd } from "../../contract/browse.ts";
import type { Fault } from "../../contract/faults.ts";
import type { DeckId, Note, Records } from "../../contract/shapes.ts";
import { deleteNotes } from "../bulk/deleteNotes.ts";
import { placeCards } from "../bulk/moveCards.ts";
import { type Collection, deckOf } from "../collection.ts";
import { cardIds, ordinals } from "../note/cards.ts";
import { decksWithin } from "./decks.ts";

/** What a deck holds, inner decks included. Fault: `gone`. */
export function deckEffects(collection: Collection, id: DeckId): DeckEffects | Fault {
  if (!collection.decks.has(id)) return { code: "gone", detail: "deck" };
  const within = decksWithin(collection, id);
  const { whole, parted } = notesIn(collection, within);
  const cards = whole.reduce((sum, note) => sum + ordinals(collection, note).length, 0);
  return { decks: within.size, notes: whole.length, cards: cards + parted.length };
}

/**
 * A deck goes, and those inside it. Its notes are deleted with the rows of their cards, or its cards move to another deck; the log of
 * reviews stays. A note that has cards elsewhere is not deleted: its cards come together there. Faults: `gone`, `badChange`.
 */
export function deleteDeck(collection: Collection, id: DeckId, end: DeckEnd): Records | Fault {
  const within = decksWithin(collection, id);
  if (within.size === 0) return { code: "gone", detail: "deck" };
  const { whole, parted } = notesIn(collection, within);
  const decks = [...within].flatMap((inner) => collection.decks.get(inner) ?? []);
  const gone: Records = { decks: decks.map((deck) => [deck, null]) };
  if (end.cards === "delete") {
    const outside = (note: Note) => decksOf(collection, note).find((deck) => !within.has(deck)) as DeckId;
    const saved = placeCards(collection, parted, (note, card) =>
      within.has(deckOf(note, card)) ? outside(note) : null,
    );
    const deleted = deleteNotes(collection, whole);
    const notes = [...(deleted.notes ?? []), ...(saved.notes ?? [])];
    const cards = [...(deleted.cards ?? []), ...(saved.cards ?? [])];
    return { ...gone, ...(notes.length > 0 && { notes }), ...(cards.length > 0 && { cards }) };
  }
  const target = collection.decks.get(end.to);
  if (!target) return { code: "gone", detail: "deck" };
  if (within.has(target.id)) return { code: "badChange", detail: `“${target.name}” would be deleted with it` };
  const moved = placeCards(collection, [...whole, ...parted], (note, card) =>
    within.has(deckOf(note, card)) ? target.id : null,
  );
  return { ...gone, ...moved };
}

/** The decks of a note's cards, in their order; of a note without cards its own. */
function decksOf(collection: Collection, note: Note): DeckId[] {
  const decks = cardIds(collection, note).map((id) => deckOf(note, collection.cards.get(id)));
  return decks.length > 0 ? decks : [note.deck];
}

/** Notes that have all their cards in those decks, and notes that have some. */
function notesIn(collection: Collection, decks: ReadonlySet<DeckId>): { whole: Note[]; parted: Note[] } {
  const whole: Note[] = [];
  const parted: Note[] = [];
  for (const note of collection.notes.values()) {
    const inside = decksOf(collection, note).filter((deck) => decks.has(deck)).length;
    if (inside > 0 || decks.has(note.deck)) (inside === decksOf(collection, note).length ? whole : parted).push(note);
  }
  return { whole, parted };
}
