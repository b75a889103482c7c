import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, dateIn, monthOf, stepDay, weeksOf } from "../../../../renderer/state/pace/month.ts";

const on = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const day = fc.integer({ min: -20_000, max: 60_000 });
const weekday = (of: number) => new Date(of * 86_400_000).getUTCDay();

describe("a month of days", () => {
  it("holds each of its days once, in weeks from Monday on", () => {
    fc.assert(
      fc.property(day, (of) => {
        const weeks = weeksOf(of);
        const days = weeks.flat().filter((each) => each !== null);
        expect(days).toContain(of);
        expect(days.map(dateIn)).toEqual(days.map((_, i) => i + 1));
        expect(days.length).toBe(addMonths(monthOf(of), 1) - monthOf(of));
        for (const week of weeks) {
          expect(week.length).toBe(7);
          expect(week.some((each) => each !== null)).toBe(true);
          week.forEach((each, i) => {
            if (each !== null) expect(weekday(each)).toBe((i + 1) % 7);
          });
        }
      }),
    );
  });

  it.each([
    ["2026-11-25", "ArrowRight", "2026-11-26"],
    ["2026-11-30", "ArrowRight", "2026-12-01"],
    ["2026-11-01", "ArrowLeft", "2026-10-31"],
    ["2026-11-25", "ArrowDown", "2026-12-02"],
    ["2026-11-02", "ArrowUp", "2026-10-26"],
    ["2026-01-31", "PageDown", "2026-02-28"],
    ["2028-03-31", "PageUp", "2028-02-29"],
    ["2026-12-24", "PageDown", "2027-01-24"],
    ["2026-11-25", "Home", "2026-11-23"],
    ["2026-11-25", "End", "2026-11-29"],
    ["2026-11-29", "End", "2026-11-29"],
  ])("from %s, %s leads to %s", (from, key, to) => expect(stepDay(on(from), key)).toBe(on(to)));

  it("is led through by no other key", () => expect(stepDay(on("2026-11-25"), "a")).toBeNull());
});
