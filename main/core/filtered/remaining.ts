import type { FilteredSpec } from "../../contract/filtered.ts";
import type { Card, CardId, Grade } from "../../contract/shapes.ts";
import { type Collection, cardOf } from "../collection.ts";
import { ordinals } from "../note/cards.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";

/** A session over chosen cards. What of it is still to come follows from what became of the cards, so undo needs nothing of its own. */
export interface Filtered {
  spec: FilteredSpec;
  /** As they were when it began, in order. */
  cards: ReadonlyMap<CardId, Card>;
  /** Reviews that were in memory already. */
  before: ReadonlySet<string>;
}

/** A session that begins with these cards. */
export const begin = (collection: Collection, spec: FilteredSpec, cards: readonly Card[]): Filtered => ({
  spec,
  cards: new Map(cards.map((card) => [card.id, card])),
  before: new Set(collection.reviews.keys()),
});

/** Seconds until a card that is not scheduled comes back after Again and Hard; null when it is done in this session. As in Anki. */
export const cramDelays: readonly [again: number, hard: number, good: null, easy: null] = [60, 600, null, null];

/** Cards on a step, or that come back in this session, soonest first; and the others, in the session's order. */
export interface Remaining {
  learning: { card: CardId; due: number }[];
  main: CardId[];
}

/**
 * What is left of a session. A card leaves it when it was answered and is due by the day, or done; when it was suspended, buried,
 * moved to another day or made new; when it is gone.
 */
export function remaining(collection: Collection, session: Filtered, now: Moment): Remaining {
  const today = studyDay(now.ms, now.calendar);
  const learning: Remaining["learning"] = [];
  const main: CardId[] = [];
  const place = session.spec.schedules ? scheduled : crammedPlace(collection, session);
  for (const [id, begun] of session.cards) {
    const card = present(collection, begun);
    if (!card || card.suspended || card.buried === today) continue;
    const due = place(card, begun);
    if (due === "main") main.push(id);
    else if (due !== "gone") learning.push({ card: id, due });
  }
  return { learning: learning.sort((a, b) => a.due - b.due), main };
}

type Place = "main" | "gone" | number;

const isUntouched = (card: Card, begun: Card): boolean =>
  (["phase", "day", "due", "reps"] as const).every((key) => card[key] === begun[key]);

const scheduled = (card: Card, begun: Card): Place => card.due ?? (isUntouched(card, begun) ? "main" : "gone");

function crammedPlace(collection: Collection, session: Filtered): (card: Card, begun: Card) => Place {
  const rows = crammed(collection, session);
  return (card, begun) => {
    const row = rows.get(card.id);
    if (!isUntouched(card, begun)) return "gone";
    return row ? (row.due ?? "gone") : "main";
  };
}

/** The card as it is now; null if its note makes it no more. */
function present(collection: Collection, { note: id, ord }: Card): Card | null {
  const note = collection.notes.get(id);
  return note && ordinals(collection, note).includes(ord) ? cardOf(collection, id, ord) : null;
}

/** How often each card was answered in this session without being scheduled, and when it comes back; null when it is done. */
export function crammed(
  collection: Collection,
  { cards, before }: Filtered,
): Map<CardId, { times: number; due: number | null }> {
  const rows = new Map<CardId, { times: number; due: number | null }>();
  for (const { id, card, kind, grade, at } of collection.reviews.values()) {
    if (kind !== "cram" || before.has(id) || !cards.has(card)) continue;
    const delay = cramDelays[(grade as Grade) - 1] ?? null;
    const times = (rows.get(card)?.times ?? 0) + 1;
    rows.set(card, { times, due: delay === null ? null : at + delay * 1_000 });
  }
  return rows;
}
