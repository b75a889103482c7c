import { isFault } from "../../contract/dispatch.ts";
import type { CardId, Op } from "../../contract/shapes.ts";
import type { CardView, Left, Preview, SessionView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { lookup } from "../lookup.ts";
import { face } from "../note/face.ts";
import type { Moment } from "../schedule/moment.ts";
import { hash } from "../schedule/random.ts";
import { outcomes, recallAt } from "../schedule/schedule.ts";
import { minutesFor, secondsPerAnswer } from "./pace.ts";
import { learningNow, type Queue } from "./queue.ts";

/** A card with everything the window needs to show it, grade it and say why it is here; null if it is gone. */
export function cardView(collection: Collection, id: CardId, now: Moment): CardView | null {
  const found = lookup(collection, id);
  if (isFault(found)) return null;
  const { card, note, deck, preset } = found;
  const previews = outcomes(card, preset, now.ms, now.calendar).map(
    ({ grade, wait, recall }): Preview => ({ grade, wait, recall }),
  );
  return {
    card: id,
    note: note.id,
    deck: pathOf(deck),
    phase: card.phase,
    face: face(note, card.ord, hash(`${id} ${card.reps}`)),
    seen: { reps: card.reps, at: now.ms },
    previews: previews as CardView["previews"],
    memory:
      card.phase === "new"
        ? null
        : { last: card.last, recall: recallAt(card, preset, now.ms), target: preset.desiredRetention },
  };
}

/** How much may be studied now, by kind, and about how many minutes that is. Steps that come later do not count yet. */
export function left(collection: Collection, queue: Queue, now: Moment): Left {
  const fresh = queue.main.filter((id) => (collection.cards.get(id)?.phase ?? "new") === "new").length;
  const learning = learningNow(queue, collection, now).flat().length;
  const counts = { learning, review: queue.main.length - fresh, fresh };
  return { ...counts, minutes: minutesFor(counts, secondsPerAnswer(collection, queue.day)) };
}

/** The session as the window shows it; `ahead` are the ids that `upcoming` chose. */
export function sessionView(
  collection: Collection,
  queue: Queue,
  ahead: CardId[],
  now: Moment,
  ops: { undo: Op | null; redo: Op | null },
): SessionView {
  const views = ahead.map((id) => cardView(collection, id, now)).filter((view) => view !== null);
  return {
    deck: queue.deck,
    now: now.ms,
    ahead: views,
    left: left(collection, queue, now),
    waiting: views.length ? null : (queue.learning[0]?.due ?? null),
    ...ops,
  };
}
