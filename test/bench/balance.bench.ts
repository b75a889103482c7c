// What balancing costs: the previews of a card among 100,000, in 50 and 500 decks of one preset.
import { expect, it } from "vitest";
import { isFault } from "../../main/contract/faults.ts";
import { newCard } from "../../main/core/collection.ts";
import { type Found, lookup } from "../../main/core/lookup.ts";
import { previews } from "../../main/core/study/previews.ts";
import { at, collectionWith, day } from "../core/collections.ts";
import { outcomes } from "../core/schedule/study.ts";

const cards = 100_000;

it.each([50, 500])(`${cards} cards in %i decks`, (decks) => {
  const names = Array.from({ length: decks }, (_, i) => `Deck ${i}`);
  const collection = collectionWith(new Array(cards).fill("basic"), names);
  const now = at("2026-11-23T10:00:00Z");
  for (let i = 0; i < cards; i++) {
    const memory = { stability: 5 + (i % 80), difficulty: 5, interval: 10, day: 20_780 + (i % 120), reps: 5 };
    const card = { ...newCard(`n${i}`, 0), phase: "review" as const, ...memory, last: now.ms - 10 * day };
    collection.cards.set(card.id, card);
  }
  const found = Array.from({ length: 2_000 }, (_, i) => lookup(collection, `n${i * 37}/0`)).filter(
    (one): one is Found => !isFault(one),
  );
  const each = (work: (one: Found) => unknown) => {
    const start = performance.now();
    for (const one of found) work(one);
    return ((performance.now() - start) / found.length).toFixed(4);
  };
  const start = performance.now();
  previews(collection, found[0] as Found, now);
  const first = (performance.now() - start).toFixed(0);
  each((one) => previews(collection, one, now));
  const balanced = each((one) => previews(collection, one, now));
  const fuzzed = each(({ card, preset }) => outcomes(card, preset, now.ms, now.calendar));
  console.log(
    `${decks} decks: four previews ${balanced} ms, with fuzz alone ${fuzzed} ms; the agenda, once: ${first} ms`,
  );
  expect(found).toHaveLength(2_000);
});
