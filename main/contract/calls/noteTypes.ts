import * as v from "valibot";
import type { EmptyCardsView } from "../emptyCards.ts";
import type { ChangeTypeView, DraftView, NoteTypeRow, SampleNote } from "../noteTypeEdits.ts";
import type { NoteId, NoteType } from "../shapes.ts";
import { id, instant, line, takes, text, whole } from "./schemas.ts";

const key = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const ord = whole(0, 1_000_000);
const place = whole(0, 1_000);

const field = v.strictObject({
  id: key,
  name: line,
  help: line,
  rtl: v.boolean(),
  sticky: v.boolean(),
  font: line,
  size: whole(0, 1_000),
  unsearched: v.boolean(),
});

const template = v.strictObject({ ord, name: line, front: text, back: text, listFront: text, listBack: text });

const kind = v.picklist(["standard", "cloze"]);
const format = v.picklist(["markdown", "html"]);

/** A whole note type, as a draft is. */
export const noteType = v.strictObject({
  id,
  name: line,
  kind,
  format,
  stock: v.nullable(v.picklist(["basic", "reversed", "optionalReversed", "typed", "cloze", "occlusion", "choice"])),
  fields: v.pipe(v.array(field), v.maxLength(100)),
  sort: v.pipe(v.string(), v.maxLength(100)),
  templates: v.pipe(v.array(template), v.maxLength(100)),
  css: text,
  modified: instant,
});

const edit = v.variant("kind", [
  v.strictObject({ kind: v.literal("addField") }),
  v.strictObject({ kind: v.literal("renameField"), field: key, name: line }),
  v.strictObject({ kind: v.literal("moveField"), field: key, to: place }),
  v.strictObject({ kind: v.literal("deleteField"), field: key }),
  v.strictObject({ kind: v.literal("addTemplate") }),
  v.strictObject({ kind: v.literal("moveTemplate"), ord, to: place }),
  v.strictObject({ kind: v.literal("deleteTemplate"), ord }),
  v.strictObject({ kind: v.literal("restore") }),
]);

const from = v.union([v.strictObject({ copy: id }), v.strictObject({ copy: v.null(), kind, format })]);

const mapping = v.strictObject({
  fields: v.record(key, v.nullable(key)),
  templates: v.record(v.pipe(v.string(), v.regex(/^\d{1,7}$/)), v.nullable(ord)),
});
const notes = v.pipe(v.array(id), v.minLength(1), v.maxLength(1_000_000));

/** Note types: what a note may be, and how its cards look. */
export const noteTypeCalls = {
  noteTypes: takes({}).returns<NoteType[]>(),
  noteTypeRows: takes({}).returns<NoteTypeRow[]>(),
  addNoteType: takes({ name: line, from }).returns<NoteType>(),
  /** A draft after one step; nothing is saved. */
  shapeNoteType: takes({ type: noteType, edit }).returns<NoteType>(),
  /** What is wrong with a draft, and what saving it would do. */
  noteTypeEffects: takes({ type: noteType }).returns<DraftView>(),
  /** `seen` is when the type was changed last, as it was when the draft began. */
  saveNoteType: takes({ type: noteType, seen: instant }).returns<NoteType>(),
  deleteNoteType: takes({ type: id, seen: instant, withNotes: v.boolean() }).returns<null>(),
  /** A note of that type to try a draft with; `index` goes round. */
  sampleNote: takes({ type: noteType, index: whole(-1e9, 1e9) }).returns<SampleNote>(),
  changeTypeEffects: takes({ notes, to: id, mapping: v.nullable(mapping) }).returns<ChangeTypeView>(),
  changeType: takes({ notes, to: id, mapping: v.nullable(mapping) }).returns<{ notes: number }>(),
  notesOfType: takes({ type: id }).returns<NoteId[]>(),
  /** Cards that their notes no longer make, though something had happened to them. */
  emptyCards: takes({}).returns<EmptyCardsView[]>(),
  /** Forgets them, as one change; those of the list that are made again stay. */
  removeEmptyCards: takes({ cards: v.pipe(v.array(id), v.minLength(1), v.maxLength(1_000_000)) }).returns<{
    removed: number;
  }>(),
};
