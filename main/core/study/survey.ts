import type { Card, CardId, DeckId, Note } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import { cardIds } from "../note/cards.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";

/** What a note brings to a study day, before any limit: its steps within the day; or else one due card; or else one new one. */
export interface Offer {
  note: Note;
  learning: Card[];
  due: Card | null;
  fresh: CardId | null;
}

/**
 * What cards of those decks bring to the day, note by note, in one pass. A note that was met today, in whatever deck, brings only
 * steps within the day: so its cards come on different days.
 */
export function survey(collection: Collection, decks: ReadonlySet<DeckId>, now: Moment): Offer[] {
  const day = studyDay(now.ms, now.calendar);
  const today = { day, from: startOf(day, now.calendar), to: startOf(day + 1, now.calendar) };
  const offers: Offer[] = [];
  for (const note of collection.notes.values()) {
    const offer = offerOf(collection, note, decks, today);
    if (offer.learning.length > 0 || offer.due || offer.fresh !== null) offers.push(offer);
  }
  return offers;
}

function offerOf(
  collection: Collection,
  note: Note,
  decks: ReadonlySet<DeckId>,
  today: { day: number; from: number; to: number },
): Offer {
  const learning: Card[] = [];
  let due: Card | null = null;
  let fresh: CardId | null = null;
  let met = false;
  for (const id of cardIds(collection, note)) {
    const card = collection.cards.get(id);
    if (card && card.last >= today.from && card.last < today.to) met = true;
    if (!decks.has(deckOf(note, card))) continue;
    if (card?.suspended || card?.buried === today.day) continue;
    if (!card || card.phase === "new") fresh ??= id;
    else if (card.due !== null) learning.push(card);
    else if (card.day <= today.day && (!due || card.day < due.day)) due = card;
  }
  if (learning.length > 0 || met) return { note, learning, due: null, fresh: null };
  return { note, learning, due, fresh: due ? null : fresh };
}
