import { type Fault, isFault } from "../../contract/faults.ts";
import type { CardId, Change } from "../../contract/shapes.ts";
import { type Collection, cardOf } from "../collection.ts";
import { lookup } from "../lookup.ts";
import { ordinals, title } from "../note/cards.ts";
import { offsetAt, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";

/** Puts a card, or every card of its note, off until the next study day. Fault: `gone`. */
export function bury(collection: Collection, id: CardId, wholeNote: boolean, now: Moment): Change | Fault {
  const found = lookup(collection, id);
  if (isFault(found)) return found;
  const { note, card } = found;
  const buried = studyDay(now.ms, now.calendar);
  const ords = wholeNote ? ordinals(collection, note) : [card.ord];
  const cards = ords.map((ord) => cardOf(collection, note.id, ord));
  return {
    at: now.ms,
    offset: offsetAt(now.ms, now.calendar.zone),
    op: "bury",
    what: title(collection, note, card.ord),
    records: { cards: cards.map((c) => [collection.cards.get(c.id) ?? null, { ...c, buried }]) },
  };
}
