import type { Collection } from "../core/collection.ts";
import type { Calendar } from "../core/schedule/day.ts";
import type { ReviewLog } from "../core/search/reviewLog.ts";

/** What a transfer is compared with: the person's collection, at a moment. */
export interface Present {
  collection: Collection;
  /** Grows with every change of it that was heard of. */
  revision: number;
  calendar: Calendar;
  /** Epoch milliseconds. */
  now: number;
  /** All reviews of the collection; read when it is asked for. */
  log(): Promise<ReviewLog>;
}
