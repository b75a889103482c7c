import { expect, it } from "vitest";
import type { Deck, Note, Records } from "../../main/contract/shapes.ts";
import { newCard } from "../../main/core/collection.ts";
import type { Pair } from "../../main/core/import/pairs.ts";
import { Ready } from "../../main/transfer/ready.ts";

const note = (id: string): Note => ({
  ...{ id, type: "basic", deck: "d", fields: {}, tags: [], position: 1, created: 0, modified: 0 },
});
const deck = (id: string): Deck => ({
  ...{ id, name: id, description: "", language: "", source: "", licence: "", asOf: "", preset: "default" },
});
const card = (id: string, more: { deck?: string } = {}): Records => ({
  cards: [[null, { ...newCard(id, 0), ...more }]],
});

/** Whether records that hold these pairs may still be committed after a change. */
function holds(pairs: Pair[], change: Records | null): boolean {
  const ready = new Ready();
  expect([...ready.noting(pairs)]).toEqual(pairs);
  ready.follow(change);
  return ready.holds;
}

it.each<[string, Pair[], Records | null, boolean]>([
  ["an answer to another card", [["cards", null, newCard("a", 0)]], card("b"), true],
  ["an answer to a card that comes", [["cards", null, newCard("a", 0)]], card("a"), false],
  ["an answer to a card of a note that comes", [["notes", null, note("a")]], card("a"), true],
  ["an answer to a card, yet without a row, of a note that goes", [["notes", note("a"), null]], card("a"), false],
  ["a card that moves into a deck that goes", [["decks", deck("d"), null]], card("b", { deck: "d" }), false],
  ["a note that is edited", [["notes", null, note("a")]], { notes: [[note("b"), note("b")]] }, false],
  ["a change that is too large to tell", [], null, false],
  ["nothing at all", [["notes", null, note("a")]], { notes: [] }, true],
])("%s", (_, pairs, change, expected) => {
  expect(holds(pairs, change)).toBe(expected);
});
