import { afterEach, describe, expect, it, vi } from "vitest";
import { greeting, hourInWords, hourName, shortDay, studyDate } from "../../../renderer/text/dates.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe("dates in words", () => {
  it.each([
    [3, "Good evening"],
    [4, "Good morning"],
    [12, "Good afternoon"],
    [18, "Good evening"],
  ])("greets at %d h with %s", (hour, text) => expect(greeting(at(14, hour))).toBe(text));

  it("counts the small hours to the day before, until the rollover", () => {
    expect(shortDay(studyDate(at(14, 3, 59), 4))).toBe("Fri 13");
    expect(shortDay(studyDate(at(14, 4), 4))).toBe("Sat 14");
    expect(shortDay(studyDate(at(14, 4), 4, 17))).toBe("Tue 1");
  });

  describe("on the nights when the clocks change", () => {
    afterEach(() => vi.unstubAllEnvs());
    it.each([
      ["2026-10-25T02:30:00Z", "Sat 24"], // 03:30, five hours after midnight
      ["2026-10-25T03:00:00Z", "Sun 25"], // 04:00
      ["2026-03-29T01:59:00Z", "Sat 28"], // 03:59, three hours after midnight
      ["2026-03-29T02:30:00Z", "Sun 29"], // 04:30
    ])("%s in Berlin is %s", (at, text) => {
      vi.stubEnv("TZ", "Europe/Berlin");
      expect(shortDay(studyDate(Date.parse(at), 4))).toBe(text);
    });
  });

  it("names full hours", () => {
    expect([0, 4, 12, 13, 23].map(hourName)).toEqual([
      "midnight",
      "four in the morning",
      "noon",
      "one in the afternoon",
      "eleven in the evening",
    ]);
    expect(hourInWords(at(14, 4))).toBe("four in the morning");
    expect(hourInWords(at(14, 4, 30))).toBe("04:30");
  });
});
