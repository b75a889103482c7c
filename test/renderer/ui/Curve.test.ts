import fc from "fast-check";
import { expect, it } from "vitest";
import { recallAfter } from "../../../renderer/ui/Curve.tsx";

it("falls from certainty, and stands at 90 % after the stability", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1_000, noNaN: true }),
      fc.double({ min: 0, max: 1_000, noNaN: true }),
      (s, t) => {
        expect(recallAfter(0, s)).toBe(1);
        expect(recallAfter(s, s)).toBeCloseTo(0.9, 10);
        expect(recallAfter(t + 1, s)).toBeLessThan(recallAfter(t, s));
      },
    ),
  );
});
