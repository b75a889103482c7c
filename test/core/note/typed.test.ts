import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../../main/core/note/fold.ts";
import { accepted, checkTyped } from "../../../main/core/note/typed.ts";

const verdict = (typed: string, expected: string) => checkTyped(typed, expected).verdict;
const spelt = (typed: string, expected: string, but: string) =>
  checkTyped(typed, expected)
    .diff.filter(({ kind }) => kind !== but)
    .map(({ text }) => text)
    .join("");

describe("laws", () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 20 }), fc.string({ unit: "binary", maxLength: 20 }));
  const answer = text.map((one) => one.replaceAll("|", "").trim()).filter((one) => one !== "");

  test("the answer itself is right, however it is cased, spaced and stopped", () => {
    const law = fc.property(answer, fc.constantFrom(" ", "  ", "\n", "\t"), (one, blank) => {
      expect(verdict(`${blank}${one}${blank}`, one)).toBe("right");
    });
    fc.assert(law);
    const words = fc.array(fc.stringMatching(/^[a-zéüñа-я]{1,8}$/), { minLength: 1, maxLength: 4 });
    const forgiving = fc.property(words, fc.constantFrom(" ", "-", ", ", " — "), (all, between) => {
      const typed = `${all.join(between).toUpperCase()}.`;
      expect(verdict(typed.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), all.join(" "))).toBe("right");
    });
    fc.assert(forgiving);
  });

  test("the diff spells the answer without its extras, and what was typed without what is missing", () => {
    const law = fc.property(text, answer, (typed, one) => {
      expect(spelt(typed, one, "extra")).toBe(one);
      for (const [i, part] of checkTyped(typed, one).diff.entries()) {
        expect(part.text).not.toBe("");
        expect(part.kind).not.toBe(checkTyped(typed, one).diff[i + 1]?.kind);
      }
    });
    fc.assert(law);
    const letters = fc.stringMatching(/^[a-z]{1,12}$/);
    const back = fc.property(letters, letters, (typed, one) => {
      expect(spelt(typed, one, "missing")).toBe(typed);
    });
    fc.assert(back);
  });

  test("folding twice is folding once, and the grade follows the verdict", () => {
    const law = fc.property(fc.stringMatching(/^[\p{L} ]{1,20}$/u), answer, (words, one) => {
      expect(fold(fold(words))).toBe(fold(words));
      const { verdict: is, proposed } = checkTyped(words, one);
      expect(proposed).toBe({ right: 3, close: 2, wrong: 1 }[is]);
    });
    fc.assert(law);
  });

  test("another number is never taken for it", () => {
    const law = fc.property(fc.integer({ min: 0 }), fc.integer({ min: 0 }), (a, b) => {
      expect(verdict(`in the year ${a}`, `in the year ${b}`)).toBe(a === b ? "right" : "wrong");
    });
    fc.assert(law);
  });
});

const table: [typed: string, expected: string, verdict: string][] = [
  ["yerevan", "Yerevan", "right"],
  ["  Yerevan. ", "Yerevan", "right"],
  ["Baki", "Baku | Bakı", "right"],
  ["BAKI", "Bakı", "right"],
  ["baku", "Bakı | Baku", "right"],
  ["Nagorno Karabakh", "Nagorno-Karabakh", "right"],
  ["Soren", "Søren", "right"],
  ["Strasse", "Straße", "right"],
  ["“yes”", "yes", "right"],
  ["dont", "don’t", "right"],
  ["Ереван", "ереван", "right"],
  ["ежик", "ёжик", "right"],
  ["ＡＢＣ", "abc", "right"],
  ["שלום", "שָׁלוֹם", "right"],
  ["3,000,000", "3000000", "right"],
  ["3 000", "3000", "right"],
  ["2020/10/01", "2020-10-01", "right"],
  ["½", "1/2", "right"],
  ["?", "?", "right"],
  ["yerevna", "Yerevan", "close"],
  ["Nagorno-Karabach", "Nagorno-Karabakh", "close"],
  ["Azerbajan", "Azerbaijan", "close"],
  ["Стапанакерт", "Степанакерт", "close"],
  ["Iran", "Iraq", "wrong"],
  ["1988", "1989", "wrong"],
  ["in 1989 Armenia", "in 1988 Armenia", "wrong"],
  ["1.5", "15", "wrong"],
  ["-5", "5", "wrong"],
  ["C", "C#", "wrong"],
  ["か", "が", "wrong"],
  ["कि", "की", "wrong"],
  ["北京", "南京", "wrong"],
  ["Tbilisi", "Yerevan", "wrong"],
  ["!", "?", "wrong"],
  ["", "x", "wrong"],
  ["  ", "x", "wrong"],
  ["x", "", "wrong"],
  ["", "", "wrong"],
];
test.each(table)("%j for %j", (typed, expected, is) => {
  expect(verdict(typed, expected)).toBe(is);
});

test("the diff of the nearest answer, by whole characters", () => {
  expect(checkTyped("Yerevaan", "Tbilisi | Yerevan").diff.map(({ kind, text }) => [kind, text])).toEqual([
    ["same", "Yereva"],
    ["extra", "a"],
    ["same", "n"],
  ]);
  expect(checkTyped("👩‍👧a", "👩‍👦a").diff[0]).toEqual({ kind: "extra", text: "👩‍👧" });
  expect(checkTyped("baki", "Bakı").diff).toEqual([{ kind: "same", text: "Bakı" }]);
});

test("alternatives stand between blanks", () => {
  expect(accepted("a | b |  c|d | ")).toEqual(["a", "b", "c|d"]);
  expect(accepted(" | ")).toEqual([]);
});

describe("a megabyte", () => {
  const texts = [
    "a".repeat(1e6),
    "1 ".repeat(5e5),
    `a${"\u0301".repeat(1e6)}`,
    ".".repeat(1e6),
    "👩‍👧".repeat(1e5),
    " ".repeat(1e6),
  ];
  test.each(texts.map((text, i) => [i, text] as const))("%i", (_, text) => {
    expect(verdict(text, `Yerevan | ${"b".repeat(600)}`)).toBe("wrong");
    expect(spelt(text, "Yerevan", "extra")).toBe("Yerevan");
    expect(verdict(`${text}a`, `${text}a`)).toBe("right");
  });
});
