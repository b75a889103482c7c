import { type Fault, isFault } from "../../contract/faults.ts";
import type { CardId, Change, Grade } from "../../contract/shapes.ts";
import type { Seen } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { offsetAt } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import type { Outcome } from "../schedule/schedule.ts";
import { Answering } from "./answering.ts";
import { shown } from "./previews.ts";

export interface Answer {
  card: CardId;
  /** What was on show. Without the days, they are chosen now. */
  seen: Omit<Seen, "days"> & Partial<Seen>;
  grade: Grade;
  tookMs: number;
}

/** Previews older than this are made anew rather than trusted. */
const oldestPreview = 86_400_000;

/**
 * The change that an answer makes (see `Answering`). The outcome is the one that was on the button: it is computed for the same instant,
 * with the days that were shown. Faults: `gone`, and `conflict` if the card is no longer as it was seen. A clock that was set back
 * meanwhile is no fault: what was seen is then in the future.
 */
export function answer(collection: Collection, input: Answer, now: Moment): Change | Fault {
  const found = lookup(collection, input.card);
  if (isFault(found)) return found;
  const { seen, grade, tookMs } = input;
  if (found.card.reps !== seen.reps || now.ms - seen.at > oldestPreview) return { code: "conflict" };
  const outcomes = shown(collection, found, seen, now);
  if (!outcomes) return { code: "conflict" };

  const answering = new Answering(collection, now);
  answering.add(found, outcomes[grade - 1] as Outcome, { shown: seen.at, took: tookMs });
  return {
    at: now.ms,
    offset: offsetAt(now.ms, now.calendar.zone),
    op: "answer",
    what: title(collection, found.note, found.card.ord),
    records: answering.records(),
  };
}
