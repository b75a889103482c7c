import fc from "fast-check";
import { expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import { type FilteredSpec, filteredOrders } from "../../../main/contract/filtered.ts";
import type { Card, Grade } from "../../../main/contract/shapes.ts";
import { apply, type Collection, invert, newCard } from "../../../main/core/collection.ts";
import { choose } from "../../../main/core/filtered/choose.ts";
import { filteredSource } from "../../../main/core/filtered/source.ts";
import { searchFor } from "../../../main/core/filtered/wish.ts";
import { isProblem } from "../../../main/core/search/escape.ts";
import { search } from "../../../main/core/search/search.ts";
import { upcoming } from "../../../main/core/study/queue.ts";
import { anyGrade, anyType, at, collectionWith, day, minute } from "../collections.ts";

const now = at("2026-11-24T12:00:00Z");
const today = 20_781;

const anyState = fc.record({
  phase: fc.constantFrom("new" as const, "review" as const, "review" as const, "relearning" as const),
  ahead: fc.integer({ min: -10, max: 10 }),
  interval: fc.integer({ min: 1, max: 40 }),
  lapses: fc.integer({ min: 0, max: 9 }),
  suspended: fc.boolean(),
  buried: fc.constantFrom(null, null, today, today - 1),
});

/** Notes in two decks, whose first cards are in all kinds of states. */
const anyCollection = fc.array(fc.tuple(anyType, anyState), { minLength: 1, maxLength: 12 }).map((rows): Collection => {
  const collection = collectionWith(
    rows.map(([type]) => type),
    ["A", "B"],
    now.ms - 3 * day,
  );
  rows.forEach(([, { phase, ahead, interval, ...rest }], i) => {
    const fresh = { ...newCard(`n${i}`, 0), ...rest };
    const seen: Partial<Card> = {
      ...{ phase, day: today + ahead, interval, stability: interval, difficulty: 5, reps: 3 },
      due: phase === "relearning" ? now.ms + ahead * minute : null,
      last: now.ms - (interval - ahead) * day,
    };
    const card = phase === "new" ? { ...fresh, lapses: 0 } : { ...fresh, ...seen };
    collection.cards.set(card.id, card);
  });
  return collection;
});

const anySpec = fc.record({
  deck: fc.constantFrom(null, "d:A", "d:B"),
  wish: fc.oneof(
    fc.record({ kind: fc.constant("ahead" as const), days: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant("added" as const), days: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      kind: fc.constant("state" as const),
      state: fc.constantFrom("new" as const, "due" as const, "review" as const, "all" as const),
      include: fc.constant([]),
      exclude: fc.constant([]),
    }),
    fc.record({
      kind: fc.constant("search" as const),
      query: fc.constantFrom("", "prop:ivl>10", "is:new or prop:lapses>3"),
    }),
  ),
  order: fc.constantFrom(...filteredOrders),
  limit: fc.integer({ min: 1, max: 9 }),
  schedules: fc.boolean(),
}) as fc.Arbitrary<FilteredSpec>;

function chosen(collection: Collection, spec: FilteredSpec) {
  const node = searchFor(collection, spec);
  if (!node || isProblem(node)) throw new Error("no search");
  const found = search({ collection, now, current: null, log: new Map() }, node, "cards");
  return { found, choice: choose(collection, found, spec, now, 7) };
}

it("only cards that match, none suspended or buried, never twice, never more than asked for", () => {
  fc.assert(
    fc.property(anyCollection, anySpec, (collection, spec) => {
      const { found, choice } = chosen(collection, spec);
      const ids = choice.cards.map(({ card }) => card.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeLessThanOrEqual(spec.limit);
      for (const { card, note } of choice.cards) {
        expect(found).toContain(card.id);
        expect(card.suspended || card.buried === today).toBe(false);
        if (spec.deck) expect(card.deck ?? note.deck).toBe(spec.deck);
      }
      const open = found.length - choice.suspended - choice.buried;
      expect(ids.length).toBe(Math.min(spec.limit, open));
    }),
  );
});

it("a larger limit begins with the same cards in the same order", () => {
  fc.assert(
    fc.property(anyCollection, anySpec, (collection, spec) => {
      const few = chosen(collection, spec).choice.cards;
      const all = chosen(collection, { ...spec, limit: 99_999 }).choice.cards;
      expect(all.slice(0, few.length)).toEqual(few);
    }),
  );
});

it("a session ends, shows chosen cards alone, and each answer taken back leaves all as it was", () => {
  fc.assert(
    fc.property(anyCollection, anySpec, fc.array(anyGrade, { maxLength: 40 }), (collection, spec, grades) => {
      const { cards } = chosen(collection, spec).choice;
      const ids = new Set(cards.map(({ card }) => card.id));
      const source = filteredSource(
        collection,
        spec,
        cards.map(({ card }) => card),
      );
      const before = structuredClone([...collection.cards]);
      let moment = now;
      const next = () => upcoming(source.queue(collection, moment, null), collection, moment, 1)[0];
      const give = (card: string, grade: Grade) => {
        const reps = collection.cards.get(card)?.reps ?? 0;
        const change = source.answer(collection, { card, seen: { reps, at: moment.ms }, grade, tookMs: 1_000 }, moment);
        if (isFault(change)) throw new Error(change.code);
        const queue = source.queue(collection, moment, null);
        apply(collection, change.records);
        return { change, queue };
      };
      for (const grade of grades) {
        const card = next();
        if (!card) break;
        expect(ids.has(card)).toBe(true);
        const { change, queue } = give(card, grade);
        apply(collection, invert(change.records));
        expect(source.queue(collection, moment, null)).toEqual(queue);
        apply(collection, change.records);
        moment = { ...moment, ms: moment.ms + 5_000 };
      }
      if (!spec.schedules) expect([...collection.cards]).toEqual(before);
      // Good and Easy come to an end: steps are waited for.
      for (let i = 0; i < 200; i++) {
        const card = next();
        if (card) give(card, 4);
        else if (source.queue(collection, moment, null).learning.length === 0) return;
        moment = { ...moment, ms: moment.ms + minute };
      }
      expect(source.queue(collection, moment, null)).toMatchObject({ learning: [], main: [] });
    }),
  );
});
