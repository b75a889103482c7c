import fc from "fast-check";
import { expect, it } from "vitest";
import type { Card, Records } from "../../../main/contract/shapes.ts";
import { apply, type Collection, deckOf, defaultPreset, invert, newCard } from "../../../main/core/collection.ts";
import { dueInPreset } from "../../../main/core/study/dueByPreset.ts";
import { collectionWith } from "../collections.ts";

/** The same, counted card by card. */
function counted({ cards, notes, decks }: Collection, preset: string, day: number): number {
  return [...cards.values()].filter((card) => {
    const note = notes.get(card.note);
    const deck = note && decks.get(deckOf(note, card));
    return card.phase === "review" && !card.suspended && card.day === day && card.ord === 0 && deck?.preset === preset;
  }).length;
}

const change = fc.record({
  note: fc.nat(9),
  ord: fc.constantFrom(0, 0, 0, 7),
  day: fc.nat(3),
  suspended: fc.boolean(),
  kind: fc.constantFrom<"card" | "gone" | "note" | "preset">("card", "card", "card", "gone", "note", "preset"),
});

function recordsOf(
  c: Collection,
  { note, ord, day, suspended, kind }: typeof change extends fc.Arbitrary<infer T> ? T : never,
): Records {
  const before = c.cards.get(`n${note}/${ord}`) ?? null;
  const home = c.notes.get(`n${note}`);
  const deck = c.decks.get("d:B");
  const card: Card = { ...newCard(`n${note}`, ord), phase: "review", day, suspended, stability: 1, difficulty: 5 };
  if (kind === "gone") return before ? { cards: [[before, null]] } : {};
  if (kind === "note" && home) return { notes: [[home, { ...home, deck: home.deck === "d:A" ? "d:B" : "d:A" }]] };
  if (kind === "preset" && deck)
    return { decks: [[deck, { ...deck, preset: deck.preset === "default" ? "other" : "default" }]] };
  return { cards: [[before, card]] };
}

it("counts what is due in all decks of a preset, whatever changes", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      const collection = collectionWith(new Array(10).fill("basic"), ["A", "B", "C"]);
      collection.presets.set("other", { ...defaultPreset, id: "other" });
      const done: Records[] = [];
      const check = () => {
        for (const preset of ["default", "other"])
          for (const day of [0, 1, 2, 3])
            expect(dueInPreset(collection, preset, day)).toBe(counted(collection, preset, day));
      };
      check();
      for (const one of changes) {
        const records = recordsOf(collection, one);
        apply(collection, records);
        done.push(records);
        check();
      }
      for (const records of done.reverse()) {
        apply(collection, invert(records));
        check();
      }
    }),
  );
});
