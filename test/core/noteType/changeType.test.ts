import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Fault } from "../../../main/contract/faults.ts";
import type { TypeMapping } from "../../../main/contract/noteTypeEdits.ts";
import type { NoteType, Review } from "../../../main/contract/shapes.ts";
import { apply, invert, newCard } from "../../../main/core/collection.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { changeType, changeTypeView, moveReviews } from "../../../main/core/noteType/changeType.ts";
import { defaultMapping } from "../../../main/core/noteType/mapping.ts";
import { saysTheSame } from "../../../main/core/noteType/moveText.ts";
import { htmlToRich } from "../../../main/core/rich/html/htmlToRich.ts";
import { richToHtml } from "../../../main/core/rich/html/richToHtml.ts";
import { markdownToRich } from "../../../main/core/rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../../../main/core/rich/markdown/richToMarkdown.ts";
import { anyNotes, cardsOf, holding, noteOf, words } from "./types.ts";

const fine = <T extends object>(value: T | Fault): T => {
  if ("code" in value) throw new Error(JSON.stringify(value));
  return value;
};

const others: NoteType = {
  ...words,
  id: "others",
  name: "Others",
  fields: words.fields.map((field, i) => ({ ...field, id: `o${i}`, name: `Other ${i}` })),
  templates: words.templates.map((template, i) => ({ ...template, ord: i + 1, name: `Other ${i}` })),
};

describe("laws", () => {
  const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

  test("there and back by a mapping that loses nothing is as it was", () => {
    const any = fc.record({
      made: anyNotes(words),
      fields: shuffled(words.fields.map(({ id }) => id)),
      ords: shuffled(words.templates.map(({ ord }) => ord)),
    });
    fc.assert(
      fc.property(any, ({ made, fields, ords }) => {
        const there: TypeMapping = { fields: {}, templates: {} };
        const back: TypeMapping = { fields: {}, templates: {} };
        others.fields.forEach(({ id }, i) => {
          there.fields[id] = fields[i] ?? null;
          back.fields[fields[i] ?? ""] = id;
        });
        others.templates.forEach(({ ord }, i) => {
          there.templates[ord] = ords[i] ?? null;
          back.templates[ords[i] ?? -1] = ord;
        });
        const collection = holding([words, others], made.notes, made.cards);
        fc.pre(made.notes.length > 0);
        const before = structuredClone(collection);
        const notes = made.notes.map(({ id }) => id);
        apply(collection, fine(changeType(collection, { notes, to: "others", mapping: there }, 0)).records);
        expect([...collection.notes.values()].every(({ type }) => type === "others")).toBe(true);
        apply(collection, fine(changeType(collection, { notes, to: "words", mapping: back }, 0)).records);
        expect(collection).toEqual(before);
      }),
    );
  });

  const html: NoteType = { ...others, id: "html", name: "HTML", format: "html" };
  const types = [words, others, html, ...Object.values(stockTypes)];

  test("what is told is what happens; undo restores everything", () => {
    const any = fc
      .constantFrom(...types)
      .chain((from) => fc.record({ from: fc.constant(from), to: fc.constantFrom(...types), made: anyNotes(from) }));
    fc.assert(
      fc.property(any, ({ from, to, made }) => {
        fc.pre(made.notes.length > 0);
        const collection = holding([words, others, html], made.notes, made.cards);
        const before = structuredClone(collection);
        const wish = { notes: made.notes.map(({ id }) => id), to: to.id, mapping: null };
        const { effects } = fine(changeTypeView(collection, wish));
        const had = cardsOf(collection, types);
        const { records } = fine(changeType(collection, wish, 9));
        apply(collection, records);
        const has = cardsOf(collection, types);
        const sum = (cards: Map<string, number>) => [...cards.values()].reduce((a, b) => a + b, 0);
        expect(effects.notes).toBe(made.notes.length);
        expect(has.size - had.size).toBe(effects.appear - effects.go);
        expect(sum(had) - sum(has)).toBe(effects.reviews);
        for (const card of collection.cards.values()) expect(card.id).toBe(`${card.note}/${card.ord}`);
        apply(collection, invert(records));
        expect(collection).toEqual(before);
        expect(from.id).toBe(made.notes[0]?.type);
      }),
    );
  });
});

const studied = (note: string, ord: number, reps: number) => ({ ...newCard(note, ord), reps, day: 30 + reps });

it("maps by the same names first, then by place", () => {
  expect(defaultMapping(words, others)).toEqual({
    fields: { o0: "w", o1: "m", o2: "e" },
    templates: { 1: 0, 2: 3 },
  });
  expect(defaultMapping(stockTypes.cloze, stockTypes.basic)).toEqual({
    fields: { Front: "Text", Back: null, Extra: "Extra", Source: "Source" },
    templates: {},
  });
});

