import type { HeldBack } from "../../contract/filtered.ts";
import type { Deck, DeckId, Records } from "../../contract/shapes.ts";
import { agendaOf } from "../agenda/agenda.ts";
import { type Collection, presetOf } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { gather } from "../study/queue.ts";

/** What the day's limits keep back in a deck with all inside it; null: in all. Cards that are buried wait for another day anyway. */
export function heldBack(collection: Collection, deck: DeckId | null, now: Moment): HeldBack {
  const agenda = agendaOf(collection);
  const decks = decksWithin(collection, deck);
  const { day, main } = gather(collection, deck, now);
  const waiting = { fresh: 0, reviews: 0 };
  for (const { card } of agenda.fresh(decks)) if (card?.buried !== day) waiting.fresh++;
  for (const { card } of agenda.dueCards(decks, day)) if (card?.buried !== day) waiting.reviews++;
  const admitted = main.filter((id) => (collection.cards.get(id)?.phase ?? "new") === "new").length;
  return {
    fresh: Math.max(0, waiting.fresh - admitted),
    reviews: Math.max(0, waiting.reviews - (main.length - admitted)),
  };
}

/**
 * Lets in so many more new cards or reviews of a deck, today only: its own limit grows, and that of every deck around and inside it, as
 * in Anki's custom study. Of all decks, the outermost ones that keep cards back share them.
 */
export function moreToday(
  collection: Collection,
  deck: DeckId | null,
  of: keyof HeldBack,
  count: number,
  now: Moment,
): Records {
  const shares = deck === null ? shared(collection, of, count, now) : new Map([[deck, count]]);
  const more = new Map<Deck, number>();
  for (const [id, n] of shares) {
    const own = collection.decks.get(id);
    if (!own || n === 0) continue;
    for (const other of collection.decks.values())
      if (isWithin(other, own) || isWithin(own, other)) more.set(other, (more.get(other) ?? 0) + n);
  }
  const today = studyDay(now.ms, now.calendar);
  const decks = [...more].map(([before, n]): [Deck, Deck] => [before, raised(collection, before, of, n, today)]);
  return decks.length > 0 ? { decks } : {};
}

const isWithin = (inner: Deck, outer: Deck): boolean =>
  inner.id === outer.id || inner.name.startsWith(`${outer.name}::`);

/** A deck whose limit today lets in `more` beyond what it would, or beyond what was done if that is more already. */
function raised(collection: Collection, deck: Deck, of: keyof HeldBack, more: number, day: number): Deck {
  const name = of === "fresh" ? "newPerDay" : "reviewsPerDay";
  const own = deck.today?.day === day ? deck.today : { day };
  const limit = own[name] ?? deck[name] ?? presetOf(collection, deck.preset)[name];
  return { ...deck, today: { ...own, [name]: Math.max(limit, done(collection, deck, of, day)) + more } };
}

function done(collection: Collection, deck: Deck, of: keyof HeldBack, day: number): number {
  const decks = decksWithin(collection, deck.id);
  let sum = 0;
  for (const row of collection.days.values())
    if (row.day === day && decks.has(row.deck)) sum += of === "fresh" ? row.fresh : row.reviews + row.interday;
  return sum;
}

/** Shares by turns, never more to a deck than it keeps back. */
function shared(collection: Collection, of: keyof HeldBack, count: number, now: Moment): Map<DeckId, number> {
  const decks = [...collection.decks.values()];
  const outermost = decks.filter((deck) => !decks.some((other) => other !== deck && isWithin(deck, other)));
  const rooms = outermost.map(({ id }) => ({ id, room: heldBack(collection, id, now)[of] }));
  const shares = new Map<DeckId, number>();
  let left = Math.min(
    count,
    rooms.reduce((sum, { room }) => sum + room, 0),
  );
  while (left > 0)
    for (const row of rooms) {
      if (row.room === 0 || left === 0) continue;
      row.room--;
      left--;
      shares.set(row.id, (shares.get(row.id) ?? 0) + 1);
    }
  return shares;
}
