import { isFault } from "../../contract/faults.ts";
import type { CardId } from "../../contract/shapes.ts";
import type { CardView, Preview } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { lookup } from "../lookup.ts";
import { face } from "../note/face.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { outcomes, recallAt } from "../schedule/schedule.ts";

/** A card with everything the window needs to show it, grade it and say why it is here; null if it is gone. */
export function cardView(collection: Collection, id: CardId, now: Moment): CardView | null {
  const found = lookup(collection, id);
  if (isFault(found)) return null;
  const { card, note, type, deck, preset } = found;
  const previews = outcomes(card, preset, now.ms, now.calendar).map(
    ({ grade, wait, recall }): Preview => ({ grade, wait, recall }),
  );
  return {
    card: id,
    note: note.id,
    deck: pathOf(deck),
    phase: card.phase,
    face: face(type, note, card.ord, hash(`${id} ${card.reps}`)),
    seen: { reps: card.reps, at: now.ms },
    previews: previews as CardView["previews"],
    memory:
      card.phase === "new"
        ? null
        : { last: card.last, recall: recallAt(card, preset, now.ms), target: preset.desiredRetention },
  };
}
