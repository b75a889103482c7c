import type { BrowseMode, Column } from "../../contract/browse.ts";
import type { Collection } from "../collection.ts";
import type { Moment } from "../schedule/moment.ts";
import { cellOf } from "./cells.ts";
import { subjectOf } from "./subject.ts";

/** Places of new cards come before all instants, which are far greater. */
export function numberKeys(
  collection: Collection,
  mode: BrowseMode,
  column: Column,
  now: Moment,
): (id: string) => number {
  return (id) => {
    const subject = subjectOf(collection, mode, id, now);
    const cell = subject && cellOf(subject, column);
    if (!cell || cell.kind === "none" || cell.kind === "text") return Number.NaN;
    return "n" in cell ? cell.n : cell.at;
  };
}
