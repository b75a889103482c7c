import { type Fault, isFault } from "../../contract/faults.ts";
import type { CardId, Review } from "../../contract/shapes.ts";
import type { CardInfoView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { lookup } from "../lookup.ts";
import { title } from "../note/cards.ts";
import { startOf } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { recallAt } from "../schedule/schedule.ts";

/** All that is known of a card; `log` is its part of the review log, oldest first. Fault: `gone`. */
export function cardInfo(collection: Collection, id: CardId, log: Review[], now: Moment): CardInfoView | Fault {
  const found = lookup(collection, id);
  if (isFault(found)) return found;
  const { card, note, type, deck, preset } = found;
  const studied = card.phase !== "new";
  return {
    card: id,
    title: title(collection, note, card.ord),
    deck: pathOf(deck),
    typeName: type.name,
    phase: card.phase,
    created: note.created,
    first: log[0]?.at ?? null,
    last: studied ? card.last : null,
    due: studied ? (card.due ?? startOf(card.day, now.calendar)) : null,
    interval: card.interval,
    stability: studied ? card.stability : null,
    difficulty: studied ? card.difficulty : null,
    recall: studied ? recallAt(card, preset, now.ms) : null,
    target: preset.desiredRetention,
    reps: card.reps,
    lapses: card.lapses,
    log,
  };
}
