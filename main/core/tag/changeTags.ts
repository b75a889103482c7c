import type { Note, Records } from "../../contract/shapes.ts";
import { noteRecords } from "../bulk/chosen.ts";
import type { Collection } from "../collection.ts";
import { normaliseTags } from "../note/fields.ts";
import { fold } from "../search/fold.ts";
import { inside } from "./inside.ts";

/**
 * Takes tags (with those inside them) from notes and gives them others. A tag that the collection has in other letters is
 * written as it is there. Only notes whose tags differ afterwards change.
 */
export function changeTags(
  collection: Collection,
  notes: readonly Note[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
  at: number,
): Records {
  const given = normaliseTags(add);
  const spelling = given.length > 0 ? spellings(collection) : new Map<string, string>();
  const added = given.map((tag) => spelling.get(fold(tag)) ?? tag);
  const taken = normaliseTags(remove);
  return noteRecords(notes, (note) => {
    const kept = note.tags.filter((tag) => !taken.some((outer) => inside(outer, tag)));
    const has = new Set(kept.map(fold));
    const fresh = added.filter((tag) => !has.has(fold(tag)));
    const tags = [...kept, ...fresh];
    const same = tags.length === note.tags.length && tags.every((tag) => note.tags.includes(tag));
    return same ? note : { ...note, tags, modified: at };
  });
}

/** How each tag of the collection is written. */
function spellings(collection: Collection): Map<string, string> {
  const known = new Map<string, string>();
  for (const { tags } of collection.notes.values())
    for (const tag of tags) {
      const folded = fold(tag);
      if (!known.has(folded)) known.set(folded, tag);
    }
  return known;
}
