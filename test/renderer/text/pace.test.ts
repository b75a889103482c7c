import { describe, expect, it } from "vitest";
import type { BudgetView, CatchUpView, DaysOffPlan } from "../../../main/contract/pace.ts";
import { daysOff } from "../../../renderer/text/daysOff.ts";
import { budget, catchUp, streak } from "../../../renderer/text/pace.ts";

const on = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const today = on("2026-11-25");
const percent = "\u202f%";

describe("the line of the budget", () => {
  const view: BudgetView = { minutes: 15, more: 0, spent: 0, fresh: 4, wanted: 4, waiting: 0, cost: 0 };
  it.each<[Partial<BudgetView>, number, string]>([
    [{}, 12.3, "15 minutes a day: today 12 of them, 4 new cards."],
    [{ wanted: 20 }, 12, "15 minutes a day: today 12 of them, 4 of 20 new cards."],
    [
      { fresh: 0, wanted: 20, waiting: 40, cost: 0.02 },
      15,
      "15 minutes a day: today 15 of them, no new cards. 40 reviews wait for another day.",
    ],
    [{ fresh: 0, wanted: 0 }, 0, "15 minutes a day: nothing to do today."],
    [{ spent: 6, fresh: 1, wanted: 1 }, 8.6, "15 minutes a day: 6 used, about 9 to go, 1 new card."],
    [{ spent: 15.4, waiting: 1 }, 0, "15 minutes a day: all used. 1 review waits for another day."],
    [{ spent: 6 }, 0, "15 minutes a day: 6 used, nothing left to do."],
    [{ minutes: 1, more: 5, spent: 1 }, 3, "1 minute a day and 5 more today: 1 used, about 3 to go, 4 new cards."],
  ])("%j, %d min", (change, left, text) => expect(budget.line({ ...view, ...change }, left)).toBe(text));
});

it("says what a budget would come to, and when it is short", () => {
  expect(budget.fits({ fresh: 6, ahead: [], short: false })).toBe("About six new cards a day fit in.");
  expect(budget.fits({ fresh: 1, ahead: [], short: false })).toBe("About one new card a day fits in.");
  expect(budget.fits({ fresh: 0, ahead: [], short: true })).toMatch(/^No new cards fit in\. On some days the reviews/);
});

describe("the plan to catch up", () => {
  const view: CatchUpView = {
    minutes: 20,
    extra: 5,
    total: 412,
    left: 292,
    until: on("2026-12-04"),
    expected: on("2026-12-04"),
  };
  it("greets with what waited, and what is still known", () => {
    const gap = { missed: 9, overdue: 412, known: 350, choices: [] };
    expect(`${catchUp.headline(gap)} ${catchUp.known(gap)}`).toBe(
      "Welcome back. 412 cards waited. You still know about 350 of them.",
    );
    expect(catchUp.known({ ...gap, known: 412 })).toBe("You still know all of them.");
    expect(catchUp.known({ ...gap, known: 0 })).toBe("They come back quickly.");
  });
  it("names the day of each choice", () => {
    expect(catchUp.until({ extra: 5, minutes: 20, until: on("2026-12-04") }, today)).toBe(
      "20 min a day, done by Friday 4 December",
    );
    expect(catchUp.until({ extra: 5, minutes: 20, until: on("2027-08-01") }, today)).toBe(
      "20 min a day, done by 1 August 2027",
    );
    expect(catchUp.until({ extra: 5, minutes: 20, until: null }, today)).toBe("20 min a day, not done within a year");
  });
  it.each<[Partial<CatchUpView>, RegExp]>([
    [{}, /^At 20 min a day, done by Friday 4 December\. /],
    [{ expected: on("2026-12-02") }, /^At 20 min a day, done by Wednesday 2 December\. /],
    [
      { expected: on("2026-12-06") },
      /^It looks like Sunday 6 December now, later than Friday 4 December as planned\.$/,
    ],
    [{ expected: null }, /longer than a year/],
  ])("is honest: %j", (change, says) => {
    expect(catchUp.expected({ ...view, ...change }, today)).toMatch(says);
    expect(catchUp.progress({ ...view, ...change })).toBe("120 of 412 cards caught up.");
  });
});

describe("days off", () => {
  const plan: DaysOffPlan = { earlier: 0, later: 0, furthest: 0, recall: null, heaviest: null };
  it("names a day as a screen reader says it", () => {
    const day = on("2026-12-24");
    expect(daysOff.day({ day, today, cards: 34, off: true })).toBe("Thursday 24 December, 34 reviews due, day off");
    expect(daysOff.day({ day: today, today, cards: 0, off: false })).toBe("Wednesday 25 November, today, nothing due");
    expect(daysOff.day({ day, today, cards: null, off: false })).toBe("Thursday 24 December");
  });
  it("tells days in a row together", () => {
    const days = ["2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"].map(on);
    expect(daysOff.marked(days)).toBe("Off: 24–26 December and 31 December.");
    expect(daysOff.marked([])).toBe("No day is marked.");
    expect(daysOff.marked(Array.from({ length: 9 }, (_, i) => today + 2 * i))).toMatch(/ and 3 more\.$/);
  });
  it("says what would move, and what it costs", () => {
    expect(daysOff.plan(plan, today)).toEqual(["No review has to move."]);
    expect(
      daysOff.plan(
        {
          ...{ earlier: 82, later: 41, furthest: 3, recall: { before: 0.9, after: 0.88 } },
          heaviest: { day: on("2026-12-22"), before: 14.2, after: 19 },
        },
        today,
      ),
    ).toEqual([
      "82 reviews will come earlier and 41 later, by up to 3 days.",
      `Expected recall of those: 88${percent} instead of 90${percent}.`,
      "The heaviest day is Tuesday 22 December: 19 minutes instead of 14.",
    ]);
    expect(daysOff.plan({ ...plan, later: 1, furthest: 1, recall: { before: 0.9, after: 0.9 } }, today)).toEqual([
      "1 review will come later, by a day.",
      `Recall of those stays at 90${percent}.`,
    ]);
  });
});

it("counts days in a row kindly", () => {
  expect(streak.line(0)).toBe("A new row of days begins with your next card.");
  expect(streak.line(6)).toBe("Six days in a row; days off leave them whole.");
});
