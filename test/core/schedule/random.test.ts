import fc from "fast-check";
import { expect, it } from "vitest";
import { fraction, hash } from "../../../main/core/schedule/random.ts";

it("never changes from one version to the next, or every preview would", () => {
  expect([hash(""), hash("note/0 1"), hash("note/0 2"), hash("note/0", 20_000)]).toEqual([
    2872998923, 1378952180, 2698591712, 3566919942,
  ]);
});

it("gives fractions of [0, 1), for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer(), (text, seed) => {
      const whole = hash(text, seed);
      expect(Number.isInteger(whole) && whole >= 0 && whole < 2 ** 32).toBe(true);
      expect(fraction(text)).toBe(hash(text) / 2 ** 32);
    }),
  );
});

it("spreads neighbours evenly: cards of a note, and repetitions of a card", () => {
  const tenths = new Array<number>(10).fill(0);
  for (let note = 0; note < 100; note++) {
    for (let reps = 0; reps < 100; reps++) {
      const tenth = Math.floor(fraction(`n${note}/0 ${reps}`) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
  }
  // 1,000 are expected in each; five standard deviations are 150.
  for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});
