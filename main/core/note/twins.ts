import type { Note, NoteId, NoteTypeId } from "../../contract/shapes.ts";
import type { Twin } from "../../contract/writing.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { title } from "./cards.ts";
import { firstText, keyOf, notesAsking } from "./firstFields.ts";
import { noteTypeOf } from "./noteTypes.ts";

/** How many are shown: enough to see what is going on. */
const most = 5;

/**
 * Notes with the same first field as one that is being written: those of its type first, then those of other types, then those that differ in
 * case, accents and punctuation only.
 */
export function twins(
  collection: Collection,
  { type, fields, note }: { type: NoteTypeId; fields: Record<string, string>; note: NoteId | null },
): Twin[] {
  const own = noteTypeOf(collection, type);
  const text = firstText(own, fields);
  const key = keyOf(text);
  if (key === "") return [];
  const found = [...notesAsking(collection, key)].flatMap((id) => {
    const other = collection.notes.get(id);
    if (!other || id === note) return [];
    const otherType = noteTypeOf(collection, other.type);
    const isSame = firstText(otherType, other.fields) === text;
    return [{ other, otherType, order: isSame ? (other.type === type ? 0 : 1) : 2 }];
  });
  found.sort((a, b) => a.order - b.order || a.other.position - b.other.position);
  return found.slice(0, most).map(({ other, otherType, order }) => ({
    note: other.id,
    title: title(collection, other, 0),
    deck: deckPath(collection, other),
    typeName: otherType.name,
    fields: otherType.fields.map(({ id, name }) => ({ name, value: other.fields[id] ?? "" })),
    near: order === 2,
  }));
}

function deckPath(collection: Collection, { deck }: Note): string[] {
  const home = collection.decks.get(deck);
  return home ? pathOf(home) : [];
}
