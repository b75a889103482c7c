import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Card, Grade, Preset } from "../../../main/contract/shapes.ts";
import type { CardView } from "../../../main/contract/views.ts";
import type { Because, Why } from "../../../main/contract/why.ts";
import { setDue } from "../../../main/core/bulk/due.ts";
import { reset } from "../../../main/core/bulk/reset.ts";
import { apply, cardOf, defaultPreset } from "../../../main/core/collection.ts";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { cardView } from "../../../main/core/study/cardView.ts";
import { at, collectionWith, day, minute } from "../collections.ts";

const id = "n0/0";
const start = Date.parse("2026-03-02T10:00:00Z");

/** One card and a clock; every answer goes the way that an answer goes. */
function life(preset: Partial<Preset> = {}) {
  const collection = collectionWith(["basic"]);
  collection.presets.set("default", { ...defaultPreset, ...preset });
  let ms = start;
  const card = (): Card => cardOf(collection, "n0", 0);
  const change = (next: Card) => apply(collection, { cards: [[collection.cards.get(id) ?? null, next]] });
  return {
    card,
    view: () => cardView(collection, id, at(ms)) as CardView,
    wait(more: number) {
      ms += more;
      return this;
    },
    give(grade: Grade) {
      const input = { card: id, seen: this.view().seen, grade, tookMs: 4_000 };
      const made = answer(collection, input, at(ms));
      if (isFault(made)) throw new Error(made.code);
      apply(collection, made.records);
      return this;
    },
    /** Answers so many times, each on the day it is due, plus so many days. */
    reviews(grades: Grade[], late = 0) {
      for (const grade of grades) {
        this.dueDay(late);
        this.give(grade);
      }
      return this;
    },
    dueDay(late = 0) {
      const { due, day: on } = card();
      ms = due ?? ms + (on - studyDay(ms, at(0).calendar)) * day;
      return this.wait(late * day);
    },
    dueBy(days: number) {
      const range = { least: days, most: days, asInterval: false };
      apply(collection, setDue(collection, { cards: [card()], notes: [...collection.notes.values()] }, range, at(ms)));
      return this;
    },
    reset() {
      change(reset(card()));
      return this;
    },
    moved(days: number) {
      const { interval, day: on, ...rest } = card();
      change({ ...rest, interval: interval + days, day: on + days, placed: "moved" });
      return this;
    },
    preset(next: Partial<Preset>) {
      collection.presets.set("default", { ...defaultPreset, ...preset, ...next });
      return this;
    },
  };
}

const seen = { last: expect.any(Number), recall: expect.closeTo(0.9, 0), target: 0.9 };

describe("why a card is here", () => {
  it.each<[string, () => CardView, Why]>([
    ["never seen", () => life().view(), { cause: "new" }],
    ["reset", () => life().give(4).reset().view(), { cause: "reset" }],
    ["a step", () => life().give(1).wait(minute).view(), { cause: "learning", early: 0, ...seen }],
    [
      "a step before its time",
      () =>
        life()
          .give(3)
          .wait(7 * minute)
          .view(),
      { cause: "learning", early: 3 * minute, ...seen },
    ],
    [
      "forgotten",
      () =>
        life()
          .give(4)
          .dueDay()
          .give(1)
          .wait(10 * minute)
          .view(),
      { cause: "relearning", early: 0, ...seen },
    ],
    ["on its day", () => life().give(4).dueDay().view(), { cause: "due", ...seen }],
    ["late", () => life().give(4).dueDay(5).view(), { cause: "late", days: 5, ...seen }],
    ["ahead of its day", () => life().give(4).dueDay(-3).view(), { cause: "early", days: 3, ...seen }],
    ["by hand", () => life().give(4).dueBy(2).dueDay().view(), { cause: "byHand", days: 0, ...seen }],
    ["by hand, and late", () => life().give(4).dueBy(2).dueDay(1).view(), { cause: "byHand", days: 1, ...seen }],
    ["moved", () => life().give(4).moved(-2).dueDay().view(), { cause: "moved", days: 0, ...seen }],
    [
      "a step of days",
      () =>
        life({ learningSteps: [86_400] })
          .give(1)
          .dueDay()
          .view(),
      { cause: "learning", early: 0, ...seen },
    ],
  ])("%s", (_, view, expected) => expect(view().why).toEqual(expected));

  it("an answer ends what was set by hand", () => {
    const one = life().give(4).dueBy(2).dueDay().give(3);
    expect(one.card()).not.toHaveProperty("placed");
    expect(one.dueDay().view().why.cause).toBe("due");
  });
});

