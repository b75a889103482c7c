// What Browse shows and does, as plain data. Words are the renderer's; numbers and records are ours.
import type { CardId, NoteId, Phase } from "./shapes.ts";

/** A row is a card, or a note with all its cards. */
export type BrowseMode = "cards" | "notes";

/** Anki's columns, in Anki's order. */
export const columns = [
  "question",
  "answer",
  "sortField",
  "card",
  "deck",
  "due",
  "interval",
  "ease",
  "lapses",
  "reviews",
  "created",
  "cardModified",
  "noteModified",
  "noteType",
  "tags",
  "position",
  "stability",
  "difficulty",
  "retrievability",
] as const;
export type Column = (typeof columns)[number];

/** Where a search, a pattern or a number is wrong, in UTF-16 units of the text, and what to do about it. */
export interface SearchProblem {
  offset: number;
  length: number;
  say: string;
}

/** A list that was found. The main process keeps it; the window asks for the rows that it shows. */
export interface Found {
  /** Names the list. Only the latest few are kept; an older one gives the fault `gone`. */
  result: string;
  /** Rows: cards or notes. */
  count: number;
}

export type BrowseView = Found | { problem: SearchProblem };

/** One cell of the list. Times are epoch milliseconds. */
export type Cell =
  | { kind: "text"; text: string }
  | { kind: "count"; n: number }
  /** A length of time. */
  | { kind: "days"; n: number }
  | { kind: "seconds"; n: number }
  | { kind: "instant"; at: number }
  /** A study day, by the instant at which it begins. */
  | { kind: "day"; at: number }
  /** The place of a new card among the new. */
  | { kind: "position"; n: number }
  /** 0..1 */
  | { kind: "share"; n: number }
  /** Several that differ: how many. */
  | { kind: "several"; n: number }
  /** Nothing to say: a new card has no interval, a note without tags has none. */
  | { kind: "none" };

export interface BrowseRow {
  /** In a list of notes: the note's first card. Null if the note makes none. */
  card: CardId | null;
  note: NoteId;
  /** One for each column that was asked for, in that order. */
  cells: Cell[];
  /** Of the card, or of all cards of the note. */
  suspended: boolean;
  buried: boolean;
  /** The note has the tag “marked”. */
  marked: boolean;
  /** Of the card; in a list of notes the flag that all its cards share, else 0. */
  flag: number;
  phase: Phase;
}
