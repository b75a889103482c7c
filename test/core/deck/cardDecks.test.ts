// Cards that are in another deck than their note: wherever decks count, theirs does.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import { deckTree } from "../../../main/core/browse/trees.ts";
import { chosenOf } from "../../../main/core/bulk/chosen.ts";
import { plan } from "../../../main/core/bulk/plan.ts";
import { reset } from "../../../main/core/bulk/reset.ts";
import {
  apply,
  type Collection,
  cardOf,
  deckOf,
  deckOfCard,
  defaultPreset,
  invert,
  newCard,
} from "../../../main/core/collection.ts";
import { deckEffects, deleteDeck } from "../../../main/core/deck/deleteDeck.ts";
import { renameDeck } from "../../../main/core/deck/renameDeck.ts";
import { lookup } from "../../../main/core/lookup.ts";
import { cardIds } from "../../../main/core/note/cards.ts";
import { editNote } from "../../../main/core/note/editNote.ts";
import { parse } from "../../../main/core/search/parse.ts";
import { search } from "../../../main/core/search/search.ts";
import { answer } from "../../../main/core/study/answer.ts";
import { deckViews } from "../../../main/core/study/deckViews.ts";
import { gather } from "../../../main/core/study/queue.ts";
import { at, collectionWith } from "../collections.ts";

const now = at("2026-11-24T12:00:00Z");

/** Notes with two cards each, at home in A; the second card of each is in B. */
function parted(count = 1): Collection {
  const collection = collectionWith(Array(count).fill("reversed"), ["A", "B", "A::Inner"]);
  for (const note of collection.notes.values()) {
    collection.notes.set(note.id, { ...note, deck: "d:A" });
    const card = { ...newCard(note.id, 1), deck: "d:B" };
    collection.cards.set(card.id, card);
  }
  return collection;
}

const noteIn = (collection: Collection) => [...collection.notes.values()][0] as NonNullable<ReturnType<typeof first>>;
const first = (collection: Collection) => [...collection.notes.values()][0];
const where = (collection: Collection) =>
  [...collection.notes.values()].map((note) =>
    cardIds(collection, note).map((_, ord) => deckOfCard(collection, note, ord)?.name),
  );

function move(collection: Collection, ids: string[], deck: string, mode: "cards" | "notes" = "cards") {
  const made = plan(collection, chosenOf(collection, mode, ids), { kind: "move", deck }, now, () => "new");
  if (isFault(made)) throw new Error(made.code);
  return made;
}

describe("a card with a deck of its own", () => {
  it("is found, counted, studied and answered there", () => {
    const collection = parted();
    const note = noteIn(collection);
    const ids = (query: string) => {
      const node = parse(query);
      if ("say" in node) throw new Error(node.say);
      return search({ collection, now, current: null, log: null }, node, "cards");
    };
    expect(ids("deck:A")).toEqual([`${note.id}/0`]);
    expect(ids("deck:B")).toEqual([`${note.id}/1`]);
    expect(ids("-deck:A")).toEqual([`${note.id}/1`]);
    expect(deckTree(collection).map(({ name, count }) => [name, count])).toEqual([
      ["A", 1],
      ["B", 1],
    ]);
    expect(deckViews(collection, now).map(({ path, cards }) => [path.join("::"), cards])).toEqual([
      ["A", 1],
      ["A::Inner", 0],
      ["B", 1],
    ]);
    expect(gather(collection, "d:A", now).main).toEqual([`${note.id}/0`]);
    expect(gather(collection, "d:B", now).main).toEqual([`${note.id}/1`]);
    expect(lookup(collection, `${note.id}/1`)).toMatchObject({ deck: { name: "B" } });
    const input = { card: `${note.id}/1`, seen: { reps: 0, at: now.ms }, grade: 3 as const, tookMs: 1 };
    const change = answer(collection, input, now);
    if (isFault(change)) throw new Error(change.code);
    expect(change.records.days?.[0]?.[1]).toMatchObject({ deck: "d:B", answers: 1 });
    expect(change.records.cards?.[0]?.[1]).toMatchObject({ deck: "d:B", reps: 1 });
  });

  it("goes by the preset of its deck", () => {
    const collection = parted();
    const note = noteIn(collection);
    collection.presets.set("strict", { ...defaultPreset, id: "strict", desiredRetention: 0.95 });
    const b = collection.decks.get("d:B");
    if (b) collection.decks.set("d:B", { ...b, preset: "strict" });
    expect(lookup(collection, `${note.id}/0`)).toMatchObject({ preset: { desiredRetention: 0.9 } });
    expect(lookup(collection, `${note.id}/1`)).toMatchObject({ preset: { desiredRetention: 0.95 } });
  });

  it("keeps its deck when it is reset", () => {
    expect(reset({ ...newCard("n", 1), deck: "d:B", phase: "review", reps: 4 })).toEqual({
      ...newCard("n", 1),
      deck: "d:B",
      reps: 4,
    });
  });
});

