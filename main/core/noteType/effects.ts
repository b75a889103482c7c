import type { TypeEffects } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import { type Collection, cardId } from "../collection.ts";
import { ordinalsOf } from "../note/cards.ts";
import { notesOfType } from "./typeNotes.ts";

/** What it does to cards and texts that the notes of `before` become notes of `after` as they are. */
export function effects(collection: Collection, before: NoteType, after: NoteType): TypeEffects {
  const notes = notesOfType(collection, before.id);
  const sum: TypeEffects = { notes: notes.length, appear: 0, go: 0, reviews: 0, texts: 0 };
  const kept = new Set(after.fields.map(({ id }) => id));
  const dropped = before.fields.filter(({ id }) => !kept.has(id));
  for (const note of notes) {
    for (const { id } of dropped) if ((note.fields[id] ?? "").trim() !== "") sum.texts++;
    const [old, next] = [ordinalsOf(before, note), ordinalsOf(after, note)];
    sum.appear += next.filter((ord) => !old.includes(ord)).length;
    for (const ord of old) {
      if (next.includes(ord)) continue;
      sum.go++;
      sum.reviews += collection.cards.get(cardId(note.id, ord))?.reps ?? 0;
    }
  }
  return sum;
}
