import * as v from "valibot";
import { type RichDoc, richDoc } from "../rich.ts";
import type { NoteView } from "../views.ts";
import { type Draft, draft, type Hint, type Twin } from "../writing.ts";
import { fields, file, id, line, tags, takes, text } from "./schemas.ts";

const format = v.picklist(["markdown", "html"]);
/** A note as it is being written; `note` is null for a new one. */
const written = { type: id, fields, note: v.nullable(id) };

/** What an editor of notes needs. */
export const writingCalls = {
  /** The document of a field as it is stored. */
  fieldToRich: takes({ format, text }).returns<RichDoc>(),
  /** The field of a document. Only for fields that were changed: see contract/rich.ts. */
  richToField: takes({ format, doc: richDoc }).returns<string>(),
  /** What remains of HTML from another program. Pictures come as files, and are added by themselves. */
  cleanPaste: takes({ format, html: file }).returns<RichDoc>(),
  /** A text with its dates, numbers, names and the ends of its sentences made gaps; null if there is nothing to hide. */
  splitIntoClozes: takes({ text }).returns<string | null>(),
  addNote: takes({ type: id, deck: id, fields, tags }).returns<NoteView>(),
  /** Tags that begin so, or of which a part does, most used first; all of them without a prefix. */
  tags: takes({ prefix: v.optional(line) }).returns<string[]>(),
  /** Notes that ask the same, those of the same type first. */
  twins: takes(written).returns<Twin[]>(),
  /** At most two hints, the weightiest first. The window keeps which rules the person does not want to hear of. */
  doctor: takes(written).returns<Hint[]>(),
  /** Keeps unsaved text, until the next one of the same note. Null drops it: that of `note`, or else the one that was kept last. */
  saveDraft: takes({ draft: v.nullable(draft), note: v.optional(v.nullable(id)) }).returns<null>(),
  /** The draft that was kept last; null if there is none. */
  draft: takes({}).returns<Draft | null>(),
  /** Every draft, the one kept last first. */
  drafts: takes({}).returns<Draft[]>(),
};
