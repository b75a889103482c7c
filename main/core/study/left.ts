import type { Left } from "../../contract/views.ts";
import type { Collection } from "../collection.ts";
import { minutesFor } from "../pace/minutesFor.ts";
import { timesOf } from "../pace/times.ts";
import type { Moment } from "../schedule/moment.ts";
import { learningNow, type Queue } from "./queue.ts";

/** How much may be studied now, by kind, and about how many minutes that is. Steps that come later do not count yet. */
export function left(collection: Collection, queue: Queue, now: Moment): Left {
  const fresh = queue.main.filter((id) => (collection.cards.get(id)?.phase ?? "new") === "new").length;
  const learning = learningNow(queue, collection, now).flat().length;
  const counts = { learning, review: queue.main.length - fresh, fresh };
  return { ...counts, minutes: minutesFor(counts, timesOf(collection, queue.day)) };
}
