import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Card, Grade } from "../../../main/contract/shapes.ts";
import type { CardView } from "../../../main/contract/views.ts";
import { apply, type Collection, defaultPreset, defaultSettings, newCard } from "../../../main/core/collection.ts";
import { studyDay } from "../../../main/core/schedule/day.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { cardView } from "../../../main/core/study/cardView.ts";
import { anyGrade, at, collectionWith, day } from "../collections.ts";

const start = Date.parse("2026-03-27T10:00:00Z");
const today = studyDay(start, at(0).calendar);

/** A review that comes back in about so many days if it goes well. */
const review = (note: number, interval: number, changes: Partial<Card> = {}): Card => ({
  ...{ ...newCard(`n${note}`, 0), phase: "review", stability: interval, difficulty: 5, reps: 3, interval },
  ...{ last: start - interval * day, day: today, ...changes },
});

function give(collection: Collection, view: CardView, grade: Grade): void {
  const change = answer(collection, { card: view.card, seen: view.seen, grade, tookMs: 1 }, at(start + 5_000));
  if (isFault(change)) throw new Error(change.code);
  apply(collection, change.records);
}

const good = (collection: Collection, card: string) => cardView(collection, card, at(start))?.seen.days[2] ?? 0;

describe("previews", () => {
  it("are what is stored, for every card, whichever are answered in between", () => {
    const cards = fc.array(fc.tuple(fc.double({ min: 1, max: 60, noNaN: true }), anyGrade), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cards, fc.func(fc.nat(1_000)), (given, order) => {
        const collection = collectionWith(new Array(given.length).fill("basic"), ["A", "B"]);
        for (const [i, [days]] of given.entries())
          collection.cards.set(`n${i}/0`, review(i, Math.max(1, Math.round(days)), { stability: days }));
        const views = given.map((_, i) => cardView(collection, `n${i}/0`, at(start)) as CardView);
        for (const view of views.toSorted((a, b) => order(a.card) - order(b.card))) {
          const grade = given[views.indexOf(view)]?.[1] as Grade;
          give(collection, view, grade);
          const card = collection.cards.get(view.card);
          if (card?.due === null) expect(card.day - today).toBe(view.seen.days[grade - 1]);
          else expect(view.seen.days[grade - 1]).toBeNull();
        }
      }),
    );
  });

  it("spread cards over the days of their range as they are answered, those of all decks that share a preset together", () => {
    const spread = (presets: [string, string]) => {
      const collection = collectionWith(new Array(200).fill("basic"), ["A", "B"]);
      collection.presets.set("other", { ...defaultPreset, id: "other" });
      for (const [i, id] of ["d:A", "d:B"].entries()) {
        const deck = collection.decks.get(id);
        if (deck) collection.decks.set(id, { ...deck, preset: presets[i] ?? "" });
      }
      const counts = new Map<number, number>();
      for (let i = 0; i < 200; i++) {
        collection.cards.set(`n${i}/0`, review(i, 10));
        const view = cardView(collection, `n${i}/0`, at(start)) as CardView;
        give(collection, view, 3);
        const n = view.seen.days[2] ?? 0;
        counts.set(n, (counts.get(n) ?? 0) + 1);
      }
      return Math.max(...counts.values()) - Math.min(...counts.values());
    };
    expect(spread(["default", "default"])).toBeLessThan(25);
    expect(spread(["default", "other"])).toBeLessThan(25);
  });

  it("go round easy weekdays and days off", () => {
    const days = (change: (collection: Collection) => void) => {
      const collection = collectionWith(new Array(120).fill("basic"));
      change(collection);
      const chosen = new Set<number>();
      for (let i = 0; i < 120; i++) {
        collection.cards.set(`n${i}/0`, review(i, 10));
        const view = cardView(collection, `n${i}/0`, at(start)) as CardView;
        give(collection, view, 3);
        chosen.add(today + (view.seen.days[2] ?? 0));
      }
      return chosen;
    };
    const weekdayOf = (on: number) => new Date(on * day).getUTCDay();
    const all = days(() => {});
    expect(new Set([...all].map(weekdayOf)).size).toBe(7);
    const easyDays = [1, 1, 1, 1, 1, 0, 0];
    const working = days(({ presets }) => presets.set("default", { ...defaultPreset, easyDays }));
    expect(new Set([...working].map(weekdayOf))).toEqual(new Set([1, 2, 3, 4, 5]));
    const daysOff = [...all].sort().slice(1, 4);
    const rested = days(({ settings }) => settings.set("settings", { ...defaultSettings, daysOff }));
    expect(daysOff.filter((off) => rested.has(off))).toEqual([]);
  });

  it("keep a card away from its siblings, unless siblings may come together", () => {
    const together = (reviews: boolean) => {
      let count = 0;
      for (let n = 0; n < 40; n++) {
        const types = new Array(100).fill("basic").concat(new Array(n + 1).fill("reversed"));
        const collection = collectionWith(types);
        collection.presets.set("default", { ...defaultPreset, bury: { fresh: true, reviews, interday: true } });
        for (let i = 0; i < 100; i++) collection.cards.set(`n${i}/0`, review(i, 10, { day: today + (i % 50) }));
        const note = 100 + n;
        collection.cards.set(`n${note}/0`, review(note, 10));
        const days = good(structuredClone(collection), `n${note}/0`);
        collection.cards.set(`n${note}/1`, { ...review(note, 10), id: `n${note}/1`, ord: 1, day: today + days });
        if (good(collection, `n${note}/0`) === days) count++;
      }
      return count;
    };
    expect(together(true)).toBe(0);
    expect(together(false)).toBeGreaterThan(5);
  });

  it("count a suspended card for nothing", () => {
    const days = (suspended: boolean) => {
      const collection = collectionWith(new Array(51).fill("basic"));
      collection.cards.set("n0/0", review(0, 10));
      const alone = good(structuredClone(collection), "n0/0");
      for (let i = 1; i <= 50; i++) collection.cards.set(`n${i}/0`, review(i, 10, { day: today + alone, suspended }));
      return good(structuredClone(collection), "n0/0") - alone;
    };
    expect(days(true)).toBe(0);
    expect(days(false)).not.toBe(0);
  });
});
