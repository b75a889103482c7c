import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card } from "../../../main/contract/shapes.ts";
import { apply, cardOf, defaultPreset, newCard } from "../../../main/core/collection.ts";
import { buriedOn, kindOf, siblingsToBury } from "../../../main/core/study/siblings.ts";
import { collectionWith } from "../collections.ts";

const day = 20_000;
const rows = {
  step: { phase: "learning", due: 5, day },
  interday: { phase: "relearning", due: null, day: day - 1 },
  review: { phase: "review", due: null, day },
  fresh: {},
} as const satisfies Record<string, Partial<Card>>;
type Kind = keyof typeof rows;
const kind = fc.constantFrom<Kind>("step", "interday", "review", "fresh");

/** A note of three cards of those kinds. */
function noteOf(kinds: readonly Kind[], patch: Partial<Card> = {}) {
  const collection = collectionWith(["cloze"]);
  for (const [ord, own] of kinds.entries())
    if (own !== "fresh" || Object.keys(patch).length > 0)
      collection.cards.set(`n0/${ord}`, { ...newCard("n0", ord), ...rows[own], ...(ord > 0 && patch) });
  return collection;
}

describe("siblingsToBury", () => {
  it("puts off siblings of a kind that the preset names, and of none that is gathered before the card's own", () => {
    const order: Kind[] = ["step", "interday", "review", "fresh"];
    const bury = fc.record({ fresh: fc.boolean(), reviews: fc.boolean(), interday: fc.boolean() });
    fc.assert(
      fc.property(fc.tuple(kind, kind, kind), bury, (kinds, switches) => {
        const collection = noteOf(kinds);
        const isOn = { step: false, interday: switches.interday, review: switches.reviews, fresh: switches.fresh };
        const expected = [1, 2].filter((ord) => {
          const own = kinds[ord] as Kind;
          return isOn[own] && order.indexOf(own) >= order.indexOf(kinds[0]);
        });
        const pairs = siblingsToBury(collection, cardOf(collection, "n0", 0), { bury: switches }, day);
        expect(pairs.map(([, after]) => after.ord)).toEqual(expected);
        for (const [before, after] of pairs) {
          expect(before).toBe(collection.cards.get(after.id) ?? null);
          expect(after).toEqual({ ...cardOf(collection, "n0", after.ord), buried: day, buriedAsSibling: true });
          expect(kindOf(after)).toBe(kinds[after.ord]);
        }
      }),
    );
  });

  it.each<[string, Partial<Card>, number]>([
    ["is suspended", { suspended: true }, 0],
    ["was put off by hand today", { buried: day }, 0],
    ["was put off yesterday", { buried: day - 1 }, 2],
    ["would not come today", { day: day + 1 }, 0],
  ])("leaves a sibling alone that %s", (_, patch, count) => {
    const collection = noteOf(["interday", "review", "interday"], patch);
    expect(siblingsToBury(collection, cardOf(collection, "n0", 0), defaultPreset, day)).toHaveLength(count);
  });

  it("finds none of a note that is gone", () => {
    expect(siblingsToBury(collectionWith([]), newCard("n0", 0), defaultPreset, day)).toEqual([]);
  });

  it("is forgotten when the person buries the card, or brings it back", () => {
    const collection = noteOf(["review", "review", "review"]);
    apply(collection, { cards: siblingsToBury(collection, cardOf(collection, "n0", 0), defaultPreset, day) });
    const sibling = cardOf(collection, "n0", 1);
    expect(sibling.buriedAsSibling).toBe(true);
    expect(buriedOn(sibling, day)).toEqual({ ...newCard("n0", 1), ...rows.review, buried: day });
    expect(buriedOn(sibling, null)).toEqual({ ...newCard("n0", 1), ...rows.review });
  });
});
