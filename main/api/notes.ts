import { title } from "../core/note/cards.ts";
import { editNote } from "../core/note/editNote.ts";
import { noteView } from "../core/note/noteView.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const noteHandlers = ({ collection, world, commit }: Context): Part<"notes"> => ({
  note: ({ note }) => noteView(collection, note),
  editNote: async (input) => {
    const note = collection.notes.get(input.note);
    await commit("edit", note ? title(collection, note, 0) : "", editNote(collection, input, world.now()));
    return noteView(collection, input.note);
  },
});
