// What is stored: Anki's concepts and words. Times are epoch milliseconds; days are study days (see core/schedule/day.ts).

/**
 * What another program knows of a record and Mneme has no place for, by the program's name, as JSON text (numbers of any length
 * survive in it). Only that program's codec reads it; an export gives it back.
 */
export type Kept = Readonly<Record<string, string>>;

export type DeckId = string;
export type NoteId = string;
/** `<note id>/<ordinal>`: a card needs no row, and no id of its own, until something happens to it. */
export type CardId = string;

/** Parts of the path are joined with `::`, as in Anki: "Karabakh::Russia" lies inside "Karabakh". */
export interface Deck {
  id: DeckId;
  name: string;
  description: string;
  /** BCP 47, "" if unknown. */
  language: string;
  source: string;
  licence: string;
  /** ISO date up to which the facts hold, "" if none. */
  asOf: string;
  preset: string;
  /** Where they differ from its preset's. */
  desiredRetention?: number;
  newPerDay?: number;
  reviewsPerDay?: number;
  /** The limits of one study day alone. */
  today?: { day: number; newPerDay?: number; reviewsPerDay?: number };
  kept?: Kept;
}

export type NoteTypeId = string;

/** The note types that Mneme brings (core/note/stockTypes.ts); their ids are these words. */
export type StockId = "basic" | "reversed" | "optionalReversed" | "typed" | "cloze" | "occlusion" | "choice";

export interface FieldType {
  /** Stable, and the key of its text in every note: a new name or place touches no note. */
  id: string;
  name: string;
  /** What belongs in it. */
  help: string;
  rtl: boolean;
  /** Keeps its text for the next note that is added. */
  sticky: boolean;
  /** "" for the app's own. */
  font: string;
  /** Pixels in the editor; 0 for the app's own. */
  size: number;
  /** Left out when all fields are searched. */
  unsearched: boolean;
}

export interface Template {
  /** Stable, and the ordinal of its cards: a new place in the list moves no card. */
  ord: number;
  name: string;
  front: string;
  back: string;
  /** What the list of cards shows instead; "" for front and back. */
  listFront: string;
  listBack: string;
}

export interface NoteType {
  id: NoteTypeId;
  name: string;
  /** Of a cloze each gap number makes a card, all from the one template; else each template does. */
  kind: "standard" | "cloze";
  /** How its fields are written. */
  format: "markdown" | "html";
  /** What it was made from, and so which field plays which part; null if from nothing of ours. */
  stock: StockId | null;
  fields: FieldType[];
  /** Id of the field by which notes are listed. */
  sort: string;
  templates: Template[];
  css: string;
  modified: number;
  kept?: Kept;
}

export interface Note {
  id: NoteId;
  /** By which the same note is known in another collection; absent where that is its id (`guidOf`). */
  guid?: string;
  type: NoteTypeId;
  /** Where its cards are, but for those that have a deck of their own. */
  deck: DeckId;
  /** By field id, as it was written. Fields that the type no longer has may still be here; they do not count. */
  fields: Record<string, string>;
  tags: string[];
  /** New cards are introduced in this order within a deck. */
  position: number;
  created: number;
  modified: number;
  /**
   * How it came: a hash of each field's text by field id, and of its tags, its deck and so on (core/import/base.ts). With it a later version
   * can tell what its author changed from what the person changed. Absent for a note that was written here.
   */
  came?: Record<string, string>;
  kept?: Kept;
}

/** A file that notes may show or play. Its bytes lie under their hash (store/media.ts), never under a name from outside. */
export interface Media {
  /** The name by which notes refer to it; or the URL of an image that was fetched once. */
  id: string;
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string;
  size: number;
  /** MIME type, by its content. */
  type: string;
  added: number;
}

export interface SavedSearch {
  id: string;
  name: string;
  query: string;
}

export type Phase = "new" | "learning" | "review" | "relearning";

