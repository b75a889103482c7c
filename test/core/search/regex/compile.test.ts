import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProblem } from "../../../../main/core/search/escape.ts";
import { compile, type Pattern } from "../../../../main/core/search/regex/compile.ts";

function made(source: string, fold = false): Pattern {
  const pattern = compile(source, { fold });
  if (isProblem(pattern)) throw new Error(pattern.say);
  return pattern;
}

describe("what a pattern finds", () => {
  it.each<[string, string, boolean]>([
    ["", "", true],
    ["a", "cat", true],
    ["^a", "cat", false],
    ["t$", "cat", true],
    ["^$", "", true],
    ["c.t", "c\nt", false],
    ["(?s)c.t", "c\nt", true],
    ["(?m)^b$", "a\nb\nc", true],
    ["^b$", "a\nb\nc", false],
    ["\\bcat\\b", "the cat sat", true],
    ["\\bcat\\b", "concat", false],
    ["\\Bcat", "concat", true],
    ["\\bбыл\\b", "он был там", true],
    ["\\w+", "हिन्दी", true],
    ["^\\w+$", "हिन्दी", true],
    ["[a-c]+[^a-c]", "abcd", true],
    ["[]a]", "]", true],
    ["[a-]", "-", true],
    ["[[:digit:]]{3}", "a123", true],
    ["a{2,3}$", "caaa", true],
    ["^a{2,3}$", "aaaa", false],
    ["{{c1", "{{c1::x}}", true],
    ["(foo|bar)+$", "xfoobar", true],
    ["\\p{Greek}", "aλ", true],
    ["\\P{L}", "abc", false],
    ["\\pN", "a1", true],
    ["\\x41\\u{42}", "AB", true],
    ["^.$", "😀", true],
    ["😀+$", "😀😀", true],
  ])("%s in %j: %s", (source, text, holds) => {
    const pattern = made(source);
    expect(pattern.test(text)).toBe(holds);
    expect(pattern.find(text, 0) !== null).toBe(holds);
  });

  it.each<[string, string, boolean]>([
    ["CAT", "cat", true],
    ["[A-C]", "b", true],
    ["[^A-C]", "b", false],
    ["(?-i)CAT", "cat", false],
    ["a(?-i:B)c", "ABC", true],
    ["ÄÖ", "äö", true],
    ["σ", "Σ", true],
  ])("whatever the case: %s in %j: %s", (source, text, holds) => {
    expect(made(source, true).test(text)).toBe(holds);
  });

  it("keeps the groups of the first match", () => {
    expect(made("(?P<year>\\d{4})-(\\d\\d)?").find("on 2026-11-24", 0)).toEqual([3, 10, 3, 7, 8, 10]);
    expect(made("(a)|(b)").find("xb", 0)).toEqual([1, 2, -1, -1, 1, 2]);
    expect(made("a+?").find("aaa", 1)).toEqual([1, 2]);
    expect(made("a|ab").find("ab", 0)).toEqual([0, 1]);
    expect(made("\\bb").find("ab b", 1)).toEqual([3, 4]);
  });

  it.each([
    ["(a", "("],
    ["a)", ")"],
    ["*a", "*"],
    ["[a", "["],
    ["(?=a)", "(?="],
    ["(?<!a)", "(?<"],
    ["(a)\\1", "\\1"],
    ["\\y", "\\y"],
    ["a\\", "\\"],
    ["a{3,2}", "{3,2}"],
    ["a{5000}", "{5000}"],
    ["[z-a]", "-"],
    ["\\p{Nothing}", "\\p{Nothing}"],
    ["(?x)a", "(?x)"],
    ["((a{1000}){1000})", "((a{1000}){1000})"],
  ])("refuses %s", (source, at) => {
    const found = compile(source, { fold: false });
    if (!isProblem(found)) throw new Error("it was taken");
    expect(source.slice(found.offset, found.offset + found.length)).toBe(at);
  });
});

describe("laws", () => {
  const atom = fc.constantFrom(
    "a",
    "b",
    ".",
    "[ab]",
    "[^a]",
    "(a)",
    "(?:b)",
    "(a|b)",
    "(ab|a)",
    "^",
    "$",
    "\\b",
    "\\w",
    "\\W",
  );
  const counted = fc.tuple(atom, fc.constantFrom("", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{2,}"));
  const source = fc
    .array(counted, { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map(([atom, count]) => (/[$^b]$/.test(atom) && atom !== "b" ? atom : atom + count)).join(""));
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "\n"), maxLength: 8 });

  it("agrees with the engine of JavaScript wherever both read a pattern alike", () => {
    fc.assert(
      fc.property(source, text, fc.boolean(), (source, text, fold) => {
        const own = made(source, fold);
        const other = new RegExp(source, fold ? "ui" : "u").exec(text);
        expect(own.test(text)).toBe(other !== null);
        const found = own.find(text, 0);
        expect(found && [found[0], found[1]]).toEqual(other && [other.index, other.index + other[0].length]);
      }),
      { numRuns: 3_000 },
    );
  });

  it("reads any text, or says what is wrong in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."()[]{}|*+?\\^$.ab1,-:=!<>P".split("")) })),
        (source) => {
          const found = compile(source, { fold: true });
          if (!isProblem(found)) {
            found.test("abba");
            found.find("abba", 1);
          } else expect(found.offset + found.length).toBeLessThanOrEqual(Math.max(1, source.length));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each(["(a+)+$", "^(a|a)*$", "(a?){30}a{30}$", "(.*a){12}$", "(a*)*b", "((a*)*)*b"])(
    "does not hang: %s",
    (source) => {
      const pattern = made(source);
      const long = `${"a".repeat(50_000)}!`;
      expect(pattern.test(long)).toBe(false);
      expect(pattern.find(long.slice(-2_000), 0)).toBeNull();
    },
  );
});
