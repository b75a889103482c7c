import { expect, it } from "vitest";
import { field } from "./editing.ts";

it.each([
  ["**bold** word", 'doc(paragraph(strong("bold"), " word"))'],
  ["__bold__", 'doc(paragraph(strong("bold")))'],
  ["*leaning*", 'doc(paragraph(emphasis("leaning")))'],
  ["_leaning_", 'doc(paragraph(emphasis("leaning")))'],
  ["~~gone~~", 'doc(paragraph(strike("gone")))'],
  ["`code`", 'doc(paragraph(code("code")))'],
  ["# Title", 'doc(heading("Title"))'],
  ["- one\ntwo", 'doc(bullets(item(paragraph("one")), item(paragraph("two"))))'],
  ["1. one\ntwo", 'doc(numbers(item(paragraph("one")), item(paragraph("two"))))'],
  ["> said", 'doc(quote(paragraph("said")))'],
  ["```\nlet x", 'doc(codeBlock("let x"))'],
  ["```rust let x", 'doc(codeBlock("let x"))'],
  ["---after", 'doc(rule, paragraph("after"))'],
  ["\\(x^2\\)", "doc(paragraph(math))"],
  ["[Sevan](https://a.org/x)", 'doc(paragraph(link("Sevan")))'],
  ["The {{c1::capital}}", 'doc(paragraph("The ", cloze("capital")))'],
])("what is typed as Markdown gets its form: %s", (typed, told) => {
  const { type, told: now } = field();
  type(typed);
  expect(now()).toBe(told);
});

it.each(["2*3*4", "snake_case_name", "5 * 3 * 2", "a ** b", "*", "c1::x}}", "1.5"])(
  "leaves alone what is not: %s",
  (typed) => {
    const { type, told } = field();
    type(typed);
    expect(told()).toBe(`doc(paragraph("${typed}"))`);
  },
);

it("takes a form back with Backspace right after it", () => {
  const { type, key, told } = field();
  type("**bold**");
  key("Backspace");
  expect(told()).toBe('doc(paragraph("**bold**"))');
});

it("knows the number and the hint of a typed gap, also where they are in the text", () => {
  const { type, json } = field();
  type("{{c12::1::c12}}");
  expect(json().content[0]).toMatchObject({
    content: [{ text: "1", marks: [{ type: "cloze", attrs: { number: 12, hint: "c12", part: 0 } }] }],
  });
});

it("keeps the language of a block of code", () => {
  const { type, json } = field();
  type("```c++ ");
  expect(json().content[0]).toMatchObject({ type: "codeBlock", attrs: { language: "c++" } });
});