export interface Card {
  id: CardId;
  note: NoteId;
  ord: number;
  /** Absent where it is its note's (`deckOf`). */
  deck?: DeckId;
  phase: Phase;
  /** Index of the (re)learning step that the card waits on; 0 in other phases. */
  step: number;
  /** Instant it is due, for steps within a day; null when it is due by the day. */
  due: number | null;
  /** Study day on which it is due; 0 while new. */
  day: number;
  /** Days from the last review to `day`; 0 for steps within a day. */
  interval: number;
  /** FSRS memory: stability in days, difficulty 1..10; 0 while new. */
  stability: number;
  difficulty: number;
  /** Instant of the last review; 0 while new. */
  last: number;
  reps: number;
  lapses: number;
  /** Study day on which it was put off until the next; null if it was not. */
  buried: number | null;
  /** Put off because a sibling was met, and not by the person. */
  buriedAsSibling?: true;
  /** What set its day where no answer did, in the words of the log; until the next answer. */
  placed?: "due" | "moved";
  /** Not shown until the person says so. */
  suspended: boolean;
  /** 1..7 are Anki's colours (red, orange, green, blue, pink, turquoise, purple); 0 is none. */
  flag: number;
  kept?: Kept;
}

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;

/** One line of the permanent log. */
export interface Review {
  /** `at` as a string: no two reviews share a millisecond. */
  id: string;
  card: CardId;
  at: number;
  /** 0 for what was no answer (`kind`). */
  grade: Grade | 0;
  /**
   * Absent for an answer that counts. `cram`: answered without being scheduled. The rest were no answers: `due`, a due date set by hand;
   * `reset`, made new; `moved`, brought to another day by a plan of the person's. None of them says anything about the memory.
   */
  kind?: "cram" | "due" | "reset" | "moved";
  /** Milliseconds until the answer was given, at most 60,000 (Anki's cap). */
  took: number;
  /** Phase before the answer. */
  phase: Phase;
  /** Whole study days since the review before; 0 on the same day or for a new card. */
  elapsed: number;
  /** What came of it: days if positive, seconds if negative (Anki's convention). */
  interval: number;
  /** Of the memory after the answer; 0 where another program, which did not say, gave the answer. */
  stability: number;
  difficulty: number;
  /** Probability of recall at the moment of the review; null for a new card, and where another program asked. */
  recall: number | null;
  kept?: Kept;
}

/** Sums of one deck on one study day, kept so that nothing has to read the whole log. */
export interface Day {
  /** `<study day>/<deck id>` */
  id: string;
  day: number;
  deck: DeckId;
  answers: number;
  /** Answers to cards in the phase review, and how many of them were not Again. */
  reviews: number;
  recalled: number;
  /** Answers to steps that were due by the day; like reviews, they count towards the day's limit. */
  interday: number;
  /** Cards seen for the first time. */
  fresh: number;
  /** Milliseconds spent on answers. */
  took: number;
}

export interface Preset {
  id: string;
  name: string;
  /** 0.70..0.99 */
  desiredRetention: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** Seconds. */
  learningSteps: number[];
  relearningSteps: number[];
  /** Days. */
  maximumInterval: number;
  /** FSRS weights: 17, 19 or 21 numbers. */
  weights: number[];
  /** New cards do not count towards the limit of reviews. */
  newIgnoresReviews: boolean;
  /** Which siblings of a card that is met are put off until the next study day. */
  bury: { fresh: boolean; reviews: boolean; interday: boolean };
  /** Lapses at which a card is a leech, and again every half as many; 0 for never. */
  leechLapses: number;
  leechAction: "tag" | "suspend";
  /** Share of the usual load, Monday first: 1 normal, 0.5 reduced, 0 as little as can be. */
  easyDays: number[];
  /** Forgot and Got it, or all four grades. Hard and Easy have their keys in any case. */
  buttons: 2 | 4;
  order: Order;
  kept?: Kept;
}

/** In which order cards are gathered, sorted and mixed; the words are Anki's but for those that say so. */
export interface Order {
  /** `turns`, ours: outermost decks by turns, each by position. */
  newGather: "turns" | "deck" | "deckThenRandom" | "position" | "positionDown" | "randomNotes" | "randomCards";
  newSort: "gathered" | "template" | "templateThenRandom" | "randomNote" | "random";
  /** Where new cards stand among reviews, and steps of days among reviews. */
  newMix: Mix;
  interdayMix: Mix;
  reviews: ReviewOrder;
}

export type Mix = "mixed" | "before" | "after";

