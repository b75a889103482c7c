import * as v from "valibot";
import { type BrowseRow, type BrowseView, columns } from "../browse.ts";
import { id, takes, whole } from "./schemas.ts";

const query = v.pipe(v.string(), v.maxLength(10_000));
const place = whole(0, 1e8);
/** Finding and changing. */
export const browseCalls = {
  /** An empty search finds everything. */
  browse: takes({
    query,
    mode: v.picklist(["cards", "notes"]),
    sort: v.strictObject({ column: v.picklist(columns), down: v.boolean() }),
  }).returns<BrowseView>(),
  /** At most 1,000 rows, `to` not included. Null for a row that is gone since. */
  browseRows: takes({
    result: id,
    columns: v.pipe(v.array(v.picklist(columns)), v.maxLength(columns.length)),
    from: place,
    to: place,
  }).returns<(BrowseRow | null)[]>(),
  /** Where cards or notes stand in a list; null for those that are not in it. */
  browsePlaces: takes({ result: id, ids: v.pipe(v.array(id), v.maxLength(1_000)) }).returns<(number | null)[]>(),
};
