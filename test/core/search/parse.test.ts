import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isProblem } from "../../../main/core/search/escape.ts";
import { parse } from "../../../main/core/search/parse.ts";
import { print } from "../../../main/core/search/print.ts";

const text = (text: string, how = "plain") => ({ type: "text", text, how });
const both = (type: "and" | "or", ...nodes: unknown[]) => ({ type, nodes });
const not = (node: unknown) => ({ type: "not", node });
const field = (field: string, text: string, how = "plain") => ({ type: "field", field, text, how });

describe("the grammar", () => {
  it.each<[string, unknown]>([
    ["", { type: "all" }],
    ["   ", { type: "all" }],
    ["dog", text("dog")],
    ['"a dog"', text("a dog")],
    ["dog cat", both("and", text("dog"), text("cat"))],
    ["dog\u3000cat", both("and", text("dog"), text("cat"))],
    ["dog and cat", both("and", text("dog"), text("cat"))],
    ["dog OR cat", both("or", text("dog"), text("cat"))],
    ["a or b c", both("or", text("a"), both("and", text("b"), text("c")))],
    ["(a or b) c", both("and", both("or", text("a"), text("b")), text("c"))],
    ["-dog", not(text("dog"))],
    ["-(a or b)", not(both("or", text("a"), text("b")))],
    ["--dog", not(text("-dog"))],
    ["-", text("-")],
    ["a - b", both("and", text("a"), text("-"), text("b"))],
    ['"and"', text("and")],
    ["android", text("android")],
    ['a"b c"', both("and", text("a"), text("b c"))],
    ["d_g do*", both("and", text("d_g"), text("do*"))],
    ["a\\*b\\_c", text("a\\*b\\_c")],
    ['a\\:b \\"c\\" \\(d\\) \\-e', both("and", text("a:b"), text('"c"'), text("(d)"), text("-e"))],
    ["a\\\\b", text("a\\\\b")],
    ["w:dog", text("dog", "word")],
    ["nc:uber", text("uber", "bare")],
    ["sc:uber", text("uber", "gaps")],
    ["re:\\d+", { type: "regex", pattern: "\\d+" }],
    ['"re:(a|b) c"', { type: "regex", pattern: "(a|b) c" }],
    ['re:"(a|b) c"', { type: "regex", pattern: "(a|b) c" }],
    ['"re:\\"x\\""', { type: "regex", pattern: '"x"' }],
    ["front:dog", field("front", "dog")],
    ["front:", field("front", "")],
    ["fr*:*dog*", field("fr*", "*dog*")],
    ["front:re:^\\d", field("front", "^\\d", "regex")],
    ['front:re:"a b"', field("front", "a b", "regex")],
    ["front:nc:uber", field("front", "uber", "bare")],
    ['"my field:a dog"', field("my field", "a dog")],
    ['front:"a dog"', field("front", "a dog")],
    ["a\\:b:c", field("a:b", "c")],
    ["DECK:French", { type: "deck", name: "French" }],
    ['deck:"French verbs"', { type: "deck", name: "French verbs" }],
    ["deck:a::b", { type: "deck", name: "a::b" }],
    ["tag:a::b", { type: "tag", text: "a::b", how: "plain" }],
    ["tag:none", { type: "tag", text: "none", how: "plain" }],
    ["tag:re:^pa", { type: "tag", text: "^pa", how: "regex" }],
    ["tag:nc:uber", { type: "tag", text: "uber", how: "bare" }],
    ["note:basic", { type: "noteType", name: "basic" }],
    ["card:2", { type: "ord", ord: 1 }],
    ["card:0", { type: "ord", ord: 0 }],
    ["card:forward", { type: "cardName", name: "forward" }],
    ["preset:hard", { type: "preset", name: "hard" }],
    ["flag:7", { type: "flag", flag: 7 }],
    ["did:a", { type: "deckIds", ids: ["a"] }],
    ["mid:a", { type: "typeIds", ids: ["a"] }],
    ["nid:a,b", { type: "noteIds", ids: ["a", "b"] }],
    ["cid:a/0,b/1", { type: "cardIds", ids: ["a/0", "b/1"] }],
    ["dupe:basic,dog", { type: "dupe", noteType: "basic", text: "dog" }],
    ["has-cd:x", { type: "hasCustomData", key: "x" }],
    ["is:buried-sibling", { type: "state", state: "buried-sibling" }],
    ["added:7", { type: "added", days: 7 }],
    ["edited:0", { type: "edited", days: 1 }],
    ["introduced:3", { type: "introduced", days: 3 }],
    ["resched:3", { type: "rescheduled", days: 3 }],
    ["rated:7", { type: "rated", days: 7, grade: null }],
    ["rated:7:1", { type: "rated", days: 7, grade: 1 }],
    ["prop:ivl>=10", { type: "number", of: "ivl", operator: ">=", value: 10 }],
    ["prop:due=-1", { type: "number", of: "due", operator: "=", value: -1 }],
    ["prop:reps!=0", { type: "number", of: "reps", operator: "!=", value: 0 }],
    ["prop:lapses>3", { type: "number", of: "lapses", operator: ">", value: 3 }],
    ["prop:ease<2.5", { type: "number", of: "ease", operator: "<", value: 2.5 }],
    ["prop:pos<=100", { type: "number", of: "pos", operator: "<=", value: 100 }],
    ["prop:s>21", { type: "number", of: "s", operator: ">", value: 21 }],
    ["prop:d>.3", { type: "number", of: "d", operator: ">", value: 0.3 }],
    ["prop:r<0.9", { type: "number", of: "r", operator: "<", value: 0.9 }],
    ["prop:rated=-2:1", { type: "ratedOn", operator: "=", day: -2, grade: 1 }],
    ["prop:resched>=0", { type: "rescheduledOn", operator: ">=", day: 0 }],
    ["prop:cdn:d>1", { type: "customNumber", key: "d", operator: ">", value: 1 }],
    ["prop:cds:d=x", { type: "customText", key: "d", operator: "=", value: "x" }],
  ])("%s", (query, tree) => {
    expect(parse(query)).toEqual(tree);
  });

  it.each<[string, string]>([
    ["or", "or"],
    ["and a", "and"],
    ["a or", "or"],
    ["a or or b", "or"],
    ["a or and b", "and"],
    ["(a", "("],
    ["b (a or (c)", "("],
    ["a) b", ")"],
    ["a ()", "()"],
    ['a "b', '"'],
    ['front:"b', '"'],
    ['a ""', '""'],
    [":dog", ":"],
    ["a\\b", "\\b"],
    ["a\\", "\\"],
    ["is:", ":"],
    ["is:odd", "odd"],
    ["flag:8", "8"],
    ["flag:red", "red"],
    ["added:x", "x"],
    ["added:", ":"],
    ["added:-1", "-1"],
    ["added:99999999999", "99999999999"],
    ["rated:7:5", "7:5"],
    ["rated:x:1", "x"],
    ["nid:1,,2", "1,,2"],
    ["dupe:basic", "basic"],
    ["prop:", ":"],
    ["prop:size>1", "size>1"],
    ["prop:ivl", "ivl"],
    ["prop:ivl>x", "x"],
    ["prop:ivl>1.5", "1.5"],
    ["prop:rated=1", "1"],
    ["re:", ":"],
    ["re:(a)", ":"],
    ['"re:(a"', "("],
    ['"a re:b" "re:x[y"', "["],
    ["front:re:*", "*"],
    ["tag:re:a\\1", "\\1"],
  ])("points at what is wrong in %s", (query, at) => {
    const found = parse(query);
    if (!isProblem(found)) throw new Error("no problem was found");
    expect(query.slice(found.offset, found.offset + found.length)).toBe(at);
    expect(found.say).toMatch(/[.]$/);
  });
});

const piece = fc.constantFrom(
  ...'a b or and - ( ) " \\ : * _ dog deck: tag: re: is:due prop:ivl>3 rated:2 f:x nc: é 漢'.split(" "),
  " ",
  "\u3000",
);
const query = fc.oneof(
  fc.string(),
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
);

describe("laws", () => {
  it("reads any text, or points into it", () => {
    fc.assert(
      fc.property(query, (query) => {
        const found = parse(query);
        if (!isProblem(found)) return;
        expect(found.offset).toBeGreaterThanOrEqual(0);
        expect(found.length).toBeGreaterThanOrEqual(1);
        expect(found.offset + found.length).toBeLessThanOrEqual(query.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads what it prints as the same search", () => {
    fc.assert(
      fc.property(query, (query) => {
        const found = parse(query);
        if (!isProblem(found)) expect(parse(print(found))).toEqual(found);
      }),
      { numRuns: 2_000 },
    );
  });

  it("refuses parentheses without end instead of falling", () => {
    expect(parse("(".repeat(9_999))).toMatchObject({ length: 1 });
    expect(parse("-(".repeat(4_999))).toMatchObject({ length: 1 });
  });
});
