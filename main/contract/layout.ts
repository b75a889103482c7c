// How a person arranged the window. It is kept beside the data, not in it: losing it loses nothing.
import * as v from "valibot";
import { columns } from "./browse.ts";
import { id } from "./calls/schemas.ts";

const column = v.strictObject({
  id: v.picklist(columns),
  /** CSS pixels. */
  width: v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(4_000)),
});
const arranged = v.pipe(v.array(column), v.minLength(1), v.maxLength(columns.length));
const sort = v.strictObject({ column: v.picklist(columns), down: v.boolean() });
const words = (most: number) => v.pipe(v.array(v.pipe(v.string(), v.maxLength(10_000))), v.maxLength(most));

/** How the person adds notes. */
const adding = v.strictObject({
  /** Used last; null before the first. */
  type: v.nullable(id),
  deck: v.nullable(id),
  /** By note type: ids of the fields that keep their text for the next note. What is not here is as the type says. */
  pins: v.record(id, v.pipe(v.array(id), v.maxLength(1_000))),
});

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
  /** Not there in what an older Mneme kept. */
  adding: v.optional(adding, { type: null, deck: null, pins: {} }),
});

export type Layout = v.InferOutput<typeof layout>;
