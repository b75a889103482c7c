import type { NoteView } from "../views.ts";
import { fields, id, tags, takes } from "./schemas.ts";

/** Reading and writing notes. */
export const noteCalls = {
  note: takes({ note: id }).returns<NoteView>(),
  editNote: takes({ note: id, fields, tags }).returns<NoteView>(),
};
