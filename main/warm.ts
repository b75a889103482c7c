import { performance } from "node:perf_hooks";
import { ranksBy } from "./core/browse/ranks.ts";
import { sortFieldKey } from "./core/browse/wordKeys.ts";
import type { Collection } from "./core/collection.ts";
import { readAhead } from "./core/note/firstFields.ts";
import { entriesOf } from "./core/search/entries.ts";

/** Milliseconds: until it begins, how long it works at a time, and how long it rests in between. */
const pace = { wait: 2_000, work: 4, rest: 16 };

/**
 * Works out the texts of all notes, their order, and what their first fields ask, in small pieces while the app has nothing
 * to do, so that the first search and the first look for twins find them ready. Gives a function that stops it. It keeps no
 * process alive.
 */
export function warm(collection: Collection): () => void {
  const rest = pieces(collection);
  let timer = setTimeout(work, pace.wait);
  timer.unref();

  function work(): void {
    const until = performance.now() + pace.work;
    while (performance.now() < until) if (rest.next().done) return;
    timer = setTimeout(work, pace.rest);
    timer.unref();
  }

  return () => clearTimeout(timer);
}

/** The work, piece by piece. The collection may change in between. */
function* pieces(collection: Collection): Generator<undefined, void> {
  for (const note of collection.notes.values()) {
    readAhead(collection, note);
    yield;
  }
  let next = 0;
  while (next < entriesOf(collection).length) {
    // A glance at every note for each piece would be dearer than the piece.
    for (const entry of entriesOf(collection).slice(next, next + 50)) sortFieldKey(entry);
    next += 50;
    yield;
  }
  ranksBy(collection, "sortField", sortFieldKey);
}
