import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, has, none, type Ranges, remove, size, toggle, within } from "../../../renderer/ui/grid/ranges.ts";
import { all, clip, extend, flip, move, nothing, only, type Selection } from "../../../renderer/ui/grid/selection.ts";

const most = 40;
const position = fc.integer({ min: 0, max: most - 1 });
const positions = (ranges: Ranges): Set<number> =>
  new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i)));
const run = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** In order, apart, none empty: so that equal sets are equal ranges. */
function expectWhole(ranges: Ranges): void {
  for (const [i, [from, to]] of ranges.entries()) {
    expect(from).toBeLessThan(to);
    if (i > 0) expect(from).toBeGreaterThan(ranges[i - 1]?.[1] ?? 0);
  }
}

describe("ranges are sets of positions", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), from: position, to: position }),
    fc.record({ kind: fc.constant("remove" as const), from: position, to: position }),
    fc.record({ kind: fc.constant("toggle" as const), from: position, to: fc.constant(0) }),
  );

  it("through any steps", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), position, (steps, count) => {
        let ranges = none;
        let set = new Set<number>();
        for (const { kind, from, to } of steps) {
          ranges =
            kind === "toggle"
              ? toggle(ranges, from)
              : kind === "add"
                ? add(ranges, from, to)
                : remove(ranges, from, to);
          if (kind === "toggle") {
            if (!set.delete(from)) set.add(from);
          } else if (kind === "add") set = new Set([...set, ...run(from, to)]);
          else set = new Set([...set].filter((each) => each < from || each >= to));
          expectWhole(ranges);
        }
        expect(positions(ranges)).toEqual(set);
        expect(size(ranges)).toBe(set.size);
        for (let i = 0; i < most; i++) expect(has(ranges, i)).toBe(set.has(i));
        expect(positions(within(ranges, count))).toEqual(new Set([...set].filter((each) => each < count)));
      }),
    );
  });
});

describe("a selection", () => {
  const step = fc.record({ kind: fc.constantFrom("only", "flip", "extend", "keep", "move", "all"), to: position });

  it("is what click, Ctrl and Shift make of a set, in any order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let selection: Selection = nothing;
        let set = new Set<number>();
        let base = new Set<number>();
        let anchor = 0;
        for (const { kind, to } of steps) {
          const drawn = run(Math.min(anchor, to), Math.max(anchor, to) + 1);
          switch (kind) {
            case "only":
              selection = only(to);
              set = new Set([to]);
              base = new Set();
              anchor = to;
              break;
            case "flip":
              selection = flip(selection, to);
              set = new Set(set);
              if (!set.delete(to)) set.add(to);
              base = set;
              anchor = to;
              break;
            case "extend":
              selection = extend(selection, to, false);
              set = new Set(drawn);
              base = new Set();
              break;
            case "keep":
              selection = extend(selection, to, true);
              set = new Set([...base, ...drawn]);
              break;
            case "move":
              selection = move(selection, to);
              break;
            case "all":
              selection = all(selection, most);
              set = new Set(run(0, most));
              base = new Set();
          }
          expectWhole(selection.ranges);
          expect(positions(selection.ranges)).toEqual(set);
          if (kind !== "all") expect(selection.cursor).toBe(to);
        }
      }),
    );
  });

  it("shrinks with its list, and stands in it", () => {
    fc.assert(
      fc.property(position, position, fc.integer({ min: 0, max: most }), (from, to, count) => {
        const clipped = clip(extend(only(from), to, false), count);
        for (const each of positions(clipped.ranges)) expect(each).toBeLessThan(count);
        expect(clipped.cursor).toBeLessThan(count);
        expect(clipped.cursor >= 0).toBe(count > 0);
      }),
    );
  });

  it("draws the same run from either end, and takes it back", () => {
    const drawn = extend(extend(only(5), 9, false), 2, false);
    expect(drawn.ranges).toEqual([[2, 6]]);
    expect(extend(drawn, 5, false).ranges).toEqual([[5, 6]]);
  });

  it("knows 100,000 rows as one run", () => {
    expect(all(only(7), 100_000).ranges).toEqual([[0, 100_000]]);
    expect(flip(all(only(7), 100_000), 50_000).ranges).toEqual([
      [0, 50_000],
      [50_001, 100_000],
    ]);
  });
});
