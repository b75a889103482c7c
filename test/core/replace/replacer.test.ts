import { describe, expect, it } from "vitest";
import { excerpts } from "../../../main/core/replace/excerpts.ts";
import { replacer } from "../../../main/core/replace/replacer.ts";
import { isProblem } from "../../../main/core/search/escape.ts";

function replace(
  text: string,
  find: string,
  by: string,
  options: { regex?: boolean; matchCase?: boolean } = {},
): string | null {
  const made = replacer({ find, replace: by, regex: false, matchCase: false, where: { in: "all" }, ...options });
  if (isProblem(made)) throw new Error(made.say);
  return made(text);
}

describe("find and replace", () => {
  it.each<[string, string, string, string, { regex?: boolean; matchCase?: boolean }?]>([
    ["a dog, a DOG", "dog", "cat", "a cat, a cat"],
    ["a dog, a DOG", "dog", "cat", "a cat, a DOG", { matchCase: true }],
    ["1+1 (=2)", "1+1 (", "$1", "$1=2)"],
    ["ПРИВЕТ", "привет", "пока", "пока"],
    ["2026-11-24", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1", "24.11.2026", { regex: true }],
    ["John Smith", "(?P<first>\\w+) (?P<last>\\w+)", "\u0024{last}, \u0024{first}", "Smith, John", { regex: true }],
    ["costs 5", "(\\d)", "$$$1 or $9", "costs $5 or $9", { regex: true }],
    ["ab", "(a)|(x)", "[$1$2]", "[a]b", { regex: true }],
    ["abc", "x*", "-", "-a-b-c-", { regex: true }],
    ["aaa", "a", "aa", "aaaaaa"],
    ["😀a😀", ".", "<$0>", "<😀><a><😀>", { regex: true }],
    ["é", "e\u0301", "e", "e"],
    ["one\ntwo", "(?m)^", "> ", "> one\n> two", { regex: true }],
    ["nothing", "x", "y", "nothing"],
  ])("%j: %j by %j gives %j", (text, find, by, result, options) => {
    expect(replace(text, find, by, options)).toBe(result);
  });

  it("gives up on a text that would take minutes, and says so by null", () => {
    const hostile = "xa".repeat(200_000);
    const made = replacer({ find: "x.*y|a", replace: "", regex: true, matchCase: true, where: { in: "all" } });
    expect(isProblem(made) ? made : made(hostile)).toBeNull();
  });

  it("asks for something to look for", () => {
    expect(replacer({ find: "", replace: "", regex: false, matchCase: false, where: { in: "all" } })).toMatchObject({
      say: "Write what to look for.",
    });
  });

  it("shows a change with a little of what lies around it", () => {
    const long = "x".repeat(500);
    const { before, after } = excerpts(`${long}old${long}`, `${long}new${long}`);
    expect(before).toBe(`…${"x".repeat(60)}old${"x".repeat(60)}…`);
    expect(after).toBe(before.replace("old", "new"));
    expect(excerpts("a", "b")).toEqual({ before: "a", after: "b" });
  });
});
