import type { Collection } from "../collection.ts";
import { type Entry, entriesOf } from "../search/entries.ts";

/** The place of each note among all, by a key that its text alone decides. */
interface Ranks {
  /** The entries as they were when the ranks were made: another note or another text is another entry. */
  seen: readonly Entry[];
  ranks: Map<string, number>;
}

const known = new WeakMap<Collection, Map<string, Ranks>>();

/**
 * Ranks of all notes by such a key, equal for equal keys; those with an empty key have none. They are made once and kept
 * until a note changes, for to sort a hundred thousand texts takes longer than to find them.
 */
export function ranksBy(collection: Collection, name: string, keyOf: (entry: Entry) => string): Map<string, number> {
  const kept = known.get(collection) ?? new Map<string, Ranks>();
  known.set(collection, kept);
  const entries = entriesOf(collection);
  const before = kept.get(name);
  if (before && before.seen.length === entries.length && before.seen.every((entry, i) => entry === entries[i]))
    return before.ranks;
  const rows = entries.map((entry) => ({ id: entry.note.id, key: keyOf(entry) })).filter(({ key }) => key !== "");
  rows.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const ranks = new Map<string, number>();
  let rank = -1;
  let last = "";
  for (const { id, key } of rows) {
    if (key !== last) rank++;
    last = key;
    ranks.set(id, rank);
  }
  kept.set(name, { seen: [...entries], ranks });
  return ranks;
}
