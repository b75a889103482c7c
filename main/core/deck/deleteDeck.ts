import type { DeckEffects, DeckEnd } from "../../contract/browse.ts";
import type { Fault } from "../../contract/faults.ts";
import type { DeckId, Note, Records } from "../../contract/shapes.ts";
import { deleteNotes } from "../bulk/deleteNotes.ts";
import type { Collection } from "../collection.ts";
import { ordinals } from "../note/cards.ts";
import { decksWithin } from "./decks.ts";

/** What a deck holds, inner decks included. Fault: `gone`. */
export function deckEffects(collection: Collection, id: DeckId): DeckEffects | Fault {
  if (!collection.decks.has(id)) return { code: "gone", detail: "deck" };
  const within = decksWithin(collection, id);
  const notes = notesIn(collection, within);
  const cards = notes.reduce((sum, note) => sum + ordinals(collection, note).length, 0);
  return { decks: within.size, notes: notes.length, cards };
}

/**
 * A deck goes, and those inside it. Its notes are deleted with the rows of their cards, or move to another deck; the log of
 * reviews stays. Faults: `gone`, `badChange`.
 */
export function deleteDeck(collection: Collection, id: DeckId, end: DeckEnd): Records | Fault {
  const within = decksWithin(collection, id);
  if (within.size === 0) return { code: "gone", detail: "deck" };
  const notes = notesIn(collection, within);
  const decks = [...within].flatMap((inner) => collection.decks.get(inner) ?? []);
  const gone: Records = { decks: decks.map((deck) => [deck, null]) };
  if (end.cards === "delete") return { ...gone, ...deleteNotes(collection, notes) };
  const target = collection.decks.get(end.to);
  if (!target) return { code: "gone", detail: "deck" };
  if (within.has(target.id)) return { code: "badChange", detail: `“${target.name}” would be deleted with it` };
  return { ...gone, ...(notes.length > 0 && { notes: notes.map((note) => [note, { ...note, deck: target.id }]) }) };
}

const notesIn = (collection: Collection, decks: ReadonlySet<DeckId>): Note[] =>
  [...collection.notes.values()].filter((note) => decks.has(note.deck));
