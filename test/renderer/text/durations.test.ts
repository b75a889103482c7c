import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aboutMinutes, ago, days, shortMinutes, spent, until, wait } from "../../../renderer/text/durations.ts";

const minute = 60_000;

describe("durations in words", () => {
  it("never says one of something in the plural, nor more of it in the singular", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        for (const text of [days(n), wait({ unit: "days", n }), ago(n * minute), aboutMinutes(n)]) {
          expect(text).not.toMatch(/(?<![.\d])1 (days|months|years|hours|minutes)\b/);
          expect(text).not.toMatch(/\b(\d{2,}|[2-9]) (day|month|hour)\b/);
        }
      }),
    );
  });

  it("never promises no time at all", () => {
    fc.assert(
      fc.property(fc.integer({ min: -minute, max: 1e10 }), (ms) => {
        expect(until(ms)).not.toMatch(/^0/);
      }),
    );
  });

  it.each([
    [1, "1 day"],
    [13, "13 days"],
    [99, "99 days"],
    [122, "4 months"],
    [729, "24 months"],
    [913, "2.5 years"],
  ])("%d days: %s", (n, text) => expect(days(n)).toBe(text));

  it.each([
    [30, "30 s"],
    [60, "1 min"],
    [600, "10 min"],
    [5_400, "1.5 h"],
    [86_400, "1 day"],
  ])("%d seconds to wait: %s", (n, text) => expect(wait({ unit: "seconds", n })).toBe(text));

  it.each([
    [41_000, "41 s"],
    [340_000, "5 min 40 s"],
    [360_000, "6 min"],
    [3_900_000, "1 h 5 min"],
  ])("%d ms spent: %s", (ms, text) => expect(spent(ms)).toBe(text));

  it.each([
    [20_000, "just now"],
    [8.9 * minute, "8 min ago"],
    [60 * minute, "1 hour ago"],
    [12.4 * 1_440 * minute, "12 days ago"],
  ])("%d ms ago: %s", (ms, text) => expect(ago(ms)).toBe(text));

  it.each([
    [0.4, "less than a minute"],
    [1, "about a minute"],
    [6.2, "about six minutes"],
    [24, "about 24 minutes"],
    [59.6, "about an hour"],
    [92, "about 1.5 hours"],
    [121, "about two hours"],
  ])("about %d minutes: %s", (n, text) => expect(aboutMinutes(n)).toBe(text));

  it("is short where room is", () => {
    expect(shortMinutes(0.3)).toBe("under 1 min");
    expect(shortMinutes(80)).toBe("1 h 20 min");
  });
});
