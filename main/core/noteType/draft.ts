import type { DraftView, TypeProblem } from "../../contract/noteTypeEdits.ts";
import type { NoteType } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { allNoteTypes, knownType } from "../note/noteTypes.ts";
import { effects } from "./effects.ts";
import { typeProblems } from "./problems.ts";
import { tidyType } from "./tidyType.ts";
import { notesOfType } from "./typeNotes.ts";

/** All that is wrong with a draft, in its place. */
export function draftProblems(collection: Collection, draft: NoteType): TypeProblem[] {
  const before = knownType(collection, draft.id);
  const others = allNoteTypes(collection).filter(({ id }) => id !== draft.id);
  const names = others.map(({ name }) => name);
  return [...typeProblems(draft, before, names), ...formatProblems(collection, draft, before)];
}

function formatProblems(collection: Collection, draft: NoteType, before: NoteType | null): TypeProblem[] {
  if (!before || before.format === draft.format || notesOfType(collection, draft.id).length === 0) return [];
  const say =
    "Its notes are written that way already, and their text would mean something else. Change their note type instead.";
  return [{ at: { in: "type" }, say, refuses: true }];
}

/** What a draft would do, and what is wrong with it: shown before it is saved. */
export function draftView(collection: Collection, draft: NoteType): DraftView {
  const before = knownType(collection, draft.id) ?? draft;
  const next = tidyType(draft, before);
  return { problems: draftProblems(collection, next), effects: effects(collection, before, next) };
}
