import type { NoteTypeRow } from "../../contract/noteTypeEdits.ts";
import type { Collection } from "../collection.ts";
import { allNoteTypes, stockType } from "../note/noteTypes.ts";
import { noteCounts } from "./typeNotes.ts";

/** Every note type with how many notes it has. */
export function noteTypeRows(collection: Collection): NoteTypeRow[] {
  const counts = noteCounts(collection);
  return allNoteTypes(collection).map((type) => {
    const stock = stockType(type.id) !== null;
    return { type, notes: counts.get(type.id) ?? 0, stock, edited: stock && collection.noteTypes.has(type.id) };
  });
}
