import { afterEach, expect, it, vi } from "vitest";
import { clock, zone } from "../../main/clock.ts";

afterEach(() => vi.useRealTimers());

it("is the system's clock unless told otherwise", () => {
  vi.useFakeTimers({ now: 1_000 });
  expect([clock(undefined)(), clock("")()]).toEqual([1_000, 1_000]);
});

it.each([
  ["2026-11-23T19:00:00+01:00", Date.UTC(2026, 10, 23, 18)],
  ["2026-11-23T18:00Z", Date.UTC(2026, 10, 23, 18)],
  ["2026-11-23T18:00:00.250Z", Date.UTC(2026, 10, 23, 18, 0, 0, 250)],
  ["2026-11-23", Date.UTC(2026, 10, 23)],
  ["2026-11-23T18:00:00", new Date(2026, 10, 23, 18).getTime()],
])("begins at %s and runs on from there", (start, from) => {
  vi.useFakeTimers({ now: 1_000 });
  const now = clock(start);
  expect(now()).toBe(from);
  vi.setSystemTime(1_000 + 90_000);
  expect(now()).toBe(from + 90_000);
});

it.each(["5", "soon", "2026", "23.11.2026", "2026-11-23 18:00", "2026-13-01", "2026-11-23T25:00:00Z", "Nov 23, 2026"])(
  "refuses %s, in a sentence of its own",
  (start) => {
    expect(() => clock(start)).toThrow(
      expect.objectContaining({
        fault: { code: "clock", detail: start },
        message: expect.stringMatching(/^MNEME_CLOCK is no ISO time: .*Nothing was changed/),
      }),
    );
  },
);

it("names the zone as the system has it now", () => {
  const before = process.env.TZ;
  try {
    process.env.TZ = "Asia/Yerevan";
    expect(zone()).toBe("Asia/Yerevan");
    process.env.TZ = "Europe/Berlin";
    expect(zone()).toBe("Europe/Berlin");
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
