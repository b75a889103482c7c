import fc from "fast-check";
import { expect, it } from "vitest";
import { chosen, fuzz, fuzzRange, noFuzz } from "../../../main/core/schedule/fuzz.ts";

const interval = fc.double({ min: 0.0001, max: 40_000, noNaN: true });
/** As fine as the fractions of random.ts. */
const f = fc.nat(2 ** 32 - 1).map((n) => n / 2 ** 32);
const day = fc.integer({ min: 1, max: 36_500 });

it("gives whole days within the range, and the range lies within the limits", () => {
  fc.assert(
    fc.property(interval, f, day, day, (days, at, least, most) => {
      const [lower, upper] = fuzzRange(days, least, most);
      const chosen = fuzz(at)(days, least, most);
      expect(Number.isInteger(chosen)).toBe(true);
      expect(lower).toBeLessThanOrEqual(chosen);
      expect(chosen).toBeLessThanOrEqual(upper);
      expect(Math.min(least, most)).toBeLessThanOrEqual(lower);
      expect(upper).toBeLessThanOrEqual(most);
    }),
    { numRuns: 500 },
  );
});

it("keeps the order of intervals", () => {
  fc.assert(
    fc.property(interval, interval, f, day, day, (one, other, at, least, most) => {
      const [shorter, longer] = one < other ? [one, other] : [other, one];
      expect(fuzz(at)(shorter, least, most)).toBeLessThanOrEqual(fuzz(at)(longer, least, most));
      expect(noFuzz(shorter, least, most)).toBeLessThanOrEqual(noFuzz(longer, least, most));
    }),
    { numRuns: 500 },
  );
});

it("reaches both ends of the range", () => {
  fc.assert(
    fc.property(interval, day, (days, most) => {
      const [lower, upper] = fuzzRange(days, 1, most);
      expect([fuzz(0)(days, 1, most), fuzz(1 - 2 ** -32)(days, 1, most)]).toEqual([lower, upper]);
    }),
  );
});

it("holds the interval itself, and spares short ones", () => {
  fc.assert(
    fc.property(interval, (days) => {
      const [lower, upper] = fuzzRange(days, 1, 50_000);
      expect(lower).toBeLessThanOrEqual(Math.max(1, Math.round(days)));
      expect(upper).toBeGreaterThanOrEqual(Math.max(1, Math.round(days)));
      if (days < 2.5) expect(lower).toBe(upper);
      else expect(upper - lower).toBeGreaterThanOrEqual(2);
    }),
  );
});

it("takes chosen days that lie within the range, and the nearest for all others", () => {
  fc.assert(
    fc.property(interval, day, day, fc.nat(40_000), (days, least, most, wanted) => {
      const [lower, upper] = fuzzRange(days, least, most);
      const taken = chosen([1, null, wanted, 4])(days, least, most, 3);
      expect(taken).toBe(Math.min(Math.max(wanted, lower), upper));
      expect(chosen([1, null, wanted, 4])(days, least, most, 2)).toBe(lower);
    }),
  );
});

it("has a range of one day only up to two days and at the maximum, so that Anki's widening of such ranges has nothing to widen", () => {
  fc.assert(
    fc.property(interval, day, day, (days, least, most) => {
      const [lower, upper] = fuzzRange(days, least, most);
      if (lower === upper) expect(upper <= 2 || upper === most).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
