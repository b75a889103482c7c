// What stands beside a note while it is written: its draft, its twins, advice.
import * as v from "valibot";
import { fields, id, tags } from "./calls/schemas.ts";
import type { NoteId } from "./shapes.ts";

export const draft = v.strictObject({
  /** The note that is edited; null for a new one. */
  note: v.nullable(id),
  type: id,
  deck: id,
  fields,
  tags,
});

/** Text that is not saved yet, as its editor has it. There is one for each note, and one for a new note. */
export type Draft = v.InferOutput<typeof draft>;

/** A note that asks what the one being written asks. */
export interface Twin {
  note: NoteId;
  /** What its first card asks, in one line. */
  title: string;
  deck: string[];
  typeName: string;
  fields: { name: string; value: string }[];
  /** Its first field is the same but for case, accents and punctuation. */
  near: boolean;
}

export type Rule =
  | "noGap"
  | "allHidden"
  | "longAnswer"
  | "manyFacts"
  | "list"
  | "yesNo"
  | "pronoun"
  | "ambiguous"
  | "pictureAlone";

/** Advice on a card. It forbids nothing. */
export interface Hint {
  rule: Rule;
  /** Id of the field it is about. */
  field: string;
  say: string;
  /** Why, for those who ask. */
  why: string;
  /** What one click would make of the fields; null where that is for the person to think about. */
  fix: { say: string; fields: Record<string, string> } | null;
}
