import { type Fault, isFault } from "../../contract/faults.ts";
import type { CardId, Change, Op, Records } from "../../contract/shapes.ts";
import { cardRecords } from "../bulk/chosen.ts";
import { type Collection, cardOf } from "../collection.ts";
import { type Found, lookup } from "../lookup.ts";
import { ordinals, title } from "../note/cards.ts";
import { offsetAt } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { toggleMark } from "../tag/mark.ts";

/** The card, or every card of its note, is not shown again until the person says so. Fault: `gone`. */
export const suspend = (collection: Collection, id: CardId, wholeNote: boolean, now: Moment): Change | Fault =>
  changed(collection, id, "suspend", now, ({ card, note }) => {
    const ords = wholeNote ? ordinals(collection, note) : [card.ord];
    const cards = ords.map((ord) => cardOf(collection, note.id, ord));
    return cardRecords(collection, cards, (own) => ({ ...own, suspended: true }));
  });

/** Gives the card a flag; 0 takes it away. Fault: `gone`. */
export const flag = (collection: Collection, id: CardId, colour: number, now: Moment): Change | Fault =>
  changed(collection, id, "flag", now, ({ card }) =>
    cardRecords(collection, [card], (own) => ({ ...own, flag: colour })),
  );

/** Marks the card's note, or takes the mark away. Fault: `gone`. */
export const mark = (collection: Collection, id: CardId, now: Moment): Change | Fault =>
  changed(collection, id, "tag", now, ({ note }) => ({ notes: [[note, toggleMark(note, now.ms)]] }));

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
