import type { Fault } from "../../contract/faults.ts";
import type { CardId, Change, DeckId, Records } from "../../contract/shapes.ts";
import type { SessionView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { letIn } from "../pace/letIn.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Answer, answer } from "./answer.ts";
import { gather, type Queue } from "./queue.ts";

/**
 * Where a running session (main/study.ts) takes its cards from: a deck, or what the person chose. It may keep what it worked out, but
 * only where it follows from the collection: one made anew would hold the same cards.
 */
export interface Source {
  /** `chosen`: what core/filtered found. */
  readonly kind: "deck" | "chosen";
  /** The deck that is studied; null for all, and where the cards are no deck's. */
  readonly deck: DeckId | null;
  /**
   * What it holds now. `changed` are the session's own changes since it was last asked, in order (answers, burying, what was taken
   * back); null if anything may have changed, or another day has begun.
   */
  queue(collection: Collection, now: Moment, changed: readonly Records[] | null): Queue;
  /** The change that an answer makes. Faults as `answer`. */
  answer(collection: Collection, input: Answer, now: Moment): Change | Fault;
  /** Whether a card whose answer is taken back is shown again though the queue does not hold it; absent: always. */
  admits?(card: CardId): boolean;
  /** The session as the window shows it, with what is different about this one. */
  dress?(view: SessionView, collection: Collection): SessionView;
}

/** What a study day holds for a deck (null: for all), as far as the day's minutes and plans let it in. */
export const deckSource = (deck: DeckId | null): Source => ({
  kind: "deck",
  deck,
  queue: (collection, now) => letIn(collection, gather(collection, deck, now), now),
  answer,
});
