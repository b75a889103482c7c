import fc from "fast-check";
import { expect, it } from "vitest";
import type { Input } from "../../../main/contract/calls.ts";
import { type Fault, isFault } from "../../../main/contract/faults.ts";
import { apply, type Collection, defaultSettings, invert, presetOfDeck } from "../../../main/core/collection.ts";
import { deckOptions, saveDeckOptions } from "../../../main/core/preset/deckOptions.ts";
import { collectionWith } from "../collections.ts";

const today = 20_000;

const sure = <T>(value: T | Fault): T => {
  if (isFault(value)) throw new Error(JSON.stringify(value));
  return value;
};

function save(collection: Collection, input: Omit<Input<"saveDeckOptions">, "deck">, day = today) {
  const change = sure(saveDeckOptions(collection, { deck: "d:A", ...input }, day));
  apply(collection, change.records);
  return change;
}

const limit = fc.option(fc.nat(9_999));
const limits = fc.record({ newPerDay: limit, reviewsPerDay: limit });

it("keeps a deck's own, and undo gives back the very record", () => {
  fc.assert(
    fc.property(limits, limits, fc.option(fc.constantFrom(0.8, 0.95)), (own, only, desiredRetention) => {
      const collection = collectionWith([]);
      const before = structuredClone(collection);
      const changes = [save(collection, { ...own, desiredRetention }), save(collection, { today: only })];
      const view = sure(deckOptions(collection, "d:A", today));
      expect(view).toMatchObject({ ...own, desiredRetention, today: only });
      expect(presetOfDeck(collection, collection.decks.get("d:A")).desiredRetention).toBe(desiredRetention ?? 0.9);
      for (const { records } of changes.reverse()) apply(collection, invert(records));
      expect(collection).toEqual(before);
    }),
  );
});

it("takes away what is null, so that the deck is as it was before", () => {
  const collection = collectionWith([]);
  const before = structuredClone(collection.decks);
  save(collection, { newPerDay: 5, desiredRetention: 0.8, today: { newPerDay: 0 } });
  const none = { newPerDay: null, desiredRetention: null, today: { newPerDay: null } };
  expect(save(collection, none).what).toBe("A: desired retention, new cards a day, new cards a day, today only");
  expect(collection.decks).toEqual(before);
});

it("forgets tomorrow what was for today only", () => {
  const collection = collectionWith([]);
  save(collection, { today: { newPerDay: 7, reviewsPerDay: 8 } });
  expect(sure(deckOptions(collection, "d:A", today + 1)).today).toEqual({ newPerDay: null, reviewsPerDay: null });
  save(collection, { today: { newPerDay: 3 } }, today + 1);
  expect(collection.decks.get("d:A")?.today).toEqual({ day: today + 1, newPerDay: 3 });
});

it.each([{ newPerDay: -1 }, { reviewsPerDay: 0.5 }, { desiredRetention: 0.6 }, { today: { newPerDay: -1 } }])(
  "refuses %j",
  (input) => {
    expect(saveDeckOptions(collectionWith([]), { deck: "d:A", ...input }, today)).toMatchObject({ code: "badSetting" });
  },
);

it("says which decks around it hold it back, if they do", () => {
  const collection = collectionWith([], ["A", "A::B", "A::B::C", "AB"]);
  expect(sure(deckOptions(collection, "d:A", today))).toMatchObject({ inner: 2, around: [] });
  collection.settings.set("settings", { ...defaultSettings, limitsFromTop: true });
  expect(sure(deckOptions(collection, "d:A::B::C", today)).around.map(({ name }) => name)).toEqual(["A", "A::B"]);
  expect(deckOptions(collection, "d:X", today)).toEqual({ code: "gone", detail: "deck" });
});
