import type { BrowseMode, Column } from "../../contract/browse.ts";
import type { CardId, NoteId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { numberKeys } from "./numberKeys.ts";
import { isWords, wordKeys } from "./wordKeys.ts";

/**
 * Sorts ids by a column: words in natural order, what says nothing last. Question and answer are sorted by the texts of
 * fields, since no template can be run for a hundred thousand cards in an instant.
 */
export function inOrder(
  collection: Collection,
  mode: BrowseMode,
  ids: readonly (CardId | NoteId)[],
  { column, down }: { column: Column; down: boolean },
  now: Moment,
): (CardId | NoteId)[] {
  const way = down ? -1 : 1;
  if (isWords(column)) {
    const key = wordKeys(collection, mode, column);
    return sorted(
      ids,
      key,
      (word) => word === "",
      (a, b) => (a < b ? -way : a > b ? way : 0),
    );
  }
  const key = numberKeys(collection, mode, column, now);
  return sorted(ids, key, Number.isNaN, (a, b) => way * (a - b));
}

function sorted<K>(
  ids: readonly string[],
  keyOf: (id: string) => K,
  isNothing: (key: K) => boolean,
  compare: (a: K, b: K) => number,
): string[] {
  const rows: { id: string; key: K }[] = [];
  const rest: string[] = [];
  for (const id of ids) {
    const key = keyOf(id);
    if (isNothing(key)) rest.push(id);
    else rows.push({ id, key });
  }
  // Sorting keeps the order of what is equal.
  rows.sort((a, b) => compare(a.key, b.key));
  return [...rows.map(({ id }) => id), ...rest];
}
