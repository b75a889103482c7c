import type { CardId, Op } from "../../contract/shapes.ts";
import type { SessionView } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { cardView } from "./cardView.ts";
import { left } from "./left.ts";
import type { Queue } from "./queue.ts";

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
    filtered: null,
    now: now.ms,
    ahead: views,
    left: left(collection, queue, now),
    spent: queue.spent ?? false,
    waiting: views.length ? null : (queue.learning[0]?.due ?? null),
    ...ops,
  };
}
