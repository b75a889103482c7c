import type { Fault } from "../../contract/faults.ts";
import type { NoteTypeId, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { knownType, stockType } from "../note/noteTypes.ts";
import { notesOfType, rowsOf } from "./typeNotes.ts";

/**
 * Deletes a type of the person's own; with its notes and their cards if `withNotes`, or else only while it has none.
 * Faults: `gone`, `staleType`, `badType`.
 */
export function deleteType(
  collection: Collection,
  { type: id, seen, withNotes }: { type: NoteTypeId; seen: number; withNotes: boolean },
): Records | Fault {
  const type = knownType(collection, id);
  if (!type) return { code: "gone", detail: "note type" };
  if (stockType(id)) return { code: "badType", detail: `“${type.name}” comes with Mneme and cannot be deleted.` };
  if (type.modified !== seen) return { code: "staleType" };
  const notes = notesOfType(collection, id);
  if (notes.length > 0 && !withNotes)
    return {
      code: "badType",
      detail: `“${type.name}” still has notes: change their note type, or delete them with it.`,
    };
  const cards = [...rowsOf(collection, notes).values()].flat();
  return {
    noteTypes: [[type, null]],
    ...(notes.length > 0 && { notes: notes.map((note) => [note, null]) }),
    ...(cards.length > 0 && { cards: cards.map((card) => [card, null]) }),
  };
}