describe("why a grade brings it back when it does", () => {
  const grown = () => life().give(4).reviews([3, 3]);
  it.each<[string, () => CardView, Grade, Because | null]>([
    ["a step, and then days", () => life().view(), 1, { because: "step", after: expect.closeTo(1, -1) }],
    ["known at once", () => life().view(), 4, null],
    [
      "forgotten: a step, and then days",
      () => grown().dueDay().view(),
      1,
      { because: "step", after: expect.any(Number) },
    ],
    ["out of relearning", () => grown().reviews([1]).dueDay().view(), 3, { because: "forgotten" }],
    [
      "no steps for what was forgotten",
      () => life({ relearningSteps: [] }).give(4).reviews([3]).dueDay().view(),
      1,
      { because: "forgotten" },
    ],
    [
      "no steps, and another look today",
      () => life({ learningSteps: [] }).view(),
      1,
      { because: "sameDay", after: expect.any(Number) },
    ],
    [
      "a step past the night",
      () =>
        life({ learningSteps: [60, 86_400] })
          .give(3)
          .wait(minute)
          .view(),
      2,
      { because: "overnight", after: expect.any(Number) },
    ],
    ["grown as it should", () => grown().dueDay().view(), 3, null],
    [
      "the longest interval",
      () => grown().preset({ maximumInterval: 20 }).dueDay().view(),
      3,
      { because: "maximum", most: 20 },
    ],
    ["by hand", () => life().give(4).dueBy(200).dueDay().view(), 3, { because: "byHand", was: 200 }],
    [
      "stretched by days off",
      () => life().give(4).moved(150).dueDay().view(),
      3,
      { because: "moved", was: expect.any(Number) },
    ],
    [
      "a higher target",
      () => grown().preset({ desiredRetention: 0.97 }).dueDay().view(),
      3,
      { because: "longer", was: expect.any(Number) },
    ],
    ["ahead of its day", () => grown().dueDay(-10).view(), 3, { because: "early", days: 10 }],
    [
      "much too late",
      () =>
        life()
          .give(3)
          .wait(10 * minute)
          .give(3)
          .dueDay(400)
          .view(),
      3,
      { because: "late", elapsed: expect.any(Number) },
    ],
  ])("%s", (_, view, grade, expected) => expect(view().previews[grade - 1]?.because).toEqual(expected));

  it("a grade that is told to be shorter than last time is, and no other", () => {
    for (const one of [grown(), grown().preset({ desiredRetention: 0.97 }), life().give(4).dueBy(200)])
      for (const late of [-5, 0, 3]) {
        const { previews } = one.dueDay(late).view();
        const was = one.card().interval;
        for (const { grade, wait, because } of previews.slice(1)) {
          const isShorter = wait.unit === "days" && wait.n < was;
          const isTold = because !== null && ["byHand", "moved", "longer"].includes(because.because);
          expect([grade, isTold]).toEqual([grade, isShorter]);
        }
      }
  });

  it("says for how long a card stays away after its steps, as the same answers then make it", () => {
    const one = life();
    const told = one.view().previews[0]?.because;
    one
      .give(1)
      .wait(minute)
      .give(3)
      .wait(10 * minute);
    const { wait } = one.view().previews[2] ?? {};
    expect(told).toMatchObject({ because: "step" });
    // Within what fuzz may choose.
    expect(Math.abs((told as { after: number }).after - (wait?.n ?? 0))).toBeLessThanOrEqual(1);
  });

  it("names the instant at which it comes back: of a step, or of the study day", () => {
    const { previews, seen } = life().view();
    expect(previews[0]?.back).toBe(seen.at + minute);
    const easy = previews[3];
    expect(studyDay(easy?.back ?? 0, at(0).calendar)).toBe(studyDay(seen.at, at(0).calendar) + (easy?.wait.n ?? 0));
  });
});

it("a card tells how many buttons its preset wants", () => {
  expect(life().view().buttons).toBe(4);
  expect(life({ buttons: 2 }).view().buttons).toBe(2);
});
