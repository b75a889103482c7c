import { type Collection, follow } from "../collection.ts";

/** Instants that no review of the collection is later than: kept, since every answer asks whether a clock was set back. */
const bounds = new WeakMap<Collection, number>();

/** An instant that no review of the log is later than (epoch milliseconds; 0 without any): the last review's, but for what was undone. */
export function newest(collection: Collection): number {
  const known = bounds.get(collection);
  if (known !== undefined) return known;
  let bound = 0;
  for (const { at } of collection.reviews.values()) bound = Math.max(bound, at);
  bounds.set(collection, bound);
  follow(collection, ({ reviews = [] }) => {
    let latest = bounds.get(collection) ?? 0;
    for (const [, after] of reviews) latest = Math.max(latest, after?.at ?? 0);
    bounds.set(collection, latest);
  });
  return bound;
}
