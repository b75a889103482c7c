import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { number, parseWhole } from "../../../renderer/text/numbers.ts";

describe("a whole number as a person writes it", () => {
  it("is understood as the app writes it", () => {
    fc.assert(
      fc.property(fc.integer(), (n) => {
        expect(parseWhole(number(n))).toBe(n);
      }),
    );
  });

  it.each([
    ["20", 20],
    [" 20 ", 20],
    ["36,500", 36_500],
    ["36 500", 36_500],
    ["36\u202f500", 36_500],
    ["36.500", 36_500],
    ["-1", -1],
    ["\u22121", -1],
  ])("%s", (text, n) => expect(parseWhole(text)).toBe(n));

  it.each(["", " ", "many", "0x10", "1e3", "1.5", "1,2", "12,34", "1,000,00", "--1", "Infinity", "٣"])(
    "%j is none",
    (text) => expect(parseWhole(text)).toBeNull(),
  );
});
