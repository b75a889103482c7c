import type { Note } from "../../contract/shapes.ts";
import { fold } from "../search/fold.ts";

/** Anki's tag for notes of cards that are forgotten again and again. */
const tag = "leech";

/** The note with that tag, changed at that instant; itself if it has it. */
export const tagLeech = (note: Note, at: number): Note =>
  note.tags.some((own) => fold(own) === tag) ? note : { ...note, tags: [...note.tags, tag], modified: at };
