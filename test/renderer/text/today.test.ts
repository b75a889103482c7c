import { describe, expect, it } from "vitest";
import type { DeckView, TodayView } from "../../../main/contract/views.ts";
import { today } from "../../../renderer/text/today.ts";

const now = new Date(2026, 10, 23, 19).getTime();
const deck: DeckView = { id: "d", path: ["D"], description: "", cards: 9, due: 0, fresh: 0, unseen: 0 };
const view = (change: Partial<TodayView>): TodayView => ({
  ...{ now, due: 0, fresh: 0, minutes: 0, recall: null, slipping: 0, decks: [deck] },
  ...{ ahead: [0, 0, 0], past: [0, 0], waiting: null, later: 0, until: now + 9 * 3_600_000 },
  ...{ budget: null, gap: null, catchUp: null, dayOff: false, streak: null },
  ...change,
});

describe("the headline of Today", () => {
  it.each<[Partial<TodayView>, string]>([
    [{ due: 20, fresh: 4, minutes: 6 }, "Good evening. 24 cards, about six minutes."],
    [{ fresh: 1, minutes: 0.2 }, "Good evening. One card, less than a minute."],
    [{ due: 12, minutes: 3 }, "Good evening. Twelve cards, about three minutes."],
    [{}, "Good evening. Nothing is due."],
    [{ waiting: now + 1, later: 1 }, "Good evening. Almost done."],
    [{ decks: [] }, "Good evening. There is no deck yet."],
  ])("%j", (change, text) => expect(today.headline(view(change))).toBe(text));
});

describe("the line below", () => {
  it.each<[Partial<TodayView>, string]>([
    [{ due: 20, recall: 0.9, slipping: 2 }, "You would still remember most of them. Two are slipping."],
    [{ due: 20, recall: 0.9, slipping: 1 }, "You would still remember most of them. One is slipping."],
    [{ due: 20, recall: 0.98 }, "You would still remember nearly all of them."],
    [{ due: 1, recall: 0.4, slipping: 1 }, "It may have slipped your mind."],
    [{ fresh: 8 }, "All of them are new to you. Take your time."],
    [{ fresh: 1 }, "It is new to you."],
    [{ waiting: now + 8 * 60_000, later: 1 }, "One card comes back in 8 min."],
    [{ waiting: now + 90_000, later: 3 }, "Three cards come back in 2 min."],
    [{ ahead: [0, 7, 3] }, "The next cards come tomorrow: about seven minutes."],
    [{ ahead: [0, 0, 3] }, "The next cards come in two days: about three minutes."],
    [{}, "Nothing comes in the next two weeks either. Import a deck if you would like more."],
  ])("%j", (change, text) => expect(today.line(view(change), now)).toBe(text));
});
