import type { BulkChange, BulkEffects } from "../../contract/browse.ts";
import { type Fault, isFault } from "../../contract/faults.ts";
import type { Op, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { buriedOn } from "../study/siblings.ts";
import { changeTags } from "../tag/changeTags.ts";
import { type Chosen, cardRecords, effectsOf } from "./chosen.ts";
import { deleteNotes } from "./deleteNotes.ts";
import { parseDue, setDue } from "./due.ts";
import { moveCards } from "./moveCards.ts";
import { reposition } from "./reposition.ts";
import { reset } from "./reset.ts";

export interface Plan {
  op: Op;
  records: Records;
  effects: BulkEffects;
}

function move(collection: Collection, chosen: Chosen, deck: string, newId: () => string): Plan | Fault {
  const done = moveCards(collection, chosen, deck, newId);
  if (isFault(done)) return done;
  const effects = { cards: chosen.cards.length, notes: chosen.notes.length, changed: done.moved, along: 0 };
  return { op: "move", records: done.records, effects };
}

/** What a change to the chosen cards or notes makes of them. Fault: `badChange`, with the cause. */
export function plan(
  collection: Collection,
  chosen: Chosen,
  change: BulkChange,
  now: Moment,
  newId: () => string,
): Plan | Fault {
  const { cards, notes } = chosen;
  const today = studyDay(now.ms, now.calendar);
  const made = (op: Op, records: Records | Fault, notesGo = false): Plan | Fault =>
    isFault(records) ? records : { op, records, effects: effectsOf(collection, chosen, records, notesGo) };
  switch (change.kind) {
    case "move":
      return move(collection, chosen, change.deck, newId);
    case "tag":
      return made("tag", changeTags(collection, notes, change, now.ms), true);
    case "suspend": {
      const { on } = change;
      return made(
        on ? "suspend" : "unsuspend",
        cardRecords(collection, cards, (card) => (card.suspended === on ? card : { ...card, suspended: on })),
      );
    }
    case "bury": {
      const buried = change.on ? today : null;
      return made(
        "bury",
        cardRecords(collection, cards, (card) => buriedOn(card, buried)),
      );
    }
    case "flag": {
      const { flag } = change;
      return made(
        "flag",
        cardRecords(collection, cards, (card) => ({ ...card, flag })),
      );
    }
    case "due": {
      const days = parseDue(change.days);
      return isFault(days) ? days : made("due", setDue(collection, chosen, days, now));
    }
    case "reset":
      return made("reset", cardRecords(collection, cards, reset));
    case "reposition":
      return made("reposition", reposition(collection, chosen, change, now.ms), true);
    case "delete":
      return made("delete", deleteNotes(collection, notes), true);
  }
}
