import type { Card, Review } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { newest } from "./newest.ts";

/**
 * The millisecond under which a review of that card, given at `ms`, stands in the log: that one, or the first after it which is free; no two
 * share one. Where the clock was set back, it is the first after the card's latest line, so that its history keeps the order in
 * which it was lived. `fresh` are reviews of the same change.
 */
export function lineAfter(
  collection: Collection,
  fresh: ReadonlyMap<string, Review>,
  card: Pick<Card, "id">,
  ms: number,
): number {
  const { reviews } = collection;
  let at = ms;
  // What lies in the future is in memory, whenever it was written: only what is older than some days is not.
  if (newest(collection) > ms)
    for (const review of reviews.values()) if (review.card === card.id && review.at >= at) at = review.at + 1;
  while (reviews.has(String(at)) || fresh.has(String(at))) at++;
  return at;
}
