import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type Collection, emptyCollection } from "../../../main/core/collection.ts";
import { type Decisions, decide } from "../../../main/core/import/decisions.ts";
import type { ParcelNote } from "../../../main/core/parcel/parcel.ts";
import { bring, deck, note, parcel, planned } from "./parcels.ts";

const first = note("n1", ["hund", "dog", ""], { tags: ["animal"] });
const [wordId, meaningId] = Object.keys(first.fields) as [string, string];

/** A collection into which the first version came, edited afterwards. */
function arrived(edit: (note: NonNullable<ReturnType<Collection["notes"]["get"]>>) => object = () => ({})): Collection {
  const collection = emptyCollection();
  bring(collection, parcel({ notes: [first] }));
  const mine = collection.notes.get("n1");
  if (!mine) throw new Error("it did not come");
  apply(collection, { notes: [[mine, { ...mine, ...edit(mine) }]] });
  return collection;
}
const later = (texts: string[], more: Partial<ParcelNote> = {}) =>
  parcel({ notes: [note("n1", texts, { tags: ["animal"], modified: 9_000, ...more })] });
const edited = (field: string, text: string) => (mine: ParcelNote) => ({
  fields: { ...mine.fields, [field]: text },
  modified: 5_000,
});
const mine = (collection: Collection) => collection.notes.get("n1");

test("a law: without a conflict it does not matter who is who, and each change of either is there", () => {
  const text = fc.constantFrom("", "a", "b", "<b>a</b>");
  const texts = fc.tuple(text, text, text);
  const ids = Object.keys(first.fields);
  const law = fc.property(texts, texts, texts, (base, one, other) => {
    const merge = (mine: string[], theirs: string[]) => {
      const collection = emptyCollection();
      bring(collection, parcel({ notes: [note("n1", base)] }));
      const came = collection.notes.get("n1");
      if (!came) throw new Error("it did not come");
      const fields = Object.fromEntries(ids.map((id, i) => [id, mine[i] ?? ""]));
      apply(collection, { notes: [[came, { ...came, fields, modified: 5_000 }]] });
      const { view } = bring(collection, parcel({ notes: [note("n1", theirs, { modified: 9_000 })] }));
      const result = collection.notes.get("n1")?.fields ?? {};
      return { texts: ids.map((id) => result[id]), conflicts: view.counts.conflict };
    };
    const [there, back] = [merge(one, other), merge(other, one)];
    const isConflict = base.some((b, i) => one[i] !== b && other[i] !== b && one[i] !== other[i]);
    expect([there.conflicts, back.conflicts]).toEqual(isConflict ? [1, 1] : [0, 0]);
    if (isConflict) return;
    expect(there.texts).toEqual(back.texts);
    expect(there.texts).toEqual(base.map((b, i) => (one[i] === b ? other[i] : one[i])));
  });
  fc.assert(law, { numRuns: 200 });
});

