import fc from "fast-check";
import { expect, test } from "vitest";
import { keyOf } from "../../../main/core/note/firstFields.ts";
import { fold } from "../../../main/core/note/fold.ts";

test("the quick key is the fold", () => {
  const text = fc
    .string({ unit: fc.constantFrom(..."aZ09 ,.?!'\"():;-é#".split("")), maxLength: 12 })
    .map((one) => one.trim());
  fc.assert(
    fc.property(text, (one) => {
      expect(keyOf(one)).toBe(fold(one));
    }),
    { numRuns: 2_000 },
  );
});
