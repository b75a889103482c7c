import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../main/contract/faults.ts";
import type { Note, Review } from "../../../main/contract/shapes.ts";
import { newCard } from "../../../main/core/collection.ts";
import { clinic } from "../../../main/core/leech/clinic.ts";
import { lookAlikes } from "../../../main/core/leech/lookAlikes.ts";
import { split } from "../../../main/core/leech/split.ts";
import { collectionWith } from "../collections.ts";

/** A collection of basic notes with those fronts and backs. */
function notes(...texts: [front: string, back: string][]) {
  const collection = collectionWith(texts.map(() => "basic"));
  texts.forEach(([Front, Back], i) => {
    const note = collection.notes.get(`n${i}`) as Note;
    collection.notes.set(note.id, { ...note, fields: { ...note.fields, Front, Back } });
  });
  return { collection, first: collection.notes.get("n0") as Note };
}

describe("look-alikes", () => {
  it("finds what is asked alike or answered alike, the most alike first, and nothing else", () => {
    const { collection, first } = notes(
      ["When was the Treaty of Gulistan signed?", "In 1813, in October"],
      ["When was the Treaty of Turkmenchay signed?", "In 1828"],
      ["What ended the war?", "In 1813, in October"],
      ["Who painted the Night Watch?", "Rembrandt"],
      ["When was the Treaty of Gulistan signed, and where?", "In 1813, in October"],
    );
    const found = lookAlikes(collection, first);
    expect(found.map(({ note, alike }) => [note, alike])).toEqual([
      ["n4", "both"],
      ["n2", "answer"],
      ["n1", "question"],
    ]);
  });

  it("takes case and accents for no difference, and no short answer for a likeness", () => {
    const { collection, first } = notes(["Élan?", "1988"], ["ELAN?", "x"], ["Something else", "1988"]);
    expect(lookAlikes(collection, first).map(({ note }) => note)).toEqual(["n1"]);
  });

  it("is the same from both sides", () => {
    const text = fc.stringMatching(/^[ab ]{0,12}$/);
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const { collection, first } = notes([a, b], [c, d]);
        const back = lookAlikes(collection, collection.notes.get("n1") as Note);
        expect(lookAlikes(collection, first).map(({ alike }) => alike)).toEqual(back.map(({ alike }) => alike));
      }),
    );
  });
});

describe("splitting", () => {
  it("asks for the facts of an answer one by one, in the note's own deck, with its tags", () => {
    const { collection, first } = notes(["Which countries border Georgia?", "Russia, Azerbaijan, Armenia, Turkey"]);
    const made = split(collection, { ...first, tags: ["geo"] });
    expect(made).toMatchObject({ note: null, type: "cloze", deck: first.deck, tags: ["geo"] });
    expect(made?.fields.Text).toBe(
      "Which countries border Georgia?\n\n{{c1::Russia}}, {{c2::Azerbaijan}}, {{c3::Armenia}}, {{c4::Turkey}}",
    );
  });

  it.each([
    ["a single fact", "Capital of France?", "Paris"],
    ["nothing", "Capital?", ""],
  ])("leaves %s alone", (_, front, back) => {
    const { collection, first } = notes([front, back]);
    expect(split(collection, first)).toBeNull();
  });

  it("leaves alone what has gaps already", () => {
    const collection = collectionWith(["cloze"]);
    expect(split(collection, collection.notes.get("n0") as Note)).toBeNull();
  });
});

describe("the clinic", () => {
  const review = (at: number, grade: Review["grade"], kind?: Review["kind"]): Review => ({
    ...{ id: String(at), card: "n0/0", at, grade, took: 10_000, phase: "review", elapsed: 1, interval: 1 },
    ...{ stability: 1, difficulty: 5, recall: 0.9, ...(kind && { kind }) },
  });

  it("tells what a card has cost, counts only answers that say something, and how others do", () => {
    const { collection } = notes(["Question", "Answer"], ["Other question", "Another"]);
    for (const id of ["n0", "n1"])
      collection.cards.set(`${id}/0`, {
        ...newCard(id, 0),
        phase: "review",
        reps: 3,
        lapses: 9,
        suspended: id === "n0",
      });
    collection.days.set("1/d:A", {
      ...{ id: "1/d:A", day: 1, deck: "d:A", answers: 4, reviews: 4, recalled: 2, interday: 0, fresh: 0, took: 24_000 },
    });
    const view = clinic(collection, "n0/0", [review(1, 1), review(2, 3), review(3, 3, "cram"), review(4, 0, "due")]);
    if (isFault(view)) throw new Error(view.code);
    expect(view).toMatchObject({ took: 20_000, usual: 12_000, lapses: 9, suspended: true, question: "Question" });
    expect(view.history.map(({ grade }) => grade)).toEqual([1, 3]);
  });

  it("says that a card is gone", () => {
    expect(clinic(notes(["a", "b"]).collection, "n7/0", [])).toEqual({ code: "gone", detail: "card" });
  });
});
