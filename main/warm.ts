import { performance } from "node:perf_hooks";
import { ranksBy } from "./core/browse/ranks.ts";
import { sortFieldKey } from "./core/browse/wordKeys.ts";
import type { Collection } from "./core/collection.ts";
import { entriesOf } from "./core/search/entries.ts";

/** Milliseconds: until it begins, how long it works at a time, and how long it rests in between. */
const pace = { wait: 2_000, work: 4, rest: 16 };

/**
 * Works out the texts of all notes, and their order, in small pieces while the app has nothing to do, so that the first
 * search finds them ready. Gives a function that stops it. It keeps no process alive.
 */
export function warm(collection: Collection): () => void {
  let timer = setTimeout(work, pace.wait);
  timer.unref();
  let next = 0;

  function work(): void {
    const until = performance.now() + pace.work;
    const entries = entriesOf(collection);
    while (next < entries.length && performance.now() < until) {
      const entry = entries[next++];
      if (entry) sortFieldKey(entry);
    }
    if (next >= entries.length) {
      ranksBy(collection, "sortField", sortFieldKey);
      return;
    }
    timer = setTimeout(work, pace.rest);
    timer.unref();
  }

  return () => clearTimeout(timer);
}
