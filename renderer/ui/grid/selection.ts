import { add, none, type Ranges, toggle, within } from "./ranges.ts";

/** What is selected in a list, and where the keyboard stands. A pure value: each step makes a new one. */
export interface Selection {
  ranges: Ranges;
  /** Where the keyboard stands; -1 in an empty list. */
  cursor: number;
  /** Where a run drawn with Shift begins. */
  anchor: number;
  /** What was selected before that run. */
  base: Ranges;
}

export const nothing: Selection = { ranges: none, cursor: -1, anchor: 0, base: none };

/** One row alone: a click, or an arrow key. */
export const only = (cursor: number): Selection => ({
  ranges: add(none, cursor, cursor + 1),
  cursor,
  anchor: cursor,
  base: none,
});

/** The keyboard goes there; what is selected stays (Ctrl and an arrow key). */
export const move = (selection: Selection, cursor: number): Selection => ({ ...selection, cursor });

/** This row in, or out if it was in (Ctrl and a click, Space). The next run begins here. */
export function flip(selection: Selection, cursor: number): Selection {
  const ranges = toggle(selection.ranges, cursor);
  return { ranges, cursor, anchor: cursor, base: ranges };
}

/** The run from the anchor to here (Shift); beside what was selected before if `keep` (Ctrl and Shift). */
export function extend(selection: Selection, cursor: number, keep: boolean): Selection {
  const base = keep ? selection.base : none;
  const from = Math.min(selection.anchor, cursor);
  return { ...selection, base, cursor, ranges: add(base, from, Math.max(selection.anchor, cursor) + 1) };
}

export const all = (selection: Selection, count: number): Selection => ({
  ...selection,
  ranges: add(none, 0, count),
  base: none,
});

/** As much of it as a list of `count` still has. The keyboard stays as near as it can. */
export function clip(selection: Selection, count: number): Selection {
  if (count === 0) return nothing;
  const near = (position: number) => Math.min(Math.max(position, 0), count - 1);
  return {
    ranges: within(selection.ranges, count),
    cursor: near(selection.cursor),
    anchor: near(selection.anchor),
    base: within(selection.base, count),
  };
}
