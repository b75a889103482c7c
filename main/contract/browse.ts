// What Browse shows and does, as plain data. Words are the renderer's; numbers and records are ours.
import type { CardId, DeckId, NoteId, NoteTypeId, Phase, SavedSearch } from "./shapes.ts";

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

/** What can be done to many cards or notes at once. */
export type BulkChange =
  /** To the deck of that name, which is made if it is not there. Cards of one note stay together. */
  | { kind: "move"; deck: string }
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "suspend"; on: boolean }
  | { kind: "bury"; on: boolean }
  | { kind: "flag"; flag: number }
  /** As Anki writes it: `0`, `3`, `5-7`, `60-90!` (which also makes it the interval). */
  | { kind: "due"; days: string }
  | { kind: "reset" }
  /** New cards come in this order from now on. */
  | { kind: "reposition"; start: number; step: number; random: boolean; shift: boolean }
  | { kind: "delete" };

/** What a change would do, or did. */
export interface BulkEffects {
  /** Chosen: cards and the notes they belong to. */
  cards: number;
  notes: number;
  /** Records that differ afterwards: cards for what is done to cards, notes for what is done to notes. */
  changed: number;
  /** Cards that were not chosen but share a note with one that was, and so are moved or deleted with it. */
  along: number;
}

export interface Replacement {
  find: string;
  replace: string;
  regex: boolean;
  matchCase: boolean;
  /** The name of a field, in whatever note type; or everywhere, or in tags. */
  where: { in: "all" } | { in: "field"; name: string } | { in: "tags" };
}

/** One place that changes, with a little of what lies around it. */
export interface ReplaceSample {
  note: NoteId;
  /** Its name; "" for tags. */
  field: string;
  before: string;
  after: string;
}

/** What find and replace would do, or did. */
export type ReplaceView =
  | {
      /** Notes that differ afterwards. */
      notes: number;
      /** Notes that stay as they are: they could no longer be asked afterwards, or take too long. */
      refused: number;
      /** The first few places. */
      samples: ReplaceSample[];
    }
  | { problem: SearchProblem };

/** Notes that say the same, or almost: the first is the oldest. `alike` is the least similarity to it, 0..1; 1 is the same. */
export interface DuplicateGroup {
  alike: number;
  notes: { note: NoteId; type: NoteTypeId; deck: string[]; text: string; cards: number }[];
}

export type DuplicatesView =
  | { groups: DuplicateGroup[] /** Groups beyond those that are given. */; more: number }
  | { problem: SearchProblem };

/** A suggestion that takes the place of `length` units at `offset`. */
export interface Completion {
  kind: "prefix" | "deck" | "tag" | "noteType" | "card" | "field" | "state" | "property" | "flag" | "preset";
  /** What is written, quoted and escaped as needed. */
  insert: string;
  /** What the person reads. */
  label: string;
  offset: number;
  length: number;
  /** The value may still be typed: no blank after it. */
  open: boolean;
}

/** A deck or a tag with all that lies inside it. */
export interface TreeNode {
  /** The last part of the name. */
  label: string;
  /** The whole name, with `::`. */
  name: string;
  /** Cards of a deck, notes of a tag; inner ones included. */
  count: number;
  /** The search that finds it. */
  query: string;
  /** Of a deck; null for a tag. */
  deck: DeckId | null;
  children: TreeNode[];
}

export interface SidebarView {
  decks: TreeNode[];
  tags: TreeNode[];
  /** Notes without any tag. */
  untagged: number;
  noteTypes: { id: NoteTypeId; name: string; count: number; query: string; cards: { name: string; query: string }[] }[];
  states: { state: "new" | "learn" | "review" | "due" | "suspended" | "buried"; count: number; query: string }[];
  flags: { flag: number; count: number; query: string }[];
  searches: SavedSearch[];
}

/** What becomes of the cards of a deck that is deleted. */
export type DeckEnd = { cards: "delete" } | { cards: "move"; to: DeckId };

/** What a deck holds, inner decks included. */
export interface DeckEffects {
  decks: number;
  notes: number;
  cards: number;
}
