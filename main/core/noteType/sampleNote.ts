import type { SampleNote } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { notesOfType } from "./typeNotes.ts";

/** The note of that place among those of the type, to try a draft with; going round at the ends. Of none, an example. */
export function sampleNote(collection: Collection, type: NoteType, index: number): SampleNote {
  const notes = notesOfType(collection, type.id);
  const place = notes.length > 0 ? ((index % notes.length) + notes.length) % notes.length : 0;
  const note = notes[place];
  if (note)
    return { note: note.id, fields: note.fields, tags: note.tags, deck: note.deck, index: place, of: notes.length };
  return { note: null, fields: example(type), tags: [], deck: null, index: 0, of: 0 };
}

/** Each field says its name; of a cloze the first holds two gaps. */
function example({ kind, fields }: NoteType): Record<string, string> {
  const say = (name: string, i: number) =>
    kind === "cloze" && i === 0 ? `{{c1::First gap}} and {{c2::second gap::hint}} of ${name}` : `(${name})`;
  return Object.fromEntries(fields.map(({ id, name }, i) => [id, say(name, i)]));
}
