import type { Fault } from "../../contract/faults.ts";
import type { NoteId } from "../../contract/shapes.ts";
import type { NoteView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { noteTypeOf } from "./noteTypes.ts";

/** A note as its editor shows it: every field of its type, in the type's order. Fault: `gone`. */
export function noteView(collection: Collection, id: NoteId): NoteView | Fault {
  const note = collection.notes.get(id);
  const deck = note && collection.decks.get(note.deck);
  if (!note || !deck) return { code: "gone", detail: "note" };
  const { name, fields } = noteTypeOf(collection, note.type);
  return {
    id,
    type: note.type,
    typeName: name,
    deckId: deck.id,
    deck: pathOf(deck),
    fields: fields.map(({ id, name, help }) => ({ id, name, help, value: note.fields[id] ?? "" })),
    tags: note.tags,
  };
}
