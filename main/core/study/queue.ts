import type { Card, CardId, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, presetOf, settingsOf } from "../collection.ts";
import { decksWithin, rootOf } from "../deck/decks.ts";
import { cardIds } from "../note/cards.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { sumsOf } from "./days.ts";
import { mix } from "./mix.ts";

/** What one study day still holds for a deck (null: for all). Lists are small: the limits of the day bound them. */
export interface Queue {
  deck: DeckId | null;
  day: number;
  /** Cards on steps within the day, soonest first. */
  learning: { card: CardId; due: number }[];
  /** Everything that is due by the day, new cards mixed in, in the order in which it is shown. */
  main: CardId[];
}

/**
 * Gathers the queue in one pass over the notes.
 *
 * Order and limits are Anki's (rslib/src/scheduler/queue): steps within the day without limit; what is due by day within
 * the review limit, longest waiting first; then new cards within theirs, spread evenly among the rest. At most one
 * card of a note is met on one day, apart from its learning steps.
 */
export function gather(collection: Collection, deck: DeckId | null, now: Moment): Queue {
  const day = studyDay(now.ms, now.calendar);
  const began = startOf(day, now.calendar);
  const inside = decksWithin(collection, deck);
  const learning: Queue["learning"] = [];
  const due: { card: Card; key: number }[] = [];
  const fresh: { note: Note; id: CardId }[] = [];

  for (const note of collection.notes.values()) {
    if (!inside.has(note.deck)) continue;
    const found = meet(collection, note, day, began);
    if (found.learning.length) learning.push(...found.learning);
    else if (found.due) due.push({ card: found.due, key: hash(`${found.due.id} ${day}`) });
    else if (found.fresh !== null) fresh.push({ note, id: found.fresh });
  }

  const limits = presetOf(collection, (deck && collection.decks.get(deck)?.preset) || "default");
  const done = sumsOf(collection, day);
  due.sort((a, b) => a.card.day - b.card.day || a.key - b.key);
  // New cards count towards the review limit, those already met today included.
  const most = Math.max(0, limits.reviewsPerDay - done.reviews - done.fresh);
  const reviews = due.slice(0, most).map(({ card }) => card.id);
  const room = most - reviews.length;
  const news = takeInTurn(collection, fresh, Math.min(room, Math.max(0, limits.newPerDay - done.fresh)));
  learning.sort(byDue);
  return { deck, day, learning, main: mix(reviews, news) };
}

/** What one note brings to the day: its learning steps; or else one card that is due; or else one new card. */
function meet(collection: Collection, note: Note, day: number, began: number) {
  const learning: Queue["learning"] = [];
  let due: Card | null = null;
  let fresh: CardId | null = null;
  let seenToday = false;
  for (const id of cardIds(note)) {
    const card = collection.cards.get(id);
    if (card && card.last >= began) seenToday = true;
    if (card?.buried === day) continue;
    if (!card || card.phase === "new") fresh ??= id;
    else if (card.due !== null) learning.push({ card: id, due: card.due });
    else if (card.day <= day && (!due || card.day < due.day)) due = card;
  }
  return { learning, due: seenToday ? null : due, fresh: seenToday || due ? null : fresh };
}

/** New cards of each outermost deck in their own order, the decks by turns: no deck waits for another to be finished. */
function takeInTurn(collection: Collection, fresh: { note: Note; id: CardId }[], count: number): CardId[] {
  const rows = new Map<string, { note: Note; id: CardId }[]>();
  for (const item of fresh) {
    const deck = collection.decks.get(item.note.deck);
    const root = deck ? rootOf(deck) : "";
    const row = rows.get(root);
    if (row) row.push(item);
    else rows.set(root, [item]);
  }
  const turns = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  for (const row of turns) row.sort((a, b) => a.note.position - b.note.position);
  const taken: CardId[] = [];
  for (let i = 0; taken.length < count && turns.some((row) => i < row.length); i++) {
    for (const row of turns) if (row[i] && taken.length < count) taken.push((row[i] as { id: CardId }).id);
  }
  return taken;
}

const byDue = (a: { due: number }, b: { due: number }) => a.due - b.due;

/** The queue after a card was answered: the card moves to its new place, its siblings leave the day. */
export function settle(queue: Queue, card: Card): Queue {
  const prefix = `${card.note}/`;
  const main = queue.main.filter((id) => !id.startsWith(prefix));
  const learning = queue.learning.filter((item) => item.card !== card.id);
  if (card.due !== null) learning.push({ card: card.id, due: card.due });
  return { ...queue, main, learning: learning.sort(byDue) };
}

/** The learning cards that may be shown now: those that are due, and those within the learn-ahead limit. */
export function learningNow(queue: Queue, collection: Collection, now: Moment): [due: CardId[], soon: CardId[]] {
  const horizon = now.ms + settingsOf(collection).learnAhead * 1_000;
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
