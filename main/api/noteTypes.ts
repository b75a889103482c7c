import { Failure, isFault } from "../contract/faults.ts";
import type { Records } from "../contract/shapes.ts";
import { emptyCards, removeEmptyCards } from "../core/note/emptyCards.ts";
import { allNoteTypes, knownType } from "../core/note/noteTypes.ts";
import { addType } from "../core/noteType/addType.ts";
import { changeType, changeTypeView, moveReviews } from "../core/noteType/changeType.ts";
import { deleteType } from "../core/noteType/deleteType.ts";
import { draftView } from "../core/noteType/draft.ts";
import { sampleNote } from "../core/noteType/sampleNote.ts";
import { saveType } from "../core/noteType/saveType.ts";
import { shapeType } from "../core/noteType/shapeType.ts";
import { notesOfType } from "../core/noteType/typeNotes.ts";
import { noteTypeRows } from "../core/noteType/typeRows.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export const noteTypeHandlers = ({ collection, store, world, commit }: Context): Part<"noteTypes"> => {
  const nameOf = (id: string) => knownType(collection, id)?.name ?? "";
  return {
    noteTypes: () => allNoteTypes(collection),
    noteTypeRows: () => noteTypeRows(collection),
    addNoteType: async (input) => {
      const added = addType(collection, input, world.now(), world.newId);
      if (isFault(added)) return added;
      await commit("noteType", added.type.name, added.records);
      return added.type;
    },
    shapeNoteType: ({ type, edit }) => shapeType(collection, type, edit, world.newId),
    noteTypeEffects: ({ type }) => draftView(collection, type),
    saveNoteType: async (input) => {
      await commit("noteType", input.type.name, saveType(collection, input, world.now()));
      return knownType(collection, input.type.id) ?? { code: "gone", detail: "note type" };
    },
    deleteNoteType: async (input) => {
      await commit("noteType", nameOf(input.type), deleteType(collection, input));
      return null;
    },
    sampleNote: ({ type, index }) => sampleNote(collection, type, index),
    notesOfType: ({ type }) => notesOfType(collection, type).map(({ id }) => id),
    changeTypeEffects: (input) => changeTypeView(collection, input),
    changeType: async (input) => {
      const change = changeType(collection, input, world.now());
      if (isFault(change)) throw new Failure(change);
      const reviews = moveReviews(change.moved, await store.reviewsOf([...change.moved.keys()]));
      const records: Records = { ...change.records, ...(reviews.length > 0 && { reviews }) };
      await commit("changeType", nameOf(input.to), records);
      return { notes: input.notes.length };
    },
    emptyCards: () => emptyCards(collection),
    removeEmptyCards: async ({ cards }) => {
      const records = removeEmptyCards(collection, cards);
      if (isFault(records)) return records;
      const removed = records.cards?.length ?? 0;
      await commit("delete", removed === 1 ? "1 empty card" : `${removed} empty cards`, records);
      return { removed };
    },
  };
};
