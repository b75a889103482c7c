import { describe, expect, it } from "vitest";
import type { Preview } from "../../../main/contract/views.ts";
import type { Because, Why } from "../../../main/contract/why.ts";
import { does, why } from "../../../renderer/text/why.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-24T18:00:00+01:00");
const seen = { last: now - 12 * day, recall: 0.88, target: 0.9 };
const just = { last: now - 600_000, recall: 0.99, target: 0.9 };
const known = "you would remember it with 88\u202f%, and your target is 90\u202f%.";

describe("why a card is here", () => {
  it.each<[Why, string]>([
    [{ cause: "new" }, "New: you have not seen this card before."],
    [{ cause: "reset" }, "New again: it was reset, and begins as if you had never seen it."],
    [{ cause: "learning", early: 0, ...just }, "You are learning this card; last seen 10 min ago."],
    [
      { cause: "learning", early: 180_000, ...just },
      "You are learning this card; last seen 10 min ago, and 3 min early, since nothing else is left.",
    ],
    [{ cause: "relearning", early: 0, ...just }, "You forgot this card 10 min ago, so it is back already."],
    [{ cause: "due", ...seen }, `Last seen 12 days ago: ${known}`],
    [{ cause: "late", days: 1, ...seen }, `Last seen 12 days ago, 1 day late: ${known}`],
    [
      { cause: "early", days: 1, ...seen },
      `You study it ahead of its day, which is tomorrow; last seen 12 days ago: ${known}`,
    ],
    [{ cause: "byHand", days: 0, ...seen }, `You set this day by hand; last seen 12 days ago: ${known}`],
    [{ cause: "byHand", days: 2, ...seen }, `You set this day by hand, 2 days late; last seen 12 days ago: ${known}`],
    [{ cause: "moved", days: 0, ...seen }, `Your days off moved it back to this day; last seen 12 days ago: ${known}`],
    [
      { cause: "moved", days: 0, ...seen, recall: 0.95 },
      "Your days off moved it forward to this day; last seen 12 days ago: you would remember it with 95\u202f%, and your target is 90\u202f%.",
    ],
  ])("%j", (reason, sentence) => expect(why(reason, now)).toBe(sentence));
});

describe("what a grade does", () => {
  const good = (n: number, because: Because | null): Preview => ({
    grade: 3,
    wait: { unit: "days", n },
    recall: 0.9,
    back: Date.parse("2026-11-24T04:00:00+01:00") + n * day,
    because,
  });
  const again = (because: Because): Preview => ({
    grade: 1,
    wait: { unit: "seconds", n: 600 },
    recall: 0.99,
    back: now + 600_000,
    because,
  });
  it.each<[Preview, string]>([
    [good(1, null), "You knew it: it comes back tomorrow, when you would be at 90\u202f%."],
    [good(19, null), "You knew it: it comes back in 19 days, on Sunday 13 December, when you would be at 90\u202f%."],
    [good(400, null), "You knew it: it comes back in 13 months, on 29 Dec 2027, when you would be at 90\u202f%."],
    [
      again({ because: "step", after: 3 }),
      "You did not know it: it comes back in 10 min, and once you know it, in about 3 days.",
    ],
    [again({ because: "step", after: null }), "You did not know it: it comes back in 10 min."],
    [
      again({ because: "sameDay", after: 1 }),
      "You did not know it: it comes back in 10 min, and once you know it, in about 1 day; it is so fresh that FSRS wants another look today.",
    ],
    [
      good(1, { because: "overnight", after: 4 }),
      "You knew it: it comes back tomorrow, still as a step of learning, and once you know it, in about 4 days.",
    ],
  ])("%#", (preview, sentence) => expect(does(preview)).toBe(sentence));

  it.each<[Because, string]>([
    [{ because: "forgotten" }, "That is sooner than before, since it was forgotten."],
    [{ because: "maximum", most: 19 }, "No card stays away for longer than 19 days: that is your longest interval."],
    [{ because: "byHand", was: 40 }, "That is shorter than last time, since you set those 40 days by hand."],
    [{ because: "moved", was: 40 }, "That is shorter than last time, since your days off stretched it to 40 days."],
    [
      { because: "longer", was: 40 },
      "That is shorter than last time: 40 days were more than your target asks for now.",
    ],
    [{ because: "early", days: 5 }, "You are 5 days early, so the answer counts for less."],
    [
      { because: "late", elapsed: 60 },
      "That is less than the 60 days since you saw it: knowing it so late counts for much, but not for all of them.",
    ],
  ])("%j", (because, sentence) => expect(does(good(19, because)).split("%. ")[1]).toBe(sentence));
});
