import type { Fault } from "../../contract/faults.ts";
import type { Records, SavedSearch } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { isProblem } from "../search/escape.ts";
import { fold } from "../search/fold.ts";
import { parse } from "../search/parse.ts";

interface Saved {
  records: Records;
  search: SavedSearch;
}

/** Keeps a search under a name; one that has that name already is replaced. Fault: `badChange` for a search that cannot be read. */
export function saveSearch(
  collection: Collection,
  { name, query }: { name: string; query: string },
  newId: () => string,
): Saved | Fault {
  const wanted = name.trim();
  if (wanted === "") return { code: "badChange", detail: "the search needs a name" };
  const read = parse(query);
  if (isProblem(read)) return { code: "badChange", detail: "the search is not right yet" };
  const before = named(collection, wanted);
  const search = { id: before?.id ?? newId(), name: wanted, query: query.trim() };
  return { records: { searches: [[before, search]] }, search };
}

/** Faults: `gone`; `badChange` if another search has that name. */
export function renameSearch(collection: Collection, { id, name }: { id: string; name: string }): Saved | Fault {
  const before = collection.searches.get(id);
  if (!before) return { code: "gone", detail: "search" };
  const wanted = name.trim();
  if (wanted === "") return { code: "badChange", detail: "the search needs a name" };
  const there = named(collection, wanted);
  if (there && there.id !== id) return { code: "badChange", detail: `there is a search named “${there.name}” already` };
  const search = { ...before, name: wanted };
  return { records: before.name === wanted ? {} : { searches: [[before, search]] }, search };
}

/** Fault: `gone`. */
export function deleteSearch(collection: Collection, id: string): Records | Fault {
  const before = collection.searches.get(id);
  return before ? { searches: [[before, null]] } : { code: "gone", detail: "search" };
}

function named(collection: Collection, name: string): SavedSearch | null {
  for (const search of collection.searches.values()) if (fold(search.name) === fold(name)) return search;
  return null;
}
