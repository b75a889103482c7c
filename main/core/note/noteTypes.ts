import type { NoteType, NoteTypeId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { stockTypes } from "./stockTypes.ts";

const stock: ReadonlyMap<NoteTypeId, NoteType> = new Map(Object.entries(stockTypes));

/** A type without fields or cards, for notes whose type is gone. */
const unknown: NoteType = { ...stockTypes.basic, id: "", name: "Unknown", stock: null, fields: [], templates: [] };

/** The note type of that id, as the person has it or as Mneme brings it; one without cards if there is none. */
export const noteTypeOf = (collection: Collection, id: NoteTypeId): NoteType =>
  collection.noteTypes.get(id) ?? stock.get(id) ?? unknown;

/** The same, but null if there is none. */
export const knownType = (collection: Collection, id: NoteTypeId): NoteType | null =>
  collection.noteTypes.get(id) ?? stock.get(id) ?? null;

/** A type that Mneme brings, as it came; null for one of the person's own. */
export const stockType = (id: NoteTypeId): NoteType | null => stock.get(id) ?? null;

/** All note types: those that Mneme brings, then the person's own by name. */
export function allNoteTypes(collection: Collection): NoteType[] {
  const own = [...collection.noteTypes.values()].filter((type) => !stock.has(type.id));
  own.sort((a, b) => a.name.localeCompare(b.name));
  return [...[...stock.keys()].map((id) => noteTypeOf(collection, id)), ...own];
}
