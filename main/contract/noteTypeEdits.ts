// Editing note types: what the screen asks for, and what it is told before anything is saved.
import type { CardId, DeckId, NoteId, NoteType } from "./shapes.ts";

/** One step of editing a draft that takes more than setting a value: references follow, ids are given, something must stay. */
export type TypeEdit =
  | { kind: "addField" }
  | { kind: "renameField"; field: string; name: string }
  | { kind: "moveField"; field: string; to: number }
  | { kind: "deleteField"; field: string }
  | { kind: "addTemplate" }
  | { kind: "moveTemplate"; ord: number; to: number }
  | { kind: "deleteTemplate"; ord: number }
  /** A type that Mneme brings, as it came. */
  | { kind: "restore" };

export type TemplateSide = "front" | "back" | "listFront" | "listBack";

/** Where in a note type something is wrong. Lines and columns count from 1. */
export type TypePlace =
  | { in: "type" }
  | { in: "field"; field: string }
  | { in: "template"; ord: number }
  | { in: "side"; ord: number; side: TemplateSide; offset: number; line: number; column: number };

export interface TypeProblem {
  at: TypePlace;
  /** A sentence for the person. */
  say: string;
  /** Whether the type cannot be saved like this. */
  refuses: boolean;
}

/** What an edit does to the notes of a type and to their cards. */
export interface TypeEffects {
  notes: number;
  /** Cards that come to be, and cards that are no longer made. */
  appear: number;
  go: number;
  /** Reviews of the cards that go. */
  reviews: number;
  /** Texts in fields that are no longer there. */
  texts: number;
}

export interface DraftView {
  problems: TypeProblem[];
  effects: TypeEffects;
}

export interface NoteTypeRow {
  type: NoteType;
  notes: number;
  /** Brought by Mneme. */
  stock: boolean;
  /** Brought by Mneme and changed by the person. */
  edited: boolean;
}

/** A note to try a template with: one of that type, or an example where there is none. */
export interface SampleNote {
  note: NoteId | null;
  fields: Record<string, string>;
  tags: string[];
  deck: DeckId | null;
  /** Which one it is, of how many. */
  index: number;
  of: number;
}

/** For each field and card of the new type, that of the old one; null for none. Without a cloze on either side only. */
export interface TypeMapping {
  fields: Record<string, string | null>;
  /** By ordinal of the new template. */
  templates: Record<string, number | null>;
}

/** What is known before the type of notes is changed. */
export interface ChangeTypeView {
  from: NoteType;
  to: NoteType;
  /** As given, or by the same names and then by place. */
  mapping: TypeMapping;
  /** Whether cards go by their place, since one of the two is a cloze. */
  byPlace: boolean;
  effects: TypeEffects;
}

/** Cards that moved to another ordinal, so that their reviews follow; null for one that is no more. */
export type MovedCards = ReadonlyMap<CardId, CardId | null>;
