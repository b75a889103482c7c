import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { type RichBlock, type RichDoc, type RichInline, type RichMark, richDoc } from "../../main/contract/rich.ts";

const doc = (...content: RichBlock[]): RichDoc => ({ type: "doc", content });
const line = (...content: RichInline[]): RichBlock => ({ type: "paragraph", attrs: { spaced: false }, content });
const accepts = (input: unknown) => v.is(richDoc, input);

describe("documents from outside", () => {
  const gap: RichMark = { type: "cloze", attrs: { number: 1, hint: "", part: 0 } };
  test.each<[string, unknown]>([
    ["text with marks", doc(line({ type: "text", text: "a", marks: [gap, { type: "strong" }] }))],
    ["an empty paragraph", doc({ type: "paragraph", attrs: { spaced: true } })],
    ["a list", doc({ type: "numbers", attrs: { start: 3 }, content: [{ type: "item", content: [line()] }] })],
    ["raw", doc({ type: "rawBlock", attrs: { source: "<table>" } })],
    ["a box", doc({ type: "box", attrs: { open: '<div class="x">' }, content: [line()] })],
  ])("%s", (_, input) => expect(accepts(input)).toBe(true));

  test.each<[string, unknown]>([
    ["nothing", null],
    ["no block", doc()],
    ["an unknown node", { type: "doc", content: [{ type: "script" }] }],
    ["an attribute too many", { type: "doc", content: [{ type: "rule", attrs: { onclick: "x" } }] }],
    ["an unknown mark", doc(line({ type: "text", text: "a", marks: [{ type: "blink" } as never] }))],
    [
      "a gap without number",
      doc(line({ type: "text", text: "a", marks: [{ ...gap, attrs: { ...gap.attrs, number: 0 } }] })),
    ],
    ["a start tag that is more", doc({ type: "box", attrs: { open: "<div><script>" }, content: [line()] })],
    ["an empty text", doc(line({ type: "text", text: "" }))],
  ])("not %s", (_, input) => expect(accepts(input)).toBe(false));

  test("too deep is refused, not overflowed; so is what contains itself", () => {
    let deep: RichBlock = line();
    for (let i = 0; i < 100_000; i++) deep = { type: "quote", content: [deep] };
    expect(accepts(doc(deep))).toBe(false);
    const round: { type: "quote"; content: RichBlock[] } = { type: "quote", content: [] };
    round.content.push(round);
    expect(accepts(doc(round))).toBe(false);
  });
});
