import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Card, Note, NoteType, Records, Tables } from "../../../main/contract/shapes.ts";
import { Agenda, agendaOf } from "../../../main/core/agenda/agenda.ts";
import { apply, type Collection, invert, newCard } from "../../../main/core/collection.ts";
import { noteTypeOf } from "../../../main/core/note/noteTypes.ts";
import { collectionWith } from "../collections.ts";

const decks = ["d:A", "d:A::B", "d:C"];

/** Everything that an agenda says, in one order. */
function told(agenda: Agenda): unknown {
  const ids = (entries: Iterable<{ id: string }>) => [...entries].map(({ id }) => id);
  return decks.map((deck) => ({
    ...agenda.counts(deck),
    waiting: agenda.freshIn(deck),
    fresh: ids(agenda.fresh([deck])),
    steps: ids(agenda.steps([deck])).sort(),
    days: [...agenda.dueDays(deck)].sort(([a], [b]) => a - b),
    due: [0, 3, 9].map((day) => [agenda.dueOn(deck, day), ids(agenda.dueCards([deck], day)).sort()]),
    rows: [...agenda.dueCards([deck], 99)].map(({ card, note }) => [card, note]).length,
  }));
}

const phase = fc.constantFrom("new" as const, "learning" as const, "review" as const, "relearning" as const);
const cardPatch = fc.record({
  phase,
  due: fc.constantFrom(null, 1_000),
  day: fc.integer({ min: 0, max: 9 }),
  suspended: fc.boolean(),
  deck: fc.constantFrom(undefined, ...decks),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant("card" as const), note: fc.nat(7), ord: fc.nat(3), patch: fc.option(cardPatch) }),
  fc.record({
    kind: fc.constant("note" as const),
    note: fc.nat(9),
    patch: fc.option(
      fc.record({
        deck: fc.constantFrom(...decks),
        position: fc.nat(5),
        type: fc.constantFrom("basic", "reversed", "cloze", "own", "gone"),
        text: fc.constantFrom("{{c1::a}}", "{{c2::a}} {{c4::b}}", ""),
      }),
    ),
  }),
  fc.record({ kind: fc.constant("type" as const), templates: fc.option(fc.nat(2)) }),
  fc.record({ kind: fc.constant("undo" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function recordsOf(collection: Collection, given: Exclude<Step, { kind: "undo" }>): Records {
  if (given.kind === "card") {
    const before = collection.cards.get(`n${given.note}/${given.ord}`) ?? null;
    const { deck, ...patch } = given.patch ?? { deck: undefined };
    const fresh = newCard(`n${given.note}`, given.ord);
    const after: Card | null = given.patch && { ...fresh, ...patch, ...(deck === undefined ? {} : { deck }) };
    return { cards: [[before, after]] };
  }
  if (given.kind === "type") {
    const before = collection.noteTypes.get("own") ?? null;
    const like = noteTypeOf(collection, "reversed");
    const after: NoteType | null =
      given.templates === null ? null : { ...like, id: "own", templates: like.templates.slice(0, given.templates) };
    return { noteTypes: [[before, after]] };
  }
  const id = `n${given.note}`;
  const before = collection.notes.get(id) ?? null;
  const plain: Note = { ...collectionWith(["cloze"]).notes.get("n0"), ...before, id } as Note;
  const after: Note | null = given.patch && {
    ...plain,
    ...given.patch,
    fields: { Front: "a", Back: "b", Text: given.patch.text },
  };
  return { notes: [[before, after]] };
}

describe("agendaOf", () => {
  it("is kept as one made anew would be, whatever happens to the collection", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.nat(7), (steps, often) => {
        const collection = collectionWith(["basic", "reversed", "cloze", "basic", "cloze"], ["A", "A::B", "C"]);
        const kept = agendaOf(collection);
        const done: Records[] = [];
        for (const [i, given] of steps.entries()) {
          const records = given.kind === "undo" ? done.pop() : recordsOf(collection, given);
          if (!records) continue;
          apply(collection, given.kind === "undo" ? invert(records) : records);
          if (given.kind !== "undo") done.push(records);
          // Sometimes it is looked at in between, which sorts what is read; sometimes a lot changes unseen.
          if (often > 0 && i % often === 0) expect(told(kept)).toEqual(told(new Agenda(collection)));
        }
        expect(told(kept)).toEqual(told(new Agenda(collection)));
        while (done.length > 0) apply(collection, invert(done.pop() as Records));
        expect(told(kept)).toEqual(told(new Agenda(collection)));
      }),
      { numRuns: 150 },
    );
  });

  it("takes in many records at once, in slices, as an import brings them", () => {
    const collection = collectionWith(["basic"], ["A", "A::B", "C"]);
    const kept = agendaOf(collection);
    const like = collection.notes.get("n0") as Note;
    const pairs = Array.from({ length: 500 }, (_, i): [null, Tables["notes"]] => [
      null,
      { ...like, id: `m${i}`, deck: decks[i % 3] as string, position: (i * 7) % 40 },
    ]);
    apply(collection, { notes: pairs.slice(0, 200) });
    apply(collection, { notes: pairs.slice(200), cards: [[null, { ...newCard("m3", 0), phase: "review", day: 3 }]] });
    expect(told(kept)).toEqual(told(new Agenda(collection)));
    expect(kept.dueOn("d:A", 3)).toBe(1);
    apply(collection, invert({ notes: pairs }));
    expect(kept.counts("d:C")).toEqual({ cards: 0, unseen: 0 });
  });

  it("gives what is new in the order of positions, and counts what is due by the day", () => {
    const collection = collectionWith(["reversed", "reversed", "basic"]);
    const agenda = agendaOf(collection);
    const moved = { ...(collection.notes.get("n2") as Note), position: -1 };
    apply(collection, { notes: [[null, moved]] });
    expect([...agenda.fresh(["d:A"])].map(({ id }) => id)).toEqual(["n2/0", "n0/0", "n0/1", "n1/0", "n1/1"]);
    apply(collection, { cards: [[null, { ...newCard("n0", 0), phase: "review", day: 5 }]] });
    apply(collection, { cards: [[null, { ...newCard("n0", 1), phase: "review", day: 5, suspended: true }]] });
    apply(collection, { cards: [[null, { ...newCard("n1", 0), phase: "learning", due: 7, day: 5 }]] });
    expect([agenda.dueOn("d:A", 5), agenda.dueOn("d:A", 4), agenda.dueOn("gone", 5)]).toEqual([1, 0, 0]);
    expect([...agenda.steps(["d:A"])].map(({ id }) => id)).toEqual(["n1/0"]);
    expect(agenda.counts("d:A")).toEqual({ cards: 5, unseen: 2 });
    expect(agenda.of("n1").map(({ id }) => id)).toEqual(["n1/0", "n1/1"]);
  });

  it("is one for each collection", () => {
    const [a, b] = [collectionWith(["basic"]), collectionWith(["basic"])];
    expect(agendaOf(a)).toBe(agendaOf(a));
    expect(agendaOf(a)).not.toBe(agendaOf(b));
  });
});
