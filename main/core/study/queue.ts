import type { Card, CardId, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, deckOf, presetOf, settingsOf } from "../collection.ts";
import { decksWithin, rootOf } from "../deck/decks.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { dayId, sumsOf } from "./days.ts";
import { mix } from "./mix.ts";
import { type Offer, survey } from "./survey.ts";

/** What one study day still holds for a deck (null: for all). Lists are small: the limits of the day bound them. */
export interface Queue {
  deck: DeckId | null;
  day: number;
  /** Cards on steps within the day, soonest first. */
  learning: { card: CardId; due: number }[];
  /** Everything that is due by the day, new cards mixed in, in the order in which it is shown. */
  main: CardId[];
  /** The day's minutes are used up, and something waits (core/pace/letIn.ts). */
  spent?: boolean;
}

/**
 * Gathers the queue from what the notes offer. The order is Anki's (rslib/src/scheduler/queue): steps within the day, without limit; what is due by
 * the day within the review limit, steps first, then reviews, longest waiting first; then new cards within their own limit,
 * spread evenly among the rest. Unlike Anki's, the limits hold for the day as a whole, whichever deck is studied.
 */
export function gather(
  collection: Collection,
  deck: DeckId | null,
  now: Moment,
  offers: readonly Offer[] = survey(collection, decksWithin(collection, deck), now),
): Queue {
  const day = studyDay(now.ms, now.calendar);
  const learning = offers.flatMap((offer) => offer.learning).map(({ id, due }) => ({ card: id, due: due ?? 0 }));
  const due = offers.flatMap((offer) => offer.due ?? []);
  const fresh = offers.flatMap(({ note, fresh: id }) => (id === null ? [] : [{ note, id }]));
  const room = roomFor(collection, deck, day, due.length, fresh.length);
  const reviews = inOrder(due, day).slice(0, room.due);
  const done = sumsOf(collection, day);
  const main = mix(reviews, takeInTurn(collection, fresh, room.fresh, day), {
    a: done.reviews + done.interday,
    b: done.fresh,
  });
  return { deck, day, learning: learning.sort(byDue), main };
}

/** How many of so many due and new cards the day's limits still admit. New cards count towards the review limit. */
export function roomFor(
  collection: Collection,
  deck: DeckId | null,
  day: number,
  due: number,
  fresh: number,
): { due: number; fresh: number } {
  const limits = presetOf(collection, (deck && collection.decks.get(deck)?.preset) || "default");
  const done = sumsOf(collection, day);
  const most = Math.max(0, limits.reviewsPerDay - done.reviews - done.interday - done.fresh);
  const admitted = Math.min(due, most);
  const news = Math.min(fresh, most - admitted, Math.max(0, limits.newPerDay - done.fresh));
  return { due: admitted, fresh: news };
}

function inOrder(due: Card[], day: number): CardId[] {
  const keyed = due.map((card) => ({ card, step: card.phase === "review" ? 1 : 0, key: hash(`${card.id} ${day}`) }));
  keyed.sort((a, b) => a.step - b.step || a.card.day - b.card.day || a.key - b.key);
  return keyed.map(({ card }) => card.id);
}

/** New cards of each outermost deck in their own order, the decks by turns: no deck waits for another to be finished. */
function takeInTurn(collection: Collection, fresh: { note: Note; id: CardId }[], count: number, day: number): CardId[] {
  const rows = new Map<string, { note: Note; id: CardId }[]>();
  for (const item of fresh) {
    const deck = collection.decks.get(deckOf(item.note, collection.cards.get(item.id)));
    const root = deck ? rootOf(deck) : "";
    const row = rows.get(root);
    if (row) row.push(item);
    else rows.set(root, [item]);
  }
  const done = new Map<string, number>();
  for (const deck of collection.decks.values()) {
    const root = rootOf(deck);
    done.set(root, (done.get(root) ?? 0) + (collection.days.get(dayId(day, deck.id))?.fresh ?? 0));
  }
  const taken = [...rows].flatMap(([root, row]) => {
    row.sort((a, b) => a.note.position - b.note.position);
    return row.map(({ id }, i) => ({ id, root, turn: (done.get(root) ?? 0) + i }));
  });
  taken.sort((a, b) => a.turn - b.turn || (a.root < b.root ? -1 : 1));
  return taken.slice(0, count).map(({ id }) => id);
}

const byDue = (a: { due: number }, b: { due: number }) => a.due - b.due;

/** The queue after a card was answered: the card moves to its new place. Its siblings were never in it. */
export function settle(queue: Queue, card: Card): Queue {
  const main = queue.main.filter((id) => id !== card.id);
  const learning = queue.learning.filter((item) => item.card !== card.id);
  if (card.due !== null) learning.push({ card: card.id, due: card.due });
  return { ...queue, main, learning: learning.sort(byDue) };
}

/** The queue with that card at the head of the day's, unless it waits on a step: it was on show, and is wanted again. */
export function withFirst(queue: Queue, card: CardId): Queue {
  if (queue.learning.some((item) => item.card === card)) return queue;
  return { ...queue, main: [card, ...queue.main.filter((id) => id !== card)] };
}

/** The instant up to which steps may be shown before they are due. */
export const learnAheadUntil = (collection: Collection, now: Moment): number =>
  now.ms + settingsOf(collection).learnAhead * 1_000;

/** The learning cards that may be shown now: those that are due, and those within the learn-ahead limit. */
export function learningNow(queue: Queue, collection: Collection, now: Moment): [due: CardId[], soon: CardId[]] {
  const horizon = learnAheadUntil(collection, now);
  const due = queue.learning.filter((item) => item.due <= now.ms);
  const soon = queue.learning.filter((item) => item.due > now.ms && item.due <= horizon);
  return [due.map((item) => item.card), soon.map((item) => item.card)];
}

/**
 * The next cards to show, at most `count`, beginning with `first` if the queue still holds it: steps that are due, then the
 * day's cards, then steps within the learn-ahead limit. `just` (the card answered last) goes behind another one if it can.
 */
export function upcoming(
  queue: Queue,
  collection: Collection,
  now: Moment,
  count: number,
  { first, just }: { first?: CardId | undefined; just?: CardId | undefined } = {},
): CardId[] {
  const [due, soon] = learningNow(queue, collection, now);
  const all = [...due, ...queue.main, ...soon];
  const last = just !== undefined && all.includes(just) ? [just] : [];
  const head = first !== undefined && all.includes(first) ? [first] : [];
  return [...new Set([...head, ...all.filter((id) => id !== just), ...last])].slice(0, count);
}
