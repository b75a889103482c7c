import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, Inline } from "../../../main/contract/face.ts";
import { clozeNumbers } from "../../../main/core/cloze/parse.ts";
import { clozeBlocks } from "../../../main/core/note/cloze.ts";
import { plainText } from "../../../main/core/note/plainText.ts";

type Gap = Extract<Inline, { kind: "gap" }>;

const gaps = (blocks: Block[]): Gap[] => {
  const found: Gap[] = [];
  const visit = (node: unknown) => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node && typeof node === "object") {
      if ("kind" in node && node.kind === "gap") found.push(node as Gap);
      else Object.values(node).forEach(visit);
    }
  };
  visit(blocks);
  return found;
};
const show = (text: string, number: number, open: boolean) => plainText(clozeBlocks(text, number, open)).trim();

describe("laws", () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  const wrap = fc.constantFrom<[string, string]>(
    ["", ""],
    ["**", "**"],
    ["*", "*"],
    ["- ", ""],
    ["> ", ""],
    ["`", "`"],
    ["# ", ""],
  );

  test("a question never holds the text of its gaps; the answer does", () => {
    const law = fc.property(
      fc.uniqueArray(word, { minLength: 3, maxLength: 3 }),
      wrap,
      wrap,
      ([a, b, c], out, inside) => {
        const text = `${out[0]}${a} {{c1::${inside[0]}SECRET${b}${inside[1]}}} {{c2::${c}}}${out[1]}`;
        expect(JSON.stringify(clozeBlocks(text, 1, false))).not.toContain("SECRET");
        expect(show(text, 1, true)).toContain(`SECRET${b}`);
        for (const open of [true, false]) expect(gaps(clozeBlocks(text, 1, open))).toHaveLength(1);
      },
    );
    fc.assert(law);
  });

  test("any text at all is read, and each of its numbers has a gap", () => {
    const piece = fc.constantFrom(
      "{{c1::",
      "{{c2::",
      "{{c0::",
      "{{c12::",
      "{{c",
      "}}",
      "::",
      "\uE000",
      "0",
      "*",
      "x",
      "\n",
      " ",
    );
    const law = fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join("");
      const numbers = clozeNumbers(text);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      for (const number of numbers) {
        const closed = gaps(clozeBlocks(text, number, false));
        expect(closed.length).toBeGreaterThan(0);
        expect(gaps(clozeBlocks(text, number, true))).toHaveLength(closed.length);
      }
    });
    fc.assert(law, { numRuns: 1_000 });
  });
});

describe("examples", () => {
  const text = "In {{c1::1988::year}} **{{c2::Armenia}}** {{c1::*voted*}}";
  test("several gaps of one number", () => {
    expect(clozeNumbers(text)).toEqual([1, 2]);
    expect(show(text, 1, false)).toBe("In … Armenia …");
    expect(gaps(clozeBlocks(text, 1, false)).map((gap) => (gap.open ? null : gap.hint))).toEqual(["year", ""]);
    expect(gaps(clozeBlocks(text, 1, true)).map((gap) => gap.open && gap.children)).toEqual([
      ["1988"],
      [{ kind: "emphasis", children: ["voted"] }],
    ]);
  });
  test("a gap inside emphasis stays inside", () => {
    expect(clozeBlocks("**{{c1::x}}**", 1, false)).toEqual([
      { kind: "paragraph", children: [{ kind: "strong", children: [{ kind: "gap", open: false, hint: "" }] }] },
    ]);
  });
  test("nested: the outer hides the inner, the inner leaves the outer", () => {
    const nested = "{{c1::a {{c2::b}} c}} d";
    expect(clozeNumbers(nested)).toEqual([1, 2]);
    expect(show(nested, 1, false)).toBe("… d");
    expect(show(nested, 2, false)).toBe("a … c d");
    expect(show(nested, 1, true)).toBe("a b c d");
  });
  test("in code spans and blocks", () => {
    expect(show("`f({{c1::*x*}})`", 1, true)).toBe("f(*x*)");
    expect(show("```\nf({{c1::x::h}})\n```", 1, false)).toBe("f([h])");
    expect(show("```\nf({{c1::x::h}})\n```", 1, true)).toBe("f(x)");
  });
  test("as in Anki, the first :: begins the hint", () => {
    expect(show("{{c1::std::vector}}", 1, true)).toBe("std");
  });
  test.each([["{{c1::a"], ["a}}"], ["{c1::a}"], ["{{c1:a}}"], ["{{C1::a}}"], [""], ["{{c1::a::h"]])(
    "%j is text",
    (plain) => {
      expect(clozeNumbers(plain)).toEqual([]);
      expect(show(plain, 1, false)).toBe(plain);
    },
  );
  test("number 0 is on no card and shows its text", () => {
    expect(clozeNumbers("{{c0::a}} {{c1::b}}")).toEqual([1]);
    expect(show("{{c0::a}} {{c1::b}}", 1, false)).toBe("a …");
  });
  test("one gap on several cards", () => {
    expect(clozeNumbers("{{c3,1::a}} {{c2::b}}")).toEqual([1, 2, 3]);
    expect(show("{{c3,1::a}} {{c2::b}}", 3, false)).toBe("… b");
  });
  test("what is never closed stays as text around what is", () => {
    expect(clozeNumbers("{{c1::a {{c2::b}}")).toEqual([2]);
    expect(show("{{c1::a {{c2::b}}", 2, false)).toBe("{{c1::a …");
  });
  test("marks of the text's own stay harmless", () => {
    expect(show("\uE0000\uE000 {{c1::a\uE0000\uE000}} \uE0001\uE000", 1, true)).toBe(
      "\uE0000\uE000 a\uE0000\uE000 \uE0001\uE000",
    );
    expect(JSON.stringify(clozeBlocks("{{c1::SECRET}} &#xE000;0&#xE000;", 1, false))).not.toContain("SECRET");
  });
});

describe("texts made to harm", () => {
  const texts: [string, string, number[]][] = [
    ["10,000 in each other", `${"{{c1::".repeat(10_000)}x${"}}".repeat(10_000)}`, [1]],
    ["10,000 in a row", "{{c1::x}} ".repeat(10_000), [1]],
    ["openings only", "{{c1::".repeat(200_000), []],
    ["closings only", "}}".repeat(200_000), []],
    [
      "numbers",
      Array.from({ length: 999 }, (_, i) => `{{c${i + 1}::x}}`).join(" "),
      Array.from({ length: 999 }, (_, i) => i + 1),
    ],
  ];
  test.each(texts)("%s", (_, text, numbers) => {
    expect(clozeNumbers(text)).toEqual(numbers);
    expect(show(text, 1, false).length).toBeGreaterThan(0);
  });
});
