import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Note, StockId } from "../../../main/contract/shapes.ts";
import { emptyCollection } from "../../../main/core/collection.ts";
import * as cards from "../../../main/core/note/cards.ts";
import { options } from "../../../main/core/note/choice.ts";
import * as faces from "../../../main/core/note/face.ts";
import { plainText } from "../../../main/core/note/plainText.ts";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";

const note = (type: StockId, fields: Record<string, string>): Note => ({
  id: "n",
  type,
  deck: "d",
  fields,
  tags: [],
  position: 1,
  created: 0,
  modified: 0,
});
const collection = emptyCollection();
const ordinals = (one: Note) => cards.ordinals(collection, one);
const title = (one: Note, ord: number) => cards.title(collection, one, ord);
const face = (one: Note, ord: number, seed: number) => faces.face(stockTypes[one.type as StockId], one, ord, seed);
const types = Object.keys(stockTypes).filter((type) => type !== "occlusion") as StockId[];
const said = (content: Parameters<typeof plainText>[0]) => plainText(content).trim();

describe("laws", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("{{c1::a}}", "{{c3::b::h}} {{c1::c}}", "a | b", "x\ny"),
  );
  const any = fc
    .constantFrom(...types)
    .chain((type) =>
      fc
        .record(Object.fromEntries(stockTypes[type].fields.map(({ id }) => [id, text])))
        .map((fields) => note(type, fields)),
    );

  test("every card of every note has a face and a title of one line; the same seed gives the same face", () => {
    const law = fc.property(any, fc.integer(), (one, seed) => {
      for (const ord of ordinals(one)) {
        expect(face(one, ord, seed)).toEqual(face(one, ord, seed));
        expect(title(one, ord)).not.toMatch(/[\n\r]/);
      }
      expect(ordinals(one)).toBe(ordinals(one));
    });
    fc.assert(law);
  });

  test("a shuffle loses nothing, and has one right answer", () => {
    const lines = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { maxLength: 8 });
    const law = fc.property(fc.string(), lines, fc.integer(), (right, wrong, seed) => {
      const all = options(right, wrong.join("\n"), seed);
      expect(all.filter((one) => one.right)).toEqual([{ text: right, right: true }]);
      expect(
        all
          .filter((one) => !one.right)
          .map((one) => one.text)
          .sort(),
      ).toEqual([...wrong].sort());
    });
    fc.assert(law);
  });

  test("over many seeds the right answer stands everywhere about equally often", () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4_000; seed++) {
      const place = options("r", "a\nb\nc", seed).findIndex((one) => one.right);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    // Five standard deviations of a fair die with four sides.
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(137);
  });
});

describe("examples", () => {
  test("basic, with an explanation and its source", () => {
    const shown = face(note("basic", { Front: "Q *a*", Back: "A", Extra: "why", Source: "p. 1" }), 0, 1);
    expect(shown.type).toBe("basic");
    expect([said(shown.question), said(shown.answer), said(shown.extra), shown.source]).toEqual([
      "Q a",
      "A",
      "why",
      "p. 1",
    ]);
  });
  test("reversed: the second card asks the other way", () => {
    const both = note("reversed", { Front: "f", Back: "b" });
    expect(ordinals(both)).toEqual([0, 1]);
    expect(ordinals(both).map((ord) => [said(face(both, ord, 1).question), said(face(both, ord, 1).answer)])).toEqual([
      ["f", "b"],
      ["b", "f"],
    ]);
    expect([title(both, 0), title(both, 1)]).toEqual(["f", "b"]);
  });
  test("cloze: a card for each number", () => {
    const cloze = note("cloze", { Text: "In {{c3::1988::year}},\n{{c1::Armenia}}" });
    expect(ordinals(cloze)).toEqual([0, 2]);
    expect(title(cloze, 2)).toBe("In …, Armenia");
    expect(said(face(cloze, 2, 1).answer)).toBe("In 1988,\nArmenia");
    expect(JSON.stringify(face(cloze, 2, 1).question)).not.toContain("1988");
  });
  test("typed: the first answer, then the others; Markdown in an answer is text", () => {
    const { answer } = face(note("typed", { Front: "q", Back: "__init__ | *x*" }), 0, 1);
    expect(answer).toEqual([
      { kind: "paragraph", children: ["__init__"] },
      { kind: "paragraph", children: [{ kind: "emphasis", children: ["Also right: *x*"] }] },
    ]);
  });
  test("choice: options in the order of the seed", () => {
    const shown = face(note("choice", { Front: "q", Right: "*r*", Wrong: "a\n\nb" }), 0, 3);
    if (shown.type !== "choice") throw new Error(shown.type);
    expect(shown.options.map(({ text }) => said(text)).sort()).toEqual(["a", "b", "r"]);
    expect(shown.options.find(({ right }) => right)?.text).toEqual([{ kind: "emphasis", children: ["r"] }]);
    expect(said(shown.answer)).toBe("r");
  });
  test("a note without its fields shows nothing, and does not fall", () => {
    for (const type of types) expect(title(note(type, {}), 0)).toBe("");
  });
});
