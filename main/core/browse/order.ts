import type { BrowseMode, Column } from "../../contract/browse.ts";
import type { CardId, NoteId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { numberKeys } from "./numberKeys.ts";
import { isWords, wordRanks } from "./wordKeys.ts";

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
  const keyOf = isWords(column)
    ? byParts(mode, wordRanks(collection, column))
    : numberKeys(collection, mode, column, now);
  const rows: { id: string; key: number }[] = [];
  const rest: string[] = [];
  for (const id of ids) {
    const key = keyOf(id);
    if (Number.isNaN(key)) rest.push(id);
    else rows.push({ id, key });
  }
  // Sorting keeps the order of what is equal.
  rows.sort(down ? (a, b) => b.key - a.key : (a, b) => a.key - b.key);
  return [...rows.map(({ id }) => id), ...rest];
}

function byParts(mode: BrowseMode, rankOf: (note: string, ord: number) => number): (id: string) => number {
  if (mode === "notes") return (id) => rankOf(id, -1);
  return (id) => {
    const slash = id.lastIndexOf("/");
    return rankOf(id.slice(0, slash), Number(id.slice(slash + 1)));
  };
}
