import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { DaysOffPlan } from "../../../../main/contract/pace.ts";
import type { Api } from "../../../../renderer/api.ts";
import { createDaysOff, type DaysOffModel } from "../../../../renderer/state/pace/daysOff.ts";

const today = 20_000;
const plan: DaysOffPlan = { earlier: 8, later: 4, furthest: 3, recall: null, heaviest: null };

let asked: number[][];
let runs: (() => void)[];
let model: DaysOffModel;

const api = {
  call: async (_: string, { days }: { days: number[] }) => {
    asked.push(days);
    return { ok: true, value: { ...plan, later: days.length } };
  },
} as unknown as Api;

/** Lets what waits in the window run, until nothing waits. */
async function rest(): Promise<void> {
  while (runs.length > 0) {
    runs.shift()?.();
    await new Promise((done) => setTimeout(done));
  }
}

beforeEach(() => {
  [asked, runs] = [[], []];
  model = createDaysOff(api, (_, run) => void runs.push(run), { today, off: [today + 2], load: [] });
});

describe("marking days off", () => {
  it("marks and unmarks, and says once what the last of it would do", async () => {
    model.toggle(today + 5);
    model.toggle(today + 6);
    model.toggle(today + 2);
    expect(model.days.value).toEqual([today + 5, today + 6]);
    expect(model.plan.value).toBeNull();
    await rest();
    expect(asked).toEqual([[today + 5, today + 6]]);
    expect(model.plan.value?.later).toBe(2);
  });

  it("has nothing to say where all is as it was", async () => {
    model.toggle(today + 5);
    model.toggle(today + 5);
    await rest();
    expect(model.changed.value).toBe(false);
    expect(model.plan.value).toBeNull();
  });

  it("refuses a day that is past, and says why", () => {
    model.toggle(today - 1);
    expect(model.days.value).toEqual([today + 2]);
    expect(model.trouble.value).toMatch(/has passed/);
    model.go(today);
    expect(model.trouble.value).toBeNull();
  });

  it("lets a range grow and shrink, and keeps what was marked before", () => {
    model.go(today + 1);
    model.extend(today + 4);
    expect(model.days.value).toEqual([1, 2, 3, 4].map((n) => today + n));
    model.extend(today + 1);
    expect(model.days.value).toEqual([today + 1, today + 2]);
    model.extend(today - 3);
    expect(model.days.value).toEqual([today, today + 1, today + 2]);
    expect(model.trouble.value).toMatch(/has passed/);
  });

  it("takes no more days than the call does", () => {
    model.extend(today + 500);
    expect(model.trouble.value).toMatch(/400/);
    expect(model.days.value).toEqual([today + 2]);
  });

  it("never marks a past day nor one twice, whatever is done", () => {
    const act = fc.tuple(fc.constantFrom("toggle", "go", "extend"), fc.integer({ min: today - 40, max: today + 300 }));
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        for (const [name, day] of acts) model[name as "toggle"](day);
        const days = model.days.value;
        expect(days.every((day, i) => day >= today && (i === 0 || day > (days[i - 1] ?? 0)))).toBe(true);
        expect(days.length).toBeLessThanOrEqual(400);
      }),
    );
  });
});
