import { expect, it } from "vitest";
import type { Api } from "../../../../renderer/api.ts";
import { createBudget, parseMinutes, proposeMinutes } from "../../../../renderer/state/pace/budget.ts";

it.each([
  ["15", 15],
  [" 1 ", 1],
  ["1,440", 1_440],
  ["0", null],
  ["-5", null],
  ["1441", null],
  ["1.5", null],
  ["soon", null],
  ["", null],
])("reads %j as %s", (text, minutes) => expect(parseMinutes(text)).toBe(minutes));

it("proposes what the days take now, in steps of five", () => {
  expect(proposeMinutes([12, 9, 18])).toBe(15);
  expect(proposeMinutes([])).toBe(10);
  expect(proposeMinutes([900])).toBe(120);
});

it("looks only at the last of several quick changes, and never at what is no number of minutes", async () => {
  const asked: number[] = [];
  const runs: (() => void)[] = [];
  const api = {
    call: async (_: string, { minutes }: { minutes: number }) => {
      asked.push(minutes);
      return { ok: true, value: { fresh: minutes, ahead: [1], short: false } };
    },
  } as unknown as Api;
  const budget = createBudget(api, (_, run) => void runs.push(run), null, 20);
  for (const text of ["2", "25", "x"]) budget.type(text);
  const rest = async () => {
    while (runs.length > 0) {
      runs.shift()?.();
      await new Promise((done) => setTimeout(done));
    }
  };
  await rest();
  expect(asked).toEqual([]);
  expect(budget.take()).toBeNull();
  expect(budget.trouble.value).toMatch(/whole number of minutes/);
  budget.type("30");
  expect(budget.trouble.value).toBeNull();
  await rest();
  expect(asked).toEqual([30]);
  expect(budget.isCurrent.value).toBe(true);
  expect(budget.take()).toBe(30);
});
