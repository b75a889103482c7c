import { describe, expect, it } from "vitest";
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
