import * as v from "valibot";
import type { NoteView } from "../views.ts";
import { fields, id, tags, takes } from "./schemas.ts";

/** Reading and writing notes. */
export const noteCalls = {
  note: takes({ note: id }).returns<NoteView>(),
  /** Fields that are not given stay, and so does the deck. */
  editNote: takes({ note: id, fields, tags, deck: v.optional(id) }).returns<NoteView>(),
};