describe("three ways", () => {
  test.each([
    ["only theirs", arrived(), ["Hund", "dog"], "changed", ["Hund", "dog"]],
    ["only mine", arrived(edited(wordId, "der Hund")), ["hund", "dog"], "kept", ["der Hund", "dog"]],
    ["each another field", arrived(edited(wordId, "der Hund")), ["hund", "a dog"], "changed", ["der Hund", "a dog"]],
    ["both the same way", arrived(edited(wordId, "Hund")), ["Hund", "dog"], "same", ["Hund", "dog"]],
    ["both, unlike each other", arrived(edited(wordId, "der Hund")), ["Hund", "dog"], "conflict", ["der Hund", "dog"]],
    ["neither", arrived(), ["hund", "dog"], "same", ["hund", "dog"]],
  ])("%s", (_, collection, texts, verdict, result) => {
    const { view } = bring(collection, later(texts));
    expect(view.counts).toMatchObject({ [verdict]: 1 });
    expect([mine(collection)?.fields[wordId], mine(collection)?.fields[meaningId]]).toEqual(result);
  });

  test("a conflict is decided once, and is settled then", () => {
    const collection = arrived(edited(wordId, "der Hund"));
    const decisions: Decisions = new Map();
    const plan = planned(collection, later(["Hund", "dog"]), {}, decisions);
    expect(plan.view().undecided).toBe(1);
    decide(decisions, plan.conflicts, { n: 0, field: "Word", takes: "theirs" });
    expect(plan.view()).toMatchObject({ undecided: 0, counts: { conflict: 1 } });
    expect(plan.note(0)?.changes[0]).toMatchObject({ name: "Word", changed: "both", takes: "theirs" });
    apply(collection, plan.records());
    expect(mine(collection)?.fields[wordId]).toBe("Hund");
    expect(bring(collection, later(["Hund", "dog"])).records).toEqual({});
  });

  test("one that was decided for mine is asked no more, until its author changes it again", () => {
    const collection = arrived(edited(wordId, "der Hund"));
    bring(collection, later(["Hund", "dog"]), { conflicts: "mine" });
    expect(bring(collection, later(["Hund", "dog"])).view.counts).toMatchObject({ kept: 1, conflict: 0 });
    expect(bring(collection, later(["HUND", "dog"], { modified: 10_000 })).view.counts).toMatchObject({ conflict: 1 });
  });

  test("all that are undecided, at once; what was decided stays", () => {
    const both = (mine: ParcelNote) => ({ fields: { ...mine.fields, [wordId]: "x", [meaningId]: "y" } });
    const decisions: Decisions = new Map();
    const plan = planned(arrived(both), later(["Hund", "Dog"]), {}, decisions);
    decide(decisions, plan.conflicts, { n: 0, field: "Word", takes: "mine" });
    decide(decisions, plan.conflicts, { n: null, field: null, takes: "theirs" });
    expect(
      plan
        .note(0)
        ?.changes.slice(0, 2)
        .map(({ takes }) => takes),
    ).toEqual(["mine", "theirs"]);
    decide(decisions, plan.conflicts, { n: 0, field: null, takes: "theirs" });
    expect(
      plan
        .note(0)
        ?.changes.slice(0, 2)
        .map(({ takes }) => takes),
    ).toEqual(["theirs", "theirs"]);
  });

  test("an older version changes nothing, unless all is taken", () => {
    const collection = arrived();
    bring(collection, later(["Hund", "dog"]));
    expect(bring(collection, later(["hund", "dog"], { modified: 2_000 })).view.counts).toMatchObject({ kept: 1 });
    expect(mine(collection)?.fields[wordId]).toBe("Hund");
    bring(collection, later(["hund", "dog"], { modified: 2_000 }), { notes: "always" });
    expect(mine(collection)?.fields[wordId]).toBe("hund");
  });

  test("tags: mine of my own kind stay mine", () => {
    const collection = arrived(() => ({ tags: ["animal", "marked"] }));
    const { view } = bring(collection, later(["hund", "dog"], { tags: ["animal", "A1", "leech"] }));
    expect(view.counts).toMatchObject({ changed: 1 });
    expect(mine(collection)?.tags).toEqual(["animal", "A1", "marked"]);
  });

  test("a note follows its author to another deck, unless it was moved here", () => {
    const moved = later(["hund", "dog"], { deck: "d2" });
    const collection = arrived();
    bring(collection, moved);
    expect(collection.decks.get(mine(collection)?.deck ?? "")?.name).toBe("Shared::Inner");
    const other = deck("own", "Own");
    const mineElsewhere = arrived(() => ({ deck: "own" }));
    apply(mineElsewhere, { decks: [[null, other]] });
    expect(bring(mineElsewhere, later(["hund", "dog"])).view.counts).toMatchObject({ same: 1 });
    expect(bring(mineElsewhere, moved).view.counts).toMatchObject({ conflict: 1 });
    expect(mine(mineElsewhere)?.deck).toBe("own");
  });
});

describe("without a memory of how it came", () => {
  const own = () => arrived(() => ({ came: undefined, modified: 5_000 }));
  test.each([
    ["newer", 9_000, "changed"],
    ["newer", 5_000, "kept"],
    ["always", 1_000, "changed"],
    ["never", 9_000, "kept"],
  ] as const)("%s, changed there at %i: %s", (notes, modified, verdict) => {
    const collection = own();
    const { view } = bring(collection, later(["Hund", "dog"], { modified }), { notes });
    expect(view.counts).toMatchObject({ [verdict]: 1 });
    expect(mine(collection)?.fields[wordId]).toBe(verdict === "changed" ? "Hund" : "hund");
  });
});

test("of what a file says nothing stays what there is", () => {
  const collection = arrived(() => ({ tags: ["animal", "mine"] }));
  const { guid, ...bare } = note("n1", ["hund"], { modified: 9_000, tags: ["new"], unsaid: ["tags", "deck"] });
  const said = { ...bare, guid: guid as string, deck: "d2", fields: { [wordId]: "Hund" } };
  bring(collection, parcel({ notes: [said] }));
  expect(mine(collection)).toMatchObject({ fields: { [wordId]: "Hund", [meaningId]: "dog" }, deck: "d1" });
  expect(new Set(mine(collection)?.tags)).toEqual(new Set(["animal", "mine", "new"]));
});
