import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { RichDoc, RichMark } from "../../../main/contract/rich.ts";
import { decode } from "../../../main/core/codec/deckText/decode.ts";
import { markdownToRich } from "../../../main/core/rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../../../main/core/rich/markdown/richToMarkdown.ts";

const kinds = (text: string) => {
  const json = JSON.stringify(markdownToRich(text));
  return json.includes('"rawBlock"') ? "rawBlock" : json.includes('"raw"') ? "raw" : "whole";
};

describe("fields as people write them", () => {
  test.each<[string, string]>([
    ["one\ntwo", "one\ntwo"],
    ["a\\\n\\\nb", "a\n\\\nb"],
    ["* a\n* b", "- a\n- b"],
    ["The **capital** of {{c1::*Armenia*::country}} is `x`.", "The **capital** of {{c1::*Armenia*::country}} is `x`."],
    ["**{{c1::a}}**", "{{c1::**a**}}"],
    ["`{{c1::x}}`", "{{c1::`x`}}"],
    ["{{c1::_a_}} b", "{{c1::*a*}} b"],
    ["{{c1::a}}{{c1::b}}", "{{c1::a}}{{c1::b}}"],
    ["{{c1::std:\\:vector}}", "{{c1::std:\\:vector}}"],
    ["- {{c1::a}}\n- {{c2::b}}", "- {{c1::a}}\n- {{c2::b}}"],
    ["\\(x_1 * y_1\\) and \\[\\frac{a}{b}\\]", "\\(x_1 * y_1\\) and \\[\\frac{a}{b}\\]"],
    ["[sound:a_b_c.mp3] ![a map](<a b.png>)", "[sound:a_b_c.mp3] ![a map](<a b.png>)"],
    ["a [b] c", "a [b] c"],
    ["1\\. no list", "1\\. no list"],
    ["Title\n=====", "# Title"],
    ["~~gone~~", "~~gone~~"],
  ])("%j", (text, back) => {
    expect(richToMarkdown(markdownToRich(text))).toBe(back);
    expect(kinds(text)).toBe("whole");
  });

  test.each([
    "| a | b |\n|---|---|\n| c | d |",
    "#### deep",
    "{{c1::- a\n- b}}",
    "{{c1::a\n\nb}}",
    "{{c1::1. x}}",
    '[l](u "t")',
    "{{c1,2::a}}",
  ])("kept as written: %j", (text) => {
    expect(kinds(text)).toBe("rawBlock");
    expect(richToMarkdown(markdownToRich(text))).toBe(text);
  });

  test("the decks that ship come back byte by byte", () => {
    for (const name of ["karabakh", "mneme"]) {
      const text = readFileSync(resolve(import.meta.dirname, `../../../decks/${name}.md`), "utf8");
      for (const { fields } of decode(text).deck.notes)
        for (const field of Object.values(fields)) expect(richToMarkdown(markdownToRich(field))).toBe(field);
    }
  });
});

describe("what an editor may write", () => {
  const line = (text: string, ...marks: RichMark[]): RichDoc => ({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { spaced: false },
        content: [
          { type: "text", text: "x " },
          { type: "text", text, ...(marks.length > 0 && { marks }) },
          { type: "text", text: " y" },
        ],
      },
    ],
  });
  const gap: RichMark = { type: "cloze", attrs: { number: 1, hint: "", part: 0 } };
  test.each<[string, RichDoc, string]>([
    ["bold with a blank at its end", line("bold ", { type: "strong" }), "x **bold**  y"],
    ["what Markdown cannot hold", line("a", { type: "underline" }, { type: "sup" }), "x a y"],
    ["a formula typed as text", line("\\(a_b\\)"), "x \\(a_b\\) y"],
    ["colons and braces in a gap", line("a::b}}c", gap), "x {{c1::a:\\:b}\\}c}} y"],
    ["the looks of a list at a gap's beginning", line("1. a", gap), "x {{c1::1\\. a}} y"],
  ])("%s", (_, doc, text) => expect(richToMarkdown(doc)).toBe(text));
});
