import { describe, expect, it } from "vitest";
import type { CardView } from "../../../main/contract/views.ts";
import { study } from "../../../renderer/text/study.ts";

const now = 1_700_000_000_000;
const card = (phase: CardView["phase"], memory: CardView["memory"]) => ({ phase, memory }) as CardView;

describe("why a card is here", () => {
  it.each([
    [card("new", null), "New: you have not seen this card before."],
    [
      card("review", { last: now - 12 * 86_400_000, recall: 0.88, target: 0.9 }),
      "Last seen 12 days ago. You would remember it with 88\u202f%; your target is 90\u202f%.",
    ],
    [
      card("learning", { last: now - 600_000, recall: 0.99, target: 0.9 }),
      "You are learning this card. Last seen 10 min ago.",
    ],
    [
      card("relearning", { last: now - 600_000, recall: 0.99, target: 0.9 }),
      "You forgot this card 10 min ago, so it is back already.",
    ],
  ])("%#", (view, text) => expect(study.why(view, now)).toBe(text));
});

describe("what a grade does", () => {
  it("names the wait, and the chance where it is a matter of days", () => {
    expect(study.does({ grade: 1, wait: { unit: "seconds", n: 600 }, recall: 0.99 })).toBe(
      "You did not know it: it comes back in 10 min.",
    );
    expect(study.does({ grade: 3, wait: { unit: "days", n: 19 }, recall: 0.9 })).toBe(
      "You knew it: it comes back in 19 days, when you would be at 90\u202f%.",
    );
  });
});

it("says an option with its letter, and what came of a pick", () => {
  expect(study.option("A", "Sevan")).toBe("A: Sevan");
  expect(study.option("", "Van")).toBe("Van");
  expect(study.picked(true, "B: Caspian")).toBe("Right.");
  expect(study.picked(false, "A: Sevan")).toBe("Not this time. You picked A: Sevan.");
});

it("names a long card by its beginning", () => {
  expect(study.takenBack("answer", "long ".repeat(1_000)).length).toBeLessThan(120);
});

it("says what was taken back", () => {
  expect(study.takenBack("answer", "What is it?")).toBe("Taken back: your answer (What is it?).");
  expect(study.takenBack("import", "")).toBe("Taken back: the import.");
});
