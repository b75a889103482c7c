// Why a card is shown, and why it comes back when it does: causes as data. The words are the renderer's.

/** What is known of a card that was seen before. */
export interface Before {
  /** Instant of the last review. */
  last: number;
  /** Expected recall now, and the one at which it is meant to come back; 0..1. */
  recall: number;
  target: number;
}

/** Why a card is here now. */
export type Why =
  | { cause: "new" }
  /** Made new by hand, after it had been studied. */
  | { cause: "reset" }
  /** A step of learning, or of learning again. `early`: milliseconds before its time, since nothing else is left; 0 if it is time. */
  | ({ cause: "learning" | "relearning"; early: number } & Before)
  | ({ cause: "due" } & Before)
  /** Due so many study days ago. */
  | ({ cause: "late"; days: number } & Before)
  /** Due in so many study days: studied ahead of its day. */
  | ({ cause: "early"; days: number } & Before)
  /** Its day was set by hand, or by a plan of the person's (days off); so many study days ago. */
  | ({ cause: "byHand" | "moved"; days: number } & Before);

/** Why a grade brings a card back when it does, where one would wonder; `was` is the last gap, in days. */
export type Because =
  /** A step; once those are done, it stays away for about so many days. Null if that cannot be said. */
  | { because: "step"; after: number | null }
  /** Without steps FSRS asks for another look on the same day. */
  | { because: "sameDay"; after: number | null }
  /** A step that reaches into another study day. */
  | { because: "overnight"; after: number | null }
  /** It was forgotten, and so comes sooner than before. */
  | { because: "forgotten" }
  /** No card stays away for longer. */
  | { because: "maximum"; most: number }
  /** Shorter than the last gap, which was set by hand, or stretched by a plan. */
  | { because: "byHand" | "moved"; was: number }
  /** Shorter than the last gap, which was more than the target asks: it was raised since, or the weights have changed. */
  | { because: "longer"; was: number }
  /** Before so many study days before its day: the answer says little. */
  | { because: "early"; days: number }
  /** Less than the study days that have passed since it was last seen: known so late, which says much, but not all. */
  | { because: "late"; elapsed: number };
