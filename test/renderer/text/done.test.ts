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
    expect(done.headline(view(change))).toBe(headline);
    expect(done.line(view(change), now)).toBe(line);
  });

  it("is announced with its figures, if there are any, and with what comes next", () => {
    expect(done.announcement(view({ waiting: now + 60_000 }), now)).toBe(
      "Done for the moment. 2 cards in 41 s. The next card comes back in 1 min.",
    );
    expect(done.announcement(view({ answers: 0, cards: 0, took: 0 }), now)).toMatch(
      /^Nothing to do here today\. The next cards come/,
    );
  });

  it("names a long card by its beginning", () => {
    expect(done.editNote("long ".repeat(1_000)).length).toBeLessThan(100);
  });
});