it("moves texts and schedules, and drops what has no place", () => {
  const note = noteOf(words, "n", { w: "hund", m: "dog", e: "" });
  const collection = holding([words, others], [note], [studied("n", 0, 1), studied("n", 3, 2)]);
  const mapping = { fields: { o0: "m" }, templates: { 1: 3 } };
  const wish = { notes: ["n"], to: "others", mapping };
  expect(fine(changeTypeView(collection, wish)).effects).toEqual({ notes: 1, appear: 1, go: 1, reviews: 1, texts: 1 });
  const { records, moved } = fine(changeType(collection, wish, 9));
  apply(collection, records);
  expect(collection.notes.get("n")).toEqual({
    ...note,
    type: "others",
    fields: { o0: "dog", o1: "", o2: "" },
    modified: 9,
  });
  expect([...collection.cards.values()]).toEqual([studied("n", 1, 2)]);
  expect([...moved]).toEqual([
    ["n/0", null],
    ["n/3", "n/1"],
  ]);
});

it("goes by place between a cloze and others, as Anki does", () => {
  const note = noteOf(stockTypes.reversed, "n", { Front: "{{c1::a}} {{c2::b}} {{c3::c}}", Back: "b" });
  const collection = holding([], [note], [studied("n", 0, 1), studied("n", 1, 2)]);
  apply(collection, fine(changeType(collection, { notes: ["n"], to: "cloze", mapping: null }, 9)).records);
  expect([...collection.cards.values()]).toEqual([studied("n", 0, 1), studied("n", 1, 2)]);
  collection.cards.set("n/2", studied("n", 2, 3));
  const back = { notes: ["n"], to: "reversed", mapping: null };
  expect(fine(changeTypeView(collection, back)).effects).toMatchObject({ appear: 0, go: 2, reviews: 5 }); // nothing is left for “Back”
  apply(collection, fine(changeType(collection, back, 9)).records);
  expect([...collection.cards.values()]).toEqual([studied("n", 0, 1), studied("n", 1, 2)]);
});

it("rewrites texts that were written otherwise: gaps, formulas and sounds stay what they are", () => {
  const html = { ...others, format: "html" as const };
  const fields = { w: "**a** {{c1::b::hint}}\n\\(x^2\\)", m: "[sound:a.mp3] 1 < 2", e: "" };
  const collection = holding([words, html], [noteOf(words, "n", fields)]);
  apply(collection, fine(changeType(collection, { notes: ["n"], to: "others", mapping: null }, 9)).records);
  const moved = collection.notes.get("n")?.fields ?? {};
  expect(moved.o0).toMatch(/<(b|strong)>a<\/(b|strong)> \{\{c1::b::hint\}\}/);
  expect(moved.o0).toContain("\\(x^2\\)");
  expect(moved.o1).toBe("[sound:a.mp3] 1 &lt; 2");
  expect(moved.o2).toBe("");
  apply(collection, fine(changeType(collection, { notes: ["n"], to: "words", mapping: null }, 9)).records);
  expect(collection.notes.get("n")?.fields).toEqual(fields);
});

test("a few words are the same in both ways of writing", () => {
  const signs = fc.constantFrom(..."aZß1漢ا .,;?!'’“…-\n#*_`<>&[](){}|\\/:+=~é".split(""));
  const texts = fc.array(signs, { maxLength: 12 }).map((all) => all.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      if (!saysTheSame(text)) return;
      expect(richToHtml(markdownToRich(text))).toBe(text);
      expect(richToMarkdown(htmlToRich(text))).toBe(text);
    }),
    { numRuns: 1_000 },
  );
  expect(saysTheSame("What is the well-known capital of Georgia?")).toBe(true);
});

it.each<[string, string[], string, TypeMapping | null, RegExp | "gone"]>([
  ["no note", [], "others", null, "gone"],
  ["a note that is gone", ["n", "x"], "others", null, "gone"],
  ["a type that is gone", ["n"], "x", null, "gone"],
  ["notes of two types", ["n", "b"], "others", null, /several types/],
  ["a field that is not there", ["n"], "others", { fields: { o0: "x" }, templates: {} }, /fields/],
  ["a card that is not there", ["n"], "others", { fields: {}, templates: { 1: 7 } }, /cards/],
  ["one card in two places", ["n"], "others", { fields: {}, templates: { 1: 0, 2: 0 } }, /same one/],
])("refuses %s", (_, notes, to, mapping, cause) => {
  const all = [noteOf(words, "n", {}), noteOf(stockTypes.basic, "b", {})];
  const fault = changeType(holding([words, others], all), { notes, to, mapping }, 9);
  expect(fault).toMatchObject(
    cause === "gone" ? { code: "gone" } : { code: "badType", detail: expect.stringMatching(cause) },
  );
});

it("lets reviews follow their cards, and a card that is replaced takes its own along", () => {
  const review = (id: string, card: string) => ({ id, card }) as Review;
  const moved = new Map([
    ["n/0", null],
    ["n/1", "n/0"],
    ["n/2", null],
  ]);
  const log = [review("1", "n/0"), review("2", "n/1"), review("3", "n/2"), review("4", "n/3")];
  expect(moveReviews(moved, log)).toEqual([
    [log[0], null],
    [log[1], { id: "2", card: "n/0" }],
  ]);
});