/** `auto`, ours: by day, and `loss` when there are more than the day can hold. `loss`, ours: what one more day would cost most, first. */
export type ReviewOrder =
  | "auto"
  | "loss"
  | "day"
  | "dayThenDeck"
  | "deckThenDay"
  | "intervalUp"
  | "intervalDown"
  | "difficultyUp"
  | "difficultyDown"
  | "recallUp"
  | "recallDown"
  | "overdue"
  | "random"
  | "addedUp"
  | "addedDown";

/** One file that was brought in. The records that it brought are those of its change in the journal. */
export interface Import {
  id: string;
  at: number;
  /** The file's name, without its folder. */
  file: string;
  format: FormatId;
  /** Names of the decks that its notes are in. */
  decks: string[];
  /** Notes; cards, reviews and media files are those that were added. */
  added: number;
  changed: number;
  same: number;
  cards: number;
  reviews: number;
  media: number;
  /** What was taken out again, once it was removed; null until then. */
  removed: { at: number; notes: number } | null;
  /** What belonged to the whole collection that it came from. */
  kept?: Kept;
}

/** The formats that decks come and go in (core/parcel/formats.ts). */
export type FormatId =
  | "apkg"
  | "colpkg"
  | "anki2"
  | "text"
  | "csv"
  | "markdown"
  | "markdownFolder"
  | "json"
  | "crowdanki"
  | "mnemosyne"
  | "mochi";

export type Theme = "system" | "light" | "dark";

export interface Settings {
  id: "settings";
  theme: Theme;
  /** Local hour at which a study day begins, 0..23. */
  rolloverHour: number;
  /** Seconds by which a learning card may be shown early when nothing else is left. */
  learnAhead: number;
  /** Whether sounds play by themselves when their side of a card appears. */
  autoplay: boolean;
  /** The limits of outer decks hold for a deck that is studied alone. */
  limitsFromTop: boolean;
  /** Minutes a day that the person wants to study; null for as many as there are. */
  budget: number | null;
  /** Minutes that were added to the budget on one study day. */
  more: { day: number; minutes: number } | null;
  /** Study days, today or later, on which the person does not study; ascending. Past ones stay, for the streak. */
  daysOff: number[];
  catchUp: CatchUp | null;
  /** Whether days studied in a row are counted. */
  streak: boolean;
  /** The time that an answer takes is shown. */
  timer: boolean;
  /** Minutes after which the cards done are told; 0 for never. */
  timebox: number;
  /** Seconds until the answer shows by itself, and until it is graded; 0 for never. */
  autoAdvance: { question: number; answer: number; action: "bury" | "again" | "hard" | "good" };
  /** Names of what was explained once and need not be again. */
  told: string[];
}

/** A plan to work off what waited while the person was away. */
export interface CatchUp {
  /** The study day on which it began; cards due before it are its backlog. */
  since: number;
  /** How many they were then. */
  total: number;
  /** Minutes a day: the usual, and what is added. */
  minutes: number;
  extra: number;
  /** The study day by whose end it was said to be done. */
  until: number;
}

export interface Tables {
  decks: Deck;
  noteTypes: NoteType;
  notes: Note;
  media: Media;
  searches: SavedSearch;
  cards: Card;
  days: Day;
  presets: Preset;
  settings: Settings;
  imports: Import;
  reviews: Review;
}

export type Op =
  | "welcome"
  | "answer"
  | "bury"
  | "suspend"
  | "unsuspend"
  | "flag"
  | "due"
  | "reset"
  | "reposition"
  | "add"
  | "edit"
  | "delete"
  | "tag"
  | "move"
  | "replace"
  | "changeType"
  | "noteType"
  | "media"
  | "deck"
  | "search"
  | "import"
  | "removeImport"
  | "settings"
  | "preset"
  | "limits"
  | "gradeNow"
  | "correct"
  | "daysOff"
  | "catchUp"
  | "undo"
  | "redo";

/** Pairs of a record before and after; null where it does not exist. */
export type Records = { [T in keyof Tables]?: [before: Tables[T] | null, after: Tables[T] | null][] };

/** The one value that is the journal line, the undo step and the notice to other screens at once. */
export interface Change {
  at: number;
  /** Minutes east of UTC at that moment. */
  offset: number;
  op: Op;
  /** Short words for the history: a card's question, a deck's name. */
  what: string;
  records: Records;
}
