import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { missedDays } from "../../../main/core/pace/missed.ts";
import { streakUntil } from "../../../main/core/pace/streak.ts";

const today = 20_000;
/** Each letter is a day, the last one today: s studied, o off, b both, . neither. */
const days = (row: string) => {
  const on = (letters: string) =>
    new Set([...row].flatMap((letter, i) => (letters.includes(letter) ? [today - row.length + 1 + i] : [])));
  return [on("sb"), on("ob")] as const;
};

describe("streakUntil", () => {
  it.each([
    ["", 0],
    [".", 0],
    ["s", 1],
    ["s.", 1],
    ["ss.s", 1],
    ["sss", 3],
    ["sos", 2],
    ["sooo.", 1],
    ["s.ooo", 0],
    ["sbs", 2],
    ["s..", 0],
    ["oo", 0],
  ])("%j is a row of %i", (row, streak) => {
    expect(streakUntil(today, ...days(row))).toBe(streak);
  });

  it("is as long as without its days off", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("s", "o", "b", "."), { maxLength: 30 }), (row) => {
        const without = row.slice(0, -1).filter((letter) => letter === "s" || letter === ".");
        const last = row.slice(-1).map((letter) => (letter === "s" ? "s" : "."));
        expect(streakUntil(today, ...days(row.join("")))).toBe(
          streakUntil(today, ...days([...without, ...last].join(""))),
        );
      }),
    );
  });
});

describe("missedDays", () => {
  it.each([
    ["", 0],
    ["....", 0],
    ["s..", 0],
    ["s...", 0],
    ["s....", 3],
    ["s...s", 3],
    ["s.o.o..", 3],
    ["s.oooo..", 0],
    ["s.....sss..", 5],
    ["s....s...s", 3],
    ["s....ssssssssss", 0],
  ])("of %j are %i", (row, missed) => {
    expect(missedDays(today, ...days(row))).toBe(missed);
  });
});
