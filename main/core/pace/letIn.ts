import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import type { Queue } from "../study/queue.ts";
import { admit, withoutSurplus } from "./admit.ts";

/** A queue with only what today's minutes and plans let in. */
export function letIn(collection: Collection, queue: Queue, now: Moment): Queue {
  const { fresh, main, spent } = admit(collection, queue, now);
  return { ...queue, main: withoutSurplus(collection, queue.main, fresh).slice(0, main), spent };
}
