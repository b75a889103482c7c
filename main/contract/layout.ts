// How a person arranged the window. It is kept beside the data, not in it: losing it loses nothing.
import * as v from "valibot";
import { columns } from "./browse.ts";

const column = v.strictObject({
  id: v.picklist(columns),
  /** CSS pixels. */
  width: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(4_000)),
});
const arranged = v.pipe(v.array(column), v.minLength(1), v.maxLength(columns.length));
const sort = v.strictObject({ column: v.picklist(columns), down: v.boolean() });
const words = (most: number) => v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(most));

export const layout = v.strictObject({
  mode: v.picklist(["cards", "notes"]),
  columns: v.strictObject({ cards: arranged, notes: arranged }),
  sort: v.strictObject({ cards: sort, notes: sort }),
  /** Whether the tree and the pane below the list are shown. */
  tree: v.boolean(),
  pane: v.boolean(),
  /** What is unfolded in the tree. */
  open: words(2_000),
  /** Searches made before, the latest first. */
  history: words(50),
});

export type Layout = v.InferOutput<typeof layout>;
