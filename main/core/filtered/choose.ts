import type { FilteredSpec } from "../../contract/filtered.ts";
import type { CardId } from "../../contract/shapes.ts";
import { type Collection, cardOf } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { type Candidate, inOrder } from "./order.ts";

/** What a filtered session begins with, in order; and what was found besides. */
export interface Choice {
  cards: Candidate[];
  found: number;
  suspended: number;
  buried: number;
}

/**
 * Of the cards that were found: those of the deck that are neither suspended nor buried (by hand or as a sibling), in the order asked
 * for, and of these the first ones. So do Anki's filtered decks (rslib/src/scheduler/filtered/mod.rs); like those, it takes
 * siblings together. `seed` decides what is left to chance.
 */
export function choose(
  collection: Collection,
  found: readonly CardId[],
  { order, limit }: Pick<FilteredSpec, "order" | "limit">,
  now: Moment,
  seed: number,
): Choice {
  const today = studyDay(now.ms, now.calendar);
  const open: Candidate[] = [];
  let suspended = 0;
  let buried = 0;
  for (const id of found) {
    const slash = id.lastIndexOf("/");
    const note = collection.notes.get(id.slice(0, slash));
    if (!note) continue;
    const card = cardOf(collection, note.id, Number(id.slice(slash + 1)));
    if (card.suspended) suspended++;
    else if (card.buried === today) buried++;
    else open.push({ card, note });
  }
  const cards = inOrder(collection, open, order, now, seed).slice(0, limit);
  return { cards, found: open.length + suspended + buried, suspended, buried };
}
