import type { Note } from "../../contract/shapes.ts";
import { fold } from "../search/fold.ts";

/** Anki's tag for notes that want a second look. */
const tag = "marked";

export const isMarked = ({ tags }: Note): boolean => tags.some((own) => fold(own) === tag);

/** The note with the mark, or without it if it has one; changed at that instant. */
export const toggleMark = (note: Note, at: number): Note => ({
  ...note,
  tags: isMarked(note) ? note.tags.filter((own) => fold(own) !== tag) : [...note.tags, tag],
  modified: at,
});
