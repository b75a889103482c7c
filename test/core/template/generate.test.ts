import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stockTypes } from "../../../main/core/note/stockTypes.ts";
import { expectedAnswer } from "../../../main/core/template/expected.ts";
import { generatedOrds } from "../../../main/core/template/generate.ts";
import { note, noteType } from "./made.ts";

const ords = (fronts: string[], fields: Record<string, string>) =>
  generatedOrds(
    noteType(
      "standard",
      Object.keys(fields),
      fronts.map((front) => [front, ""]),
    ),
    fields,
  );

describe("of templates", () => {
  const fields = { F: "f", G: "g", E: "<br>" };
  test.each<[string[], number[]]>([
    [
      ["{{F}}", "{{G}}"],
      [0, 1],
    ],
    [["{{F}}", "{{E}}"], [0]],
    [["{{E}}", "{{G}}"], [1]],
    [["{{E}}", "{{E}} words"], [0]],
    [["{{E}}", "{{#E}}{{F}}{{/E}}", "{{^E}}{{F}}{{/E}}"], [2]],
    [
      ["{{F}}", "{{#F}}{{#G}}{{E}}{{G}}{{/G}}{{/F}}"],
      [0, 1],
    ],
    [["{{F}}", "{{Tags}}"], [0]],
    [
      ["{{F}}", "{{Deck}}"],
      [0, 1],
    ],
    [
      ["{{F}}", "{{#Deck}}{{F}}{{/Deck}}"],
      [0, 1],
    ],
    [["{{F}}", "{{^Deck}}{{F}}{{/Deck}}"], [0]],
    [["{{F}}", "{{FrontSide}}"], [0]],
    [
      ["{{F}}", "{{text:foo:G}}"],
      [0, 1],
    ],
    [["{{F}}", "{{#c1}}{{F}}{{/c1}}"], [0]],
  ])("%j", (fronts, expected) => expect(ords(fronts, fields)).toEqual(expected));

  test("tags count if there are any", () => {
    const type = noteType(
      "standard",
      ["F"],
      [
        ["{{F}}", ""],
        ["{{#Tags}}{{F}}{{/Tags}}", ""],
      ],
    );
    expect(generatedOrds(type, { F: "f" }, ["x"])).toEqual([0, 1]);
    expect(generatedOrds(type, { F: "f" }, [])).toEqual([0]);
  });
  test("a mistake makes its card, so that it is seen", () => {
    expect(ords(["{{F}}", "{{Nope}}"], fields)).toEqual([0, 1]);
    expect(ords(["{{F}}", "{{#E}}"], fields)).toEqual([0, 1]);
  });
  test("a type without templates makes none", () => expect(ords([], fields)).toEqual([]));
  test("ordinals are the templates' own, whatever their order", () => {
    const type = noteType(
      "standard",
      ["F"],
      [
        ["{{F}}", ""],
        ["{{F}}", ""],
      ],
    );
    expect(generatedOrds({ ...type, templates: type.templates.toReversed() }, { F: "f" })).toEqual([0, 1]);
    expect(generatedOrds({ ...type, templates: type.templates.toReversed() }, { F: "" })).toEqual([1]);
  });
  test("the second card of a stock type asks for its field", () => {
    const made = (wanted: string) =>
      generatedOrds(stockTypes.optionalReversed, { Front: "a", Back: "b", "Add Reverse": wanted });
    expect(made("y")).toEqual([0, 1]);
    expect(made(" ")).toEqual([0]);
    expect(made("<br>")).toEqual([0, 1]); // Markdown: it says so
  });
});

describe("of gaps", () => {
  const gaps = (...texts: string[]) => {
    const fields = Object.fromEntries(texts.map((text, i) => [`F${i}`, text]));
    return generatedOrds(noteType("cloze", Object.keys(fields), [["{{cloze:F0}}", ""]]), fields);
  };
  test.each<[string[], number[]]>([
    [["{{c1::a}}{{c3::b}}"], [0, 2]],
    [["{{c2,1::a}}"], [0, 1]],
    [["{{c2::a {{c4::b}}}}"], [1, 3]],
    [
      ["{{c2::a}}", "{{c1::b}}"],
      [0, 1],
    ],
    [["no gap"], [0]],
    [["{{c0::a}}"], [0]],
    [["{{c500::a}}{{c501::b}}{{c9999::b}}"], [499]],
    [["{{c99999999::a}} {{c::b}}"], [0]],
  ])("%j", (texts, expected) => expect(gaps(...texts)).toEqual(expected));
});

test("any templates and fields make cards in order, each once, and never none", () => {
  const piece = fc.constantFrom("{{F}}", "{{#F}}", "{{^F}}", "{{/F}}", "{{#E}}", "{{/E}}", "{{c}}", "{{", "x", "<!--");
  const front = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(front, { minLength: 1, maxLength: 4 }), (fronts) => {
      const made = ords(fronts, { F: "f", E: "" });
      expect(made.length).toBeGreaterThan(0);
      expect(made).toEqual([...new Set(made)].sort((a, b) => a - b));
    }),
  );
});

describe("what is typed", () => {
  const expected = (front: string, fields: Record<string, string>, kind: "standard" | "cloze" = "standard", ord = 0) =>
    expectedAnswer(noteType(kind, Object.keys(fields), [[front, ""]]), note(fields), ord);
  test.each<[string, string | null]>([
    ["{{F}}", null],
    ["{{F}}{{type:G}}", "a & b c"],
    ["{{F}}{{type:nc:G}}", "a & b c"],
    ["{{F}}{{#E}}{{type:F}}{{/E}}{{type:G}}", "a & b c"],
    ["{{F}}{{type:Nope}}", null],
  ])("%s", (front, answer) => {
    expect(expected(front, { F: "f", E: "", G: "<b>a</b> &amp; b<br>c[sound:x.mp3]" })).toBe(answer);
  });
  test("gaps of the card", () => {
    const text = { F: "{{c1::a::h}} {{c2::<b>b</b>}} {{c1::c}} {{c2::<b>b</b>}}" };
    expect(expected("{{type:cloze:F}}", text, "cloze")).toBe("a, c");
    expect(expected("{{type:cloze:F}}", text, "cloze", 1)).toBe("b");
  });
  test("of Markdown, what was written", () => {
    expect(expectedAnswer(stockTypes.typed, note({ Front: "f", Back: " __init__ " }), 0)).toBe("__init__");
  });
});
