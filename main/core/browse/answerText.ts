import type { Note } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { face } from "../note/face.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { plainText } from "../note/plainText.ts";

/** What a card answers, as one line of plain text, uncut. */
export function answerText(collection: Collection, note: Note, ord: number): string {
  return plainText(face(noteTypeOf(collection, note.type), note, ord, 0).answer)
    .replace(/\s+/g, " ")
    .trim();
}
