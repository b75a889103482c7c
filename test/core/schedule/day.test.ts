import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, DAY, elapsedDays, offsetAt, startOf, studyDay } from "../../../main/core/schedule/day.ts";
import { berlin } from "./study.ts";

const HOUR = 3_600_000;
const instant = (iso: string) => Date.parse(iso);
const date = (iso: string) => Date.parse(`${iso}T00:00Z`) / DAY;
const at = (zone: string, rolloverHour = 4): Calendar => ({ zone, rolloverHour });

const zones = [
  "UTC",
  "Europe/Berlin",
  "Europe/Lisbon",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Havana",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Asia/Beirut",
  "Australia/Lord_Howe",
  "Antarctica/Troll",
  "Pacific/Apia",
  "Pacific/Kwajalein",
  "Pacific/Chatham",
];

/** Nights on which clocks changed, among them a day left out and a clock set back by two hours. */
const nights = [
  "2026-03-29T01:00Z",
  "2026-10-25T01:00Z",
  "2026-03-08T07:00Z",
  "2026-11-01T06:00Z",
  "2026-04-04T15:00Z",
  "2026-10-03T15:30Z",
  "2011-12-30T10:00Z",
  "1993-08-21T12:00Z",
  "2006-10-29T02:31Z",
  "2018-02-18T02:00Z",
].map(instant);

const moments = fc.oneof(
  fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
  fc
    .tuple(fc.constantFrom(...nights), fc.integer({ min: -30 * HOUR, max: 30 * HOUR }))
    .map(([night, ms]) => night + ms),
);
const calendars = fc.record({ zone: fc.constantFrom(...zones), rolloverHour: fc.integer({ min: 0, max: 23 }) });
const runs = { numRuns: 400 };

/** The date on the wall, by another road than the one under test. */
function wall(ms: number, zone: string) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    ...{ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" },
  }).formatToParts(ms);
  const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "";
  return { day: date(`${part("year")}-${part("month")}-${part("day")}`), hour: Number(part("hour")) };
}

describe("laws of the study day", () => {
  it("holds every instant between its start and the start of the next", () => {
    fc.assert(
      fc.property(moments, calendars, (ms, calendar) => {
        const day = studyDay(ms, calendar);
        expect(startOf(day, calendar)).toBeLessThanOrEqual(ms);
        expect(startOf(day + 1, calendar)).toBeGreaterThan(ms);
      }),
      runs,
    );
  });

  it("never goes back", () => {
    fc.assert(
      fc.property(moments, fc.nat(4 * DAY), calendars, (ms, later, calendar) => {
        expect(studyDay(ms + later, calendar)).toBeGreaterThanOrEqual(studyDay(ms, calendar));
      }),
      runs,
    );
  });

  it("starts at its first instant and not before", () => {
    fc.assert(
      fc.property(moments, calendars, (ms, calendar) => {
        const day = studyDay(ms, calendar);
        expect(studyDay(startOf(day, calendar), calendar)).toBe(day);
        expect(studyDay(startOf(day, calendar) - 1, calendar)).toBeLessThan(day);
      }),
      runs,
    );
  });

  it("bears the date on the wall, or the one before until the rollover hour", () => {
    fc.assert(
      fc.property(moments, calendars, (ms, calendar) => {
        // In the hours after a clock was set back past the rollover, the day has begun although the wall says not yet.
        fc.pre(offsetAt(ms, calendar.zone) >= offsetAt(ms - 26 * HOUR, calendar.zone));
        const { day, hour } = wall(ms, calendar.zone);
        expect(studyDay(ms, calendar)).toBe(hour >= calendar.rolloverHour ? day : day - 1);
      }),
      runs,
    );
  });

  it("counts elapsed days as Anki does, in 24-hour windows before the next rollover, where no clock changes", () => {
    fc.assert(
      fc.property(moments, fc.nat(400 * DAY), fc.integer({ min: 0, max: 23 }), (from, gap, rolloverHour) => {
        const calendar = at("Etc/GMT+7", rolloverHour);
        const next = startOf(studyDay(from + gap, calendar) + 1, calendar);
        // At the very millisecond of the rollover Anki would already count a day.
        fc.pre(from !== startOf(studyDay(from, calendar), calendar));
        expect(elapsedDays(from, from + gap, calendar)).toBe(Math.floor((next - from) / DAY));
      }),
      runs,
    );
  });
});

