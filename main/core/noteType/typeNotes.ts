import type { Card, Note, NoteType, NoteTypeId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";

/** The notes of a type, in the order in which they came. */
export const notesOfType = (collection: Collection, type: NoteTypeId): Note[] =>
  [...collection.notes.values()].filter((note) => note.type === type);

/** How many notes each type has. */
export function noteCounts(collection: Collection): Map<NoteTypeId, number> {
  const counts = new Map<NoteTypeId, number>();
  for (const { type } of collection.notes.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** The rows of those notes' cards, by note; rows of cards that are no longer made included. */
export function rowsOf(collection: Collection, notes: readonly Note[]): Map<string, Card[]> {
  const rows = new Map<string, Card[]>(notes.map(({ id }) => [id, []]));
  for (const card of collection.cards.values()) rows.get(card.note)?.push(card);
  return rows;
}

/** An ordinal that no card of that type has, or had as far as memory reaches. */
export function freeOrd(collection: Collection, type: NoteType): number {
  const stored = collection.noteTypes.get(type.id)?.templates ?? [];
  const notes = notesOfType(collection, type.id);
  const rows = [...rowsOf(collection, notes).values()].flat();
  return 1 + [...type.templates, ...stored, ...rows].reduce((most, { ord }) => Math.max(most, ord), -1);
}
