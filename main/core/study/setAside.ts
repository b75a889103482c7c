import { type Fault, isFault } from "../../contract/faults.ts";
import type { Card, CardId, Change, Op, Records } from "../../contract/shapes.ts";
import { cardRecords } from "../bulk/chosen.ts";
import { type Collection, cardOf } from "../collection.ts";
import { type Found, lookup } from "../lookup.ts";
import { ordinals, title } from "../note/cards.ts";
import { offsetAt, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { toggleMark } from "../tag/mark.ts";
import { buriedOn } from "./siblings.ts";

/** Puts a card, or every card of its note, off until the next study day. Fault: `gone`. */
export const bury = (collection: Collection, id: CardId, wholeNote: boolean, now: Moment): Change | Fault =>
  changed(collection, id, "bury", now, (found) => {
    const buried = studyDay(now.ms, now.calendar);
    return cardRecords(collection, cardsOf(collection, found, wholeNote), (own) => buriedOn(own, buried));
  });

/** The card, or every card of its note, is not shown again until the person says so. Fault: `gone`. */
export const suspend = (collection: Collection, id: CardId, wholeNote: boolean, now: Moment): Change | Fault =>
  changed(collection, id, "suspend", now, (found) =>
    cardRecords(collection, cardsOf(collection, found, wholeNote), (own) => ({ ...own, suspended: true })),
  );

/** Gives the card a flag; 0 takes it away. Fault: `gone`. */
export const flag = (collection: Collection, id: CardId, colour: number, now: Moment): Change | Fault =>
  changed(collection, id, "flag", now, ({ card }) =>
    cardRecords(collection, [card], (own) => ({ ...own, flag: colour })),
  );

/** Marks the card's note, or takes the mark away. Fault: `gone`. */
export const mark = (collection: Collection, id: CardId, now: Moment): Change | Fault =>
  changed(collection, id, "tag", now, ({ note }) => ({ notes: [[note, toggleMark(note, now.ms)]] }));

const cardsOf = (collection: Collection, { card, note }: Found, wholeNote: boolean): Card[] =>
  wholeNote ? ordinals(collection, note).map((ord) => cardOf(collection, note.id, ord)) : [card];

function changed(
  collection: Collection,
  id: CardId,
  op: Op,
  now: Moment,
  change: (found: Found) => Records,
): Change | Fault {
  const found = lookup(collection, id);
  if (isFault(found)) return found;
  const what = title(collection, found.note, found.card.ord);
  return { at: now.ms, offset: offsetAt(now.ms, now.calendar.zone), op, what, records: change(found) };
}