describe("study days by example", () => {
  it.each([
    ["2026-11-20T22:30Z", "2026-11-20", "23:30 and"],
    ["2026-11-20T23:30Z", "2026-11-20", "half past midnight are one evening"],
    ["2026-11-21T02:59:59.999Z", "2026-11-20", "a millisecond before four"],
    ["2026-11-21T03:00Z", "2026-11-21", "four o'clock"],
  ])("Berlin at %s is %s: %s", (iso, day) => {
    expect(studyDay(instant(iso), berlin)).toBe(date(day));
  });

  it("has 23 and 25 hours when the clocks change", () => {
    const length = (iso: string) => (startOf(date(iso) + 1, berlin) - startOf(date(iso), berlin)) / HOUR;
    expect(["2026-03-27", "2026-03-28", "2026-03-29", "2026-10-24", "2026-10-25"].map(length)).toEqual([
      24, 23, 24, 25, 24,
    ]);
  });

  it.each([
    ["a rollover hour that the night leaves out", at("Europe/Berlin", 2), "2026-03-29", "2026-03-29T01:00Z"],
    ["a rollover hour that comes twice", at("Europe/Berlin", 2), "2026-10-25", "2026-10-25T00:00Z"],
    ["Lord Howe, half an hour back", at("Australia/Lord_Howe", 2), "2026-04-05", "2026-04-04T15:30Z"],
    ["Lord Howe, half an hour on", at("Australia/Lord_Howe", 2), "2026-10-04", "2026-10-03T15:30Z"],
    ["Troll, two hours back over the rollover", at("Antarctica/Troll", 2), "2026-10-25", "2026-10-25T00:00Z"],
    ["Troll, two hours on", at("Antarctica/Troll", 2), "2026-03-29", "2026-03-29T01:00Z"],
    ["Apia on the day left out", at("Pacific/Apia", 0), "2011-12-30", "2011-12-30T10:00Z"],
    ["Apia after the day left out", at("Pacific/Apia", 0), "2011-12-31", "2011-12-30T10:00Z"],
  ])("starts right: %s", (_, calendar, day, start) => {
    expect(new Date(startOf(date(day), calendar))).toEqual(new Date(start));
  });

  it("keeps the new day at Troll while the clock shows the hours before it again", () => {
    const calendar = at("Antarctica/Troll", 2);
    expect(studyDay(instant("2026-10-25T00:59Z"), calendar)).toBe(date("2026-10-25"));
    expect(studyDay(instant("2026-10-25T01:30Z"), calendar)).toBe(date("2026-10-25"));
  });

  it("leaves out 2011-12-30 in Apia", () => {
    const calendar = at("Pacific/Apia", 0);
    const leap = instant("2011-12-30T10:00Z");
    expect([studyDay(leap - 1, calendar), studyDay(leap, calendar)]).toEqual([date("2011-12-29"), date("2011-12-31")]);
  });

  it("counts no day twice over a change of the clocks, where windows of 24 hours would", () => {
    // 04:10 and 23:00 of the 25-hour study day that begins on Saturday.
    const [early, late] = [instant("2026-10-24T02:10Z"), instant("2026-10-24T21:00Z")];
    expect(elapsedDays(early, late, berlin)).toBe(0);
    expect(elapsedDays(early, late + 6 * HOUR, berlin)).toBe(1);
  });

  it("counts in the zone where the person is now", () => {
    const [from, to] = [instant("2026-11-20T10:00Z"), instant("2026-11-20T20:00Z")];
    expect(elapsedDays(from, to, berlin)).toBe(0);
    expect(elapsedDays(from, to, at("Asia/Tokyo"))).toBe(1);
  });

  it("counts nothing when the clock was set back", () => {
    expect(elapsedDays(instant("2026-11-20T10:00Z"), instant("2026-10-01T10:00Z"), berlin)).toBe(0);
  });
});

describe("offsetAt", () => {
  it.each([
    ["UTC", "2026-07-01T00:00Z", 0],
    ["Europe/Berlin", "2026-07-01T00:00Z", 120],
    ["Europe/Berlin", "2026-01-01T00:00Z", 60],
    ["America/St_Johns", "2026-01-01T00:00Z", -210],
    ["Australia/Lord_Howe", "2026-01-01T00:00Z", 660],
    ["Asia/Kathmandu", "2026-01-01T00:00Z", 345],
  ])("%s at %s: %i minutes", (zone, iso, minutes) => {
    expect(offsetAt(instant(iso), zone)).toBe(minutes);
  });

  it("refuses a zone that does not exist", () => {
    expect(() => offsetAt(0, "Atlantis/Capital")).toThrow(RangeError);
  });
});
