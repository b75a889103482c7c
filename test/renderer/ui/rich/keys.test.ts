import { TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { field, paragraph } from "./editing.ts";

function writing(text: string, options?: Parameters<typeof field>[1]) {
  const opened = field(paragraph(text), options);
  const { view } = opened.editor;
  const select = (from: number, to = from) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from + 1, to + 1)));
  return { ...opened, select };
}

describe("marks", () => {
  it.each([
    ["b", {}, "strong"],
    ["i", {}, "emphasis"],
    ["u", {}, "underline"],
    ["e", {}, "code"],
  ])("Ctrl+%s gives one and takes it back", (key, more, mark) => {
    const { select, key: press, told } = writing("word");
    select(0, 4);
    press(key, { ctrlKey: true, ...more });
    expect(told()).toBe(`doc(paragraph(${mark}("word")))`);
    press(key, { ctrlKey: true, ...more });
    expect(told()).toBe('doc(paragraph("word"))');
  });

  it("a Markdown field offers none that Markdown lacks", () => {
    const intake = { format: "markdown" as const, clean: async () => null, attach: async () => null };
    const { select, key, told } = writing("word", { intake });
    select(0, 4);
    expect(key("u", { ctrlKey: true })).toBe(false);
    expect(told()).toBe('doc(paragraph("word"))');
  });

  it("Ctrl+R takes the form and leaves the gap", () => {
    const { select, key, told } = writing("word");
    select(0, 4);
    key("b", { ctrlKey: true });
    key("C", { ctrlKey: true, shiftKey: true, code: "KeyC", keyCode: 67 });
    select(0, 4);
    key("r", { ctrlKey: true });
    expect(told()).toContain('cloze("word")');
    expect(told()).not.toContain("strong");
  });
});

describe("gaps", () => {
  const gap = { ctrlKey: true, shiftKey: true, code: "KeyC", keyCode: 67 };
  const numbers = (json: ReturnType<ReturnType<typeof field>["json"]>): unknown[] =>
    JSON.stringify(json).match(/"number":\d+/g) ?? [];

  it("take the next number, or with Alt the same", () => {
    const { select, key, json } = writing("one two three");
    select(0, 3);
    key("C", gap);
    select(4, 7);
    key("C", gap);
    select(8, 13);
    key("C", { ...gap, altKey: true });
    expect(numbers(json())).toEqual(['"number":1', '"number":2', '"number":2']);
  });

  it("count those of the other fields", () => {
    const { select, key, json } = writing("one", { gapsElsewhere: () => 4 });
    select(0, 3);
    key("C", gap);
    expect(numbers(json())).toEqual(['"number":5']);
  });

  it("take the word around the caret, and no blank at the ends of what is selected", () => {
    const { select, key, told } = writing("the capital city");
    select(6);
    key("C", gap);
    expect(told()).toBe('doc(paragraph("the ", cloze("capital"), " city"))');
    const other = writing("the capital city");
    other.select(3, 12);
    other.key("C", gap);
    expect(other.told()).toBe('doc(paragraph("the ", cloze("capital"), " city"))');
  });

  it("lie within one that holds them, and around one that they hold", () => {
    const inner = writing("a b c");
    inner.select(0, 5);
    inner.key("C", gap);
    inner.select(2, 3);
    inner.key("C", gap);
    expect(inner.json().content[0]).toMatchObject({
      content: [
        { text: "a ", marks: [{ attrs: { number: 1 } }] },
        { text: "b", marks: [{ attrs: { number: 1 } }, { attrs: { number: 2 } }] },
        { text: " c", marks: [{ attrs: { number: 1 } }] },
      ],
    });
    const outer = writing("a b c");
    outer.select(2, 3);
    outer.key("C", gap);
    outer.select(0, 5);
    outer.key("C", gap);
    expect(outer.json().content[0]).toMatchObject({
      content: [
        { text: "a ", marks: [{ attrs: { number: 2 } }] },
        { text: "b", marks: [{ attrs: { number: 2 } }, { attrs: { number: 1 } }] },
        { text: " c", marks: [{ attrs: { number: 2 } }] },
      ],
    });
  });

  it("stay two where they touch", () => {
    const { select, key, json } = writing("onetwo");
    select(0, 3);
    key("C", gap);
    select(3, 6);
    key("C", { ...gap, altKey: true });
    expect(json().content[0]).toMatchObject({
      content: [{ marks: [{ attrs: { number: 1, part: 0 } }] }, { marks: [{ attrs: { number: 1, part: 1 } }] }],
    });
  });
});

describe("formulas", () => {
  it.each([
    ["m", { tex: "x", display: false }],
    ["e", { tex: "x", display: true }],
    ["c", { tex: "\\ce{x}", display: false }],
  ])("Ctrl+M, then %s", (letter, attrs) => {
    const said: string[] = [];
    const { select, key, json } = writing("x", { tell: (text) => said.push(text) });
    select(0, 1);
    key("m", { ctrlKey: true });
    expect(said.at(-1)).toContain("chemistry");
    key(letter);
    expect(said.at(-1)).toBe("");
    expect(json().content[0]).toMatchObject({ content: [{ type: "math", attrs }] });
  });

  it("another key means what it always means", () => {
    const { key, told } = writing("x");
    key("m", { ctrlKey: true });
    expect(key("k")).toBe(false);
    expect(told()).toBe('doc(paragraph("x"))');
  });
});

describe("undo", () => {
  it("is the field's own, and back at the start nothing has changed", () => {
    const { type, key, seen } = field();
    type("word");
    expect(seen.at(-1)?.same).toBe(false);
    expect(key("z", { ctrlKey: true })).toBe(true);
    expect(seen.at(-1)?.same).toBe(true);
    key("y", { ctrlKey: true });
    expect(seen.at(-1)?.same).toBe(false);
  });
});

it("Tab, Escape and Ctrl+Enter are the window's", () => {
  const { key, told } = writing("- x");
  for (const [name, modifiers] of [
    ["Tab", {}],
    ["Tab", { shiftKey: true }],
    ["Escape", { keyCode: 27 }],
    ["Enter", { ctrlKey: true, keyCode: 13 }],
  ] as const)
    expect(key(name, modifiers)).toBe(false);
  expect(told()).toBe('doc(paragraph("- x"))');
});
