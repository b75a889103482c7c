// What the screens show, as plain data. Words are the renderer's; numbers and records are ours.
import type { DiffPart, Face } from "./face.ts";
import type { FilteredView } from "./filtered.ts";
import type { BudgetView, CatchUpView, GapView } from "./pace.ts";
import type { CardId, DeckId, Grade, NoteId, NoteTypeId, Op, Phase, Review, Settings, Theme } from "./shapes.ts";
import type { Because, Why } from "./why.ts";

/** How long until a card comes back. */
export type Wait = { unit: "seconds" | "days"; n: number };

export interface DeckView {
  id: DeckId;
  /** The path, outermost first. */
  path: string[];
  description: string;
  /** Cards in it, inner decks included; so with the counts below. */
  cards: number;
  due: number;
  fresh: number;
  /** Cards never studied, whatever today's limit. */
  unseen: number;
}

export interface TodayView {
  now: number;
  /** What today's limits still admit: learning and review cards; new cards. */
  due: number;
  fresh: number;
  minutes: number;
  /** Expected share of the due reviews that you still remember, 0..1; null without any. */
  recall: number | null;
  /** Due reviews whose recall has fallen more than ten points below the target. */
  slipping: number;
  /** In order of the path, outer decks before inner ones. */
  decks: DeckView[];
  /** Expected minutes today and on the 13 days after. */
  ahead: number[];
  /** Answers on each of the last 14 study days; the last is today. */
  past: number[];
  /** When a learning card comes back if nothing else is left today. */
  waiting: number | null;
  /** Learning cards that come back later today. */
  later: number;
  /** When this study day ends, and all of this with it. */
  until: number;
  /** Null without a budget. */
  budget: BudgetView | null;
  /** After three missed days or more with a backlog, until a plan is chosen or the backlog is gone. */
  gap: GapView | null;
  catchUp: CatchUpView | null;
  /** Today is a day off. */
  dayOff: boolean;
  /** Study days in a row up to today, days off left out of account; null if the person does not want them counted. */
  streak: number | null;
}

export interface Preview {
  grade: Grade;
  wait: Wait;
  /** Expected recall when it comes back, 0..1. */
  recall: number;
  /** The instant it comes back, or the start of that study day. */
  back: number;
  /** Null where there is nothing to wonder about. */
  because: Because | null;
  /** The answer is not scheduled, and the card stays as it is: it comes back in this session, or is done in it. */
  cram?: "again" | "done";
}

/** What was on show: how often the card had been answered, when its previews were made, and their days by grade (null: seconds). */
export interface Seen {
  reps: number;
  at: number;
  days: [number | null, number | null, number | null, number | null];
}

export interface CardView {
  card: CardId;
  note: NoteId;
  deck: string[];
  phase: Phase;
  face: Face;
  /** 0 for none. */
  flag: number;
  /** The note has the tag “marked”. */
  marked: boolean;
  /** Hand it back with the answer: it names the very state that the previews were made from, and what they showed. */
  seen: Seen;
  previews: [Preview, Preview, Preview, Preview];
  /** Forgot and Got it, or all four grades. */
  buttons: 2 | 4;
  why: Why;
  /** How often it was answered in this session without being scheduled; absent where answers count. */
  round?: number;
}

export interface Left {
  learning: number;
  review: number;
  fresh: number;
  minutes: number;
}

export interface SessionView {
  deck: DeckId | null;
  /** Null in a session of the day. */
  filtered: FilteredView | null;
  now: number;
  /** The card to show and the one after it. Empty: the session is over, or waits for a learning card. */
  ahead: CardView[];
  left: Left;
  /** When the next learning card comes back, if `ahead` is empty and one is due today. */
  waiting: number | null;
  /** The budget is used up: reviews wait, and the session ends. */
  spent: boolean;
  /** What undo and redo would take back or do again. */
  undo: Op | null;
  redo: Op | null;
}

/** `done` is null when there was nothing to take back or do again; `session` is the running one, if any. */
export interface UndoView {
  done: { op: Op; what: string } | null;
  session: SessionView | null;
}

export interface TypedView {
  verdict: "right" | "close" | "wrong";
  diff: DiffPart[];
  proposed: Grade;
}

export interface NoteView {
  id: NoteId;
  type: NoteTypeId;
  typeName: string;
  deckId: DeckId;
  deck: string[];
  fields: { id: string; name: string; value: string; help: string }[];
  tags: string[];
}

export interface CardInfoView {
  card: CardId;
  title: string;
  deck: string[];
  typeName: string;
  phase: Phase;
  created: number;
  first: number | null;
  last: number | null;
  /** When it is due: an instant, or the start of a study day. */
  due: number | null;
  interval: number;
  /** Days; null while new. */
  stability: number | null;
  difficulty: number | null;
  recall: number | null;
  target: number;
  reps: number;
  lapses: number;
  /** Oldest first. */
  log: Review[];
}

export interface SummaryView {
  answers: number;
  cards: number;
  took: number;
  /** Share of review answers that were not Again, 0..1; null without any. */
  remembered: number | null;
  target: number;
  /** Cards whose recall was below the target and is above it again. */
  saved: number;
  /** At most three: most often forgotten, then slowest. */
  hardest: { card: CardId; note: NoteId; title: string; again: number; took: number }[];
  /** What tomorrow brings, new cards included; `at` is when it begins. */
  tomorrow: { cards: number; minutes: number; at: number };
  /** Expected minutes on the 14 days from tomorrow. */
  ahead: number[];
  /** When the next learning card of the session's deck comes back today. */
  waiting: number | null;
  budget: BudgetView | null;
  catchUp: CatchUpView | null;
  /** Cards that became leeches in this sitting. */
  leeches: CardId[];
}

export interface SettingsView {
  theme: Theme;
  autoplay: boolean;
  rolloverHour: number;
  desiredRetention: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** As written: "1m 10m". */
  learningSteps: string;
  relearningSteps: string;
  /** Minutes. */
  learnAhead: number;
  maximumInterval: number;
  limitsFromTop: boolean;
  /** Minutes a day; null for none. */
  budget: number | null;
  streak: boolean;
  timer: boolean;
  /** Minutes; 0 for never. */
  timebox: number;
  autoAdvance: Settings["autoAdvance"];
  told: string[];
  folder: string;
  version: string;
}

export interface Problem {
  line: number;
  cause: string;
}

export interface ImportView {
  decks: string[];
  added: number;
  changed: number;
  same: number;
  problems: Problem[];
}

export interface CheckView {
  folder: string;
  decks: number;
  notes: number;
  cards: number;
  reviews: number;
  /** Journal lines read, and what could not be read. */
  lines: number;
  problems: string[];
}
