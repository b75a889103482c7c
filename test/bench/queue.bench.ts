// Figures of the core at 100,000 cards: gathering the day, Today, and one answer.
import { expect, it } from "vitest";
import { isFault } from "../../main/contract/faults.ts";
import { apply, newCard } from "../../main/core/collection.ts";
import { answer } from "../../main/core/study/answer.ts";
import { cardView } from "../../main/core/study/cardView.ts";
import { gather, settle, upcoming } from "../../main/core/study/queue.ts";
import { today } from "../../main/core/study/today.ts";
import { at, collectionWith, day } from "../core/collections.ts";

const cards = 100_000;
const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]?.toFixed(2);

it(`${cards} cards`, () => {
  const decks = Array.from({ length: 50 }, (_, i) => `Deck ${i}`);
  const collection = collectionWith(new Array(cards).fill("basic"), decks);
  const now = at("2026-11-23T10:00:00Z");
  for (let i = 0; i < cards; i++) {
    if (i % 10 === 0) continue;
    const memory = { stability: 30, difficulty: 5, interval: 30, day: 20_760 + ((i * 7_919) % 400), reps: 5 };
    const card = { ...newCard(`n${i}`, 0), phase: "review" as const, ...memory, last: now.ms - 30 * day };
    collection.cards.set(card.id, card);
  }
  const timed = (work: () => unknown) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const gathers = Array.from({ length: 9 }, () => timed(() => gather(collection, null, now)));
  const todays = Array.from({ length: 9 }, () => timed(() => today(collection, now)));
  let queue = gather(collection, null, now);
  const answers: number[] = [];
  for (let i = 0; i < 100; i++) {
    const moment = { ...now, ms: now.ms + i * 1_000 };
    const [card = ""] = upcoming(queue, collection, moment, 2);
    const seen = { reps: collection.cards.get(card)?.reps ?? 0, at: moment.ms };
    answers.push(
      timed(() => {
        const change = answer(collection, { card, seen, grade: 3, tookMs: 1_000 }, moment);
        if (isFault(change)) throw new Error(change.code);
        apply(collection, change.records);
        const after = change.records.cards?.[0]?.[1];
        if (after) queue = settle(queue, after);
        for (const id of upcoming(queue, collection, moment, 2))
          expect(cardView(collection, id, moment)).not.toBeNull();
      }),
    );
  }
  console.log(
    `gather the day: median ${median(gathers)} ms; Today: ${median(todays)} ms; an answer and the next two cards: ${median(answers)} ms`,
  );
});
