import type { Browse } from "../browse.ts";
import type { Fault } from "../contract/faults.ts";
import type { Op, Records } from "../contract/shapes.ts";
import type { Collection } from "../core/collection.ts";
import type { Moment } from "../core/schedule/moment.ts";
import type { Exporting } from "../exporting.ts";
import type { Faces } from "../faces.ts";
import type { Mirrors } from "../mirrors.ts";
import type { OfferedFiles } from "../offered.ts";
import type { Store } from "../store/store.ts";
import type { Study } from "../study.ts";
import type { Transfers } from "../transfers.ts";

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
  browse: Browse;
  faces: Faces;
  now(): Moment;
  transfers: Transfers;
  exporting: Exporting;
  mirrors: Mirrors;
  offered: OfferedFiles;
  /** Runs when all calls before it are done; later ones wait for it. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Makes records durable as one change, then refreshes the running session. Nothing if there are none; throws a fault. */
  commit(op: Op, what: string, records: Records | Fault): Promise<void>;
}
