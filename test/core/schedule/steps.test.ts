import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { delays, formatSteps, parseSteps } from "../../../main/core/schedule/steps.ts";

const DAY = 86_400;
const seconds = fc.array(fc.integer({ min: 1, max: 365 * DAY }), { maxLength: 6 });

describe("parseSteps and formatSteps", () => {
  it("read back what was written", () => {
    fc.assert(
      fc.property(seconds, (steps) => {
        expect(parseSteps(formatSteps(steps))).toEqual(steps);
      }),
    );
  });

  it("write in one way whatever was read", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom("s", "m", "h", "d"))),
        (words) => {
          const text = words.map(([n, unit]) => `${n}${unit}`).join("  ");
          const once = formatSteps(parseSteps(text) as number[]);
          expect(formatSteps(parseSteps(once) as number[])).toBe(once);
        },
      ),
    );
  });

  it.each<[string, number[]]>([
    ["1m 10m 1h 1d", [60, 600, 3_600, DAY]],
    ["90s", [90]],
    ["1.5h", [5_400]],
    ["0.5m", [30]],
    ["10", [600]],
    [" 1M\t10m ", [60, 600]],
    ["365d", [365 * DAY]],
    ["", []],
    ["   ", []],
  ])("reads %j", (text, steps) => {
    expect(parseSteps(text)).toEqual(steps);
  });

  it.each([
    "soon",
    "1m,10m",
    "-5m",
    "1 m",
    "0m",
    "0.001s",
    "1y",
    "366d",
    "1.m",
    "m",
    "1e3m",
    "∞",
    "99999999999999999999d",
  ])("refuses %j and names the word", (text) => {
    const cause = parseSteps(text);
    expect(cause).toBeTypeOf("string");
    expect(cause).toContain(text.split(" ").at(-1));
  });

  it.each<[number[], string]>([
    [[60, 600, 3_600, DAY], "1m 10m 1h 1d"],
    [[90, 5_400, 36 * 3_600], "90s 90m 36h"],
    [[], ""],
  ])("writes %j", (steps, text) => {
    expect(formatSteps(steps)).toBe(text);
  });
});

describe("delays", () => {
  it("are whole seconds, Hard at most a day more than the first step or as long as the step itself", () => {
    fc.assert(
      fc.property(seconds, fc.nat(8), (steps, step) => {
        const wait = delays(steps, step);
        if (!wait) {
          expect(steps).toEqual([]);
          return;
        }
        expect(wait.again).toBe(steps[0]);
        expect(wait.good).toBe(steps[step + 1] ?? null);
        expect(Number.isInteger(wait.hard) && wait.hard >= 1).toBe(true);
        if (steps.length === 1) expect(wait.hard).toBeLessThanOrEqual(wait.again + 1.5 * DAY);
        else if (step > 0) expect(wait.hard).toBe(steps[Math.min(step, steps.length - 1)]);
      }),
    );
  });

  it.each<[string, number[], number, number]>([
    ["the mean of the first two", [60, 600], 0, 330],
    ["half as long again", [600], 0, 900],
    ["at most a day more", [10 * DAY], 0, 11 * DAY],
    ["over a day in whole days", [30 * 3_600], 0, 2 * DAY],
    ["also the mean", [DAY, 2 * DAY], 0, 2 * DAY],
    ["but not up to a day", [20 * 3_600, 24 * 3_600], 0, 22 * 3_600],
    ["the step itself", [60, 600], 1, 600],
    ["the last step, if steps were removed", [60, 600], 4, 600],
    ["the only step, if the others were removed", [600], 3, 900],
  ])("give Hard %s", (_, steps, step, hard) => {
    expect(delays(steps, step)?.hard).toBe(hard);
  });
});
