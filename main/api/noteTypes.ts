import { allNoteTypes } from "../core/note/noteTypes.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const noteTypeHandlers = ({ collection }: Context): Part<"noteTypes"> => ({
  noteTypes: () => allNoteTypes(collection),
});
