import type { NoteType } from "../shapes.ts";
import { takes } from "./schemas.ts";

/** Note types: what a note may be, and how its cards look. */
export const noteTypeCalls = {
  noteTypes: takes({}).returns<NoteType[]>(),
};
