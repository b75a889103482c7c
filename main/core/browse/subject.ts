import type { BrowseMode } from "../../contract/browse.ts";
import type { Card, CardId, Note, NoteId, NoteType } from "../../contract/shapes.ts";
import { type Collection, cardOf } from "../collection.ts";
import { ordinals } from "../note/cards.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import type { Moment } from "../schedule/moment.ts";

/** What a row is about: one card, or all cards of a note, and what they depend on. */
export interface Subject {
  collection: Collection;
  now: Moment;
  mode: BrowseMode;
  note: Note;
  type: NoteType;
  /** In the order of their ordinals; in a list of cards only the one. */
  cards: Card[];
}

/** What an id of a list stands for; null if it is gone. */
export function subjectOf(collection: Collection, mode: BrowseMode, id: CardId | NoteId, now: Moment): Subject | null {
  const slash = mode === "cards" ? id.lastIndexOf("/") : id.length;
  const note = collection.notes.get(id.slice(0, slash));
  if (!note) return null;
  const ords = ordinals(collection, note);
  const ord = Number(id.slice(slash + 1));
  if (mode === "cards" && !ords.includes(ord)) return null;
  const cards = (mode === "cards" ? [ord] : ords).map((own) => cardOf(collection, note.id, own));
  return { collection, now, mode, note, type: noteTypeOf(collection, note.type), cards };
}
