import type { FilteredSpec } from "../../contract/filtered.ts";
import type { Card } from "../../contract/shapes.ts";
import type { CardView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import { answer } from "../study/answer.ts";
import type { Source } from "../study/source.ts";
import { cramAnswer, unscheduled } from "./cram.ts";
import { begin, crammed, type Filtered, remaining } from "./remaining.ts";

/** A session over cards that were chosen, in their order. */
export function filteredSource(collection: Collection, spec: FilteredSpec, cards: readonly Card[]): Source {
  const session = begin(collection, spec, cards);
  const { deck, schedules } = spec;
  const deckName = (deck !== null && collection.decks.get(deck)?.name) || null;
  return {
    kind: "chosen",
    deck,
    queue: (collection, now) => ({
      deck,
      day: studyDay(now.ms, now.calendar),
      ...remaining(collection, session, now),
    }),
    answer: schedules ? answer : cramAnswer,
    admits: (card) => session.cards.has(card),
    dress: (view, collection) => ({
      ...view,
      ahead: schedules ? view.ahead : asCrammed(view.ahead, collection, session),
      filtered: { spec, deckName, cards: cards.length },
    }),
  };
}

function asCrammed(views: readonly CardView[], collection: Collection, session: Filtered): CardView[] {
  const rows = crammed(collection, session);
  return views.map((view) => unscheduled(view, rows.get(view.card)?.times ?? 0));
}
