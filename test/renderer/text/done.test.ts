import { describe, expect, it } from "vitest";
import type { SummaryView } from "../../../main/contract/views.ts";
import { done } from "../../../renderer/text/done.ts";

const now = new Date(2026, 10, 23, 19).getTime();
const tomorrow = { cards: 12, minutes: 3, at: new Date(2026, 10, 24, 4).getTime() };
const view = (change: Partial<SummaryView>): SummaryView => ({
  ...{ answers: 3, cards: 2, took: 41_000, remembered: null, target: 0.9, saved: 0, hardest: [] },
  ...{ tomorrow, ahead: [3], waiting: null, budget: null, catchUp: null, leeches: [] },
  ...change,
});

describe("the end of a session", () => {
  it.each<[Partial<SummaryView>, string, string]>([
    [{}, "Done for today.", "The next cards come tomorrow at four in the morning: about three minutes."],
    [{ waiting: now + 8 * 60_000 }, "Done for the moment.", "The next card comes back in 8 min."],
    [{ tomorrow: { ...tomorrow, cards: 0 } }, "Done for today.", "Nothing comes tomorrow. Enjoy the rest."],
    [{ answers: 0, cards: 0, took: 0, waiting: now + 1 }, "Done for the moment.", "The next card comes back in 1 min."],
  ])("%j", (change, headline, line) => {
    expect(done.headline(view(change), false)).toBe(headline);
    expect(done.line(view(change), now)).toBe(line);
  });

  it("is announced with its figures, if there are any, and with what comes next", () => {
    expect(done.announcement(view({ waiting: now + 60_000 }), false, now)).toBe(
      "Done for the moment. 2 cards in 41 s. The next card comes back in 1 min.",
    );
    expect(done.announcement(view({ answers: 0, cards: 0, took: 0 }), false, now)).toMatch(
      /^Nothing to do here today\. The next cards come/,
    );
  });

  const budget = { minutes: 15, more: 0, spent: 15.2, fresh: 0, wanted: 3, waiting: 23, cost: 0.02 };
  it.each<[Partial<typeof budget>, string, string]>([
    [{}, "Your 15 minutes are up.", "23 reviews wait until tomorrow. That costs about 2\u202f% of recall."],
    [
      { more: 5, waiting: 60 },
      "Your 20 minutes are up.",
      "60 reviews wait until tomorrow. That costs about 2\u202f% of recall: about one of them more will have slipped.",
    ],
    [
      { waiting: 1, cost: 0.001 },
      "Your 15 minutes are up.",
      "1 review waits until tomorrow. That costs next to nothing.",
    ],
    [{ minutes: 1, waiting: 0 }, "Your minute is up.", "Nothing waits."],
  ])("is calm when the budget is used: %j", (change, headline, waits) => {
    const used = view({ budget: { ...budget, ...change } });
    expect(done.headline(used, true)).toBe(headline);
    expect(done.announcement(used, true, now)).toBe(
      `${headline} ${waits} 2 cards in 41 s. The next cards come tomorrow at four in the morning: about three minutes.`,
    );
  });

  it("names a long card by its beginning", () => {
    expect(done.editNote("long ".repeat(1_000)).length).toBeLessThan(100);
  });
});
