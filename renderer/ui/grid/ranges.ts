/** Positions in a list, as runs from the first to before the last: in order, apart from each other, none empty. */
export type Ranges = readonly (readonly [from: number, to: number])[];

export const none: Ranges = [];

/** How many positions there are. */
export const size = (ranges: Ranges): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0);

/** Whether a position is in it; by halving, since every row asks at every frame. */
export function has(ranges: Ranges, position: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= position;
}

/** With the positions from `from` to before `to`. */
export function add(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  const before = ranges.filter(([, end]) => end < from);
  const after = ranges.filter(([start]) => start > to);
  const met = ranges.slice(before.length, ranges.length - after.length);
  return [...before, [Math.min(from, met[0]?.[0] ?? from), Math.max(to, met.at(-1)?.[1] ?? to)], ...after];
}

/** Without the positions from `from` to before `to`. */
export function remove(ranges: Ranges, from: number, to: number): Ranges {
  if (from >= to) return ranges;
  const before = ranges.map(([start, end]) => [start, Math.min(end, from)] as const);
  const after = ranges.map(([start, end]) => [Math.max(start, to), end] as const);
  return [...before, ...after].filter(([start, end]) => start < end);
}

export const toggle = (ranges: Ranges, position: number): Ranges =>
  has(ranges, position) ? remove(ranges, position, position + 1) : add(ranges, position, position + 1);

/** Without what lies beyond a list of `count`. */
export const within = (ranges: Ranges, count: number): Ranges => remove(ranges, count, Number.POSITIVE_INFINITY);
