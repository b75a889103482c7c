import fc from "fast-check";
import { expect, test } from "vitest";
import { bareText, type ClozeNode, clozeNumbers, parseCloze } from "../../../main/core/cloze/parse.ts";

const piece = fc.constantFrom("{{c1::", "{{c2,3::", "{{c0::", "{{c::", "{{c99999::", "{{c01::", "}}", "::", "x", "\n");
const text = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(""));

const numbersOf = (nodes: readonly ClozeNode[]): number[] =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : [...node.numbers, ...numbersOf(node.children)]));

test("the numbers are those of the tree", () => {
  fc.assert(
    fc.property(text, (text) => {
      const numbers = numbersOf(parseCloze(text)).filter((number) => number > 0);
      expect(clozeNumbers(text)).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
  );
});

test("outside of marks and hints every character stays, in its order", () => {
  const words = fc.array(fc.constantFrom("{{c1::", "}}", "a", "b"), { maxLength: 15 });
  fc.assert(
    fc.property(words, (parts) => {
      expect(bareText(parseCloze(parts.join(""))).replace(/[^ab]/g, "")).toBe(parts.join("").replace(/[^ab]/g, ""));
    }),
  );
});

test("within each other at most ten deep, as in Anki", () => {
  const deep = `${Array.from({ length: 13 }, (_, i) => `{{c${i + 1}::`).join("")}x${"}}".repeat(13)}`;
  expect(clozeNumbers(deep)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(bareText(parseCloze(deep))).toBe("x}}}}}}");
});

test("a hint is what stands after ::, wherever the gap within ends", () => {
  expect(parseCloze("{{c1::a::h {{c2::b}} more}}")).toEqual([
    { numbers: [1], hint: "h ", children: ["a", { numbers: [2], hint: null, children: ["b"] }, " more"] },
  ]);
});
