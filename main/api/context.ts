import type { Fault } from "../contract/faults.ts";
import type { Op, Records } from "../contract/shapes.ts";
import type { Collection } from "../core/collection.ts";
import type { Moment } from "../core/schedule/moment.ts";
import type { Faces } from "../faces.ts";
import type { Store } from "../store/store.ts";
import type { Study } from "../study.ts";

/** What the core may not know by itself: time, place and chance. */
export interface World {
  now(): number;
  /** IANA time zone of the person, now. */
  zone(): string;
  newId(): string;
  folder: string;
  version: string;
}

/** What the handlers of calls share. */
export interface Context {
  store: Store;
  collection: Collection;
  world: World;
  study: Study;
  faces: Faces;
  now(): Moment;
  /** Makes records durable as one change, then refreshes the running session. Nothing if there are none; throws a fault. */
  commit(op: Op, what: string, records: Records | Fault): Promise<void>;
}
