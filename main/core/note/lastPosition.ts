import type { Collection } from "../collection.ts";

/** The greatest position of a note; new ones come after it. */
export function lastPosition(collection: Collection): number {
  let last = 0;
  for (const { position } of collection.notes.values()) last = Math.max(last, position);
  return last;
}