describe("moving", () => {
  it("takes only the chosen cards, and a note along with its last one", () => {
    const collection = parted();
    const { id } = noteIn(collection);
    const one = move(collection, [`${id}/0`], "C");
    expect(one.effects).toEqual({ cards: 1, notes: 1, changed: 1, along: 0 });
    apply(collection, one.records);
    expect(where(collection)).toEqual([["C", "B"]]);
    apply(collection, move(collection, [`${id}/1`], "C").records);
    expect(where(collection)).toEqual([["C", "C"]]);
    expect(noteIn(collection).deck).toBe("new");
    expect([...collection.cards.values()].every((card) => card.deck === undefined)).toBe(true);
  });

  it("of notes takes all their cards", () => {
    const collection = parted(2);
    const ids = [...collection.notes.keys()];
    apply(collection, move(collection, ids, "B", "notes").records);
    expect(where(collection)).toEqual([
      ["B", "B"],
      ["B", "B"],
    ]);
    expect(collection.cards.size).toBe(0);
  });

  it("in the editor takes all of a note's cards", () => {
    const collection = parted();
    const { id, fields, tags } = noteIn(collection);
    const records = editNote(collection, { note: id, fields, tags, deck: "d:A::Inner" }, now.ms);
    if (isFault(records)) throw new Error(records.code);
    apply(collection, records);
    expect(where(collection)).toEqual([["A::Inner", "A::Inner"]]);
  });

  it("leaves every card where it was told to be, whatever the moves, and is taken back whole", () => {
    const anyMove = fc.record({
      ids: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 }),
      deck: fc.constantFrom("A", "B", "A::Inner", "C"),
    });
    fc.assert(
      fc.property(fc.array(anyMove, { maxLength: 8 }), (moves) => {
        const collection = parted(3);
        const before = structuredClone(collection);
        const ids = [...collection.notes.values()].flatMap((note) => cardIds(collection, note));
        const told = new Map(ids.map((id, i) => [id, i % 2 ? "B" : "A"]));
        const done = [];
        for (const { ids: places, deck } of moves) {
          const chosen = places.map((i) => ids[i] as string);
          const made = move(collection, chosen, deck);
          expect(made.effects.changed).toBe(chosen.filter((id) => told.get(id) !== deck).length);
          for (const id of chosen) told.set(id, deck);
          apply(collection, made.records);
          done.push(made.records);
        }
        for (const note of collection.notes.values()) {
          const own = cardIds(collection, note).map((id) => collection.cards.get(id));
          // What a card says is never what its note says already.
          for (const card of own) if (card?.deck !== undefined) expect(card.deck).not.toBe(note.deck);
          cardIds(collection, note).forEach((id, ord) => {
            expect(collection.decks.get(deckOf(note, cardOf(collection, note.id, ord)))?.name).toBe(told.get(id));
          });
        }
        for (const records of done.reverse()) apply(collection, invert(records));
        expect(collection).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe("deleting a deck", () => {
  it("spares notes that have cards elsewhere: these come together there", () => {
    for (const gone of ["d:A", "d:B"]) {
      const collection = parted();
      expect(deckEffects(collection, gone)).toMatchObject({ notes: 0 });
      const records = deleteDeck(collection, gone, { cards: "delete" });
      if (isFault(records)) throw new Error(records.code);
      const before = structuredClone(collection);
      apply(collection, records);
      const left = gone === "d:A" ? "B" : "A";
      expect(where(collection)).toEqual([[left, left]]);
      apply(collection, invert(records));
      expect(collection).toEqual(before);
    }
  });

  it("moves the cards that are in it, and no others", () => {
    const collection = parted();
    const records = deleteDeck(collection, "d:B", { cards: "move", to: "d:A::Inner" });
    if (isFault(records)) throw new Error(records.code);
    apply(collection, records);
    expect(where(collection)).toEqual([["A", "A::Inner"]]);
  });

  it("that is renamed onto another brings its cards there", () => {
    const collection = parted();
    const done = renameDeck(collection, { deck: "d:B", name: "A", merge: true }, () => "new");
    if (isFault(done)) throw new Error(done.code);
    apply(collection, done.records);
    expect(where(collection)).toEqual([["A", "A"]]);
    expect(collection.cards.size).toBe(0);
  });
});
