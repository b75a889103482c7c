// Study beyond what is due today: a session over any cards, once. No card moves, and nothing of it stays but its answers.
import type { SearchProblem } from "./browse.ts";
import type { DeckId } from "./shapes.ts";

/** In which order a session shows its cards; the words are Anki's. */
export const filteredOrders = [
  "due",
  "oldestSeen",
  "random",
  "intervalUp",
  "intervalDown",
  "lapses",
  "addedUp",
  "addedDown",
  "recallUp",
  "recallDown",
  "overdue",
] as const;
export type FilteredOrder = (typeof filteredOrders)[number];

export const filteredStates = ["new", "due", "review", "all"] as const;
export type FilteredState = (typeof filteredStates)[number];

/** Which cards the person wishes to study. */
export type Wish =
  /** Answered Again within so many study days, today included. */
  | { kind: "forgotten"; days: number }
  /** Due on one of so many days to come, or already. */
  | { kind: "ahead"; days: number }
  /** New, and added within so many study days, today included. */
  | { kind: "added"; days: number }
  /** By state and tag: of notes that have one of some tags, and none of others. */
  | { kind: "state"; state: FilteredState; include: string[]; exclude: string[] }
  | { kind: "search"; query: string }
  /** Rows of a list that Browse found: pairs of positions, the second one not included. */
  | { kind: "rows"; result: string; ranges: [from: number, to: number][] };

export interface FilteredSpec {
  /** The deck that they are in, inner ones included; null for all. */
  deck: DeckId | null;
  wish: Wish;
  order: FilteredOrder;
  /** Cards at most. */
  limit: number;
  /** Answers count and give cards new days; else nothing about the cards changes. */
  schedules: boolean;
}

/** What comes of answering before a card is due. Days from today, means over the cards that are not due yet. */
export interface EarlyView {
  cards: number;
  /** When they come back after Good now; and after Good on the day that each is due. */
  now: number;
  onTime: number;
  /** Expected recall now, 0..1. */
  recall: number;
}

export type FilteredPreview =
  | {
      cards: number;
      minutes: number;
      /** Cards that were found, whatever the limit. */
      found: number;
      /** Found, and left out. */
      suspended: number;
      buried: number;
      /** How many of the session's cards are due by today, and on each day after; only as far as they go, and at most 30. */
      byDay: number[];
      /** Null if none of them is early. */
      early: EarlyView | null;
    }
  | { problem: SearchProblem };

/** How a session is told apart from that of the day. */
export interface FilteredView {
  spec: FilteredSpec;
  /** The deck's name; null for all. */
  deckName: string | null;
  /** Cards that it began with. */
  cards: number;
}

/** What today's limits keep back in a deck, inner ones included (null: in all). */
export interface HeldBack {
  fresh: number;
  reviews: number;
}
