import fc from "fast-check";
import { expect, it, test } from "vitest";
import { readEdn } from "../../../main/core/codec/mochi/edn.ts";
import { readTransit } from "../../../main/core/codec/mochi/transit.ts";
import type { Value } from "../../../main/core/codec/mochi/value.ts";

const map = (pairs: [string, unknown][]) => new Map(pairs);

it.each<[string, unknown]>([
  [
    '["^ ","~:id","~:a1","~:name","x"]',
    map([
      ["id", "a1"],
      ["name", "x"],
    ]),
  ],
  // The second time a keyword is written as its code.
  ['[["^ ","~:content","a"],["^ ","^0","b"]]', [map([["content", "a"]]), map([["content", "b"]])]],
  ['["~#set",["a","b"]]', ["a", "b"]],
  ['[["~#set",["a"]],["^0",["b"]]]', [["a"], ["b"]]],
  ['{"~#list":[1,2]}', [1, 2]],
  ['["~#cmap",[["a"],1]]', map([["a", 1]])],
  [
    '["~m1700000000000","~t2023-11-14T22:13:20.000Z","~i12","~d1.5","~n99","~?t","~_","~u5-6"]',
    [1_700_000_000_000, "2023-11-14T22:13:20.000Z", 12, 1.5, 99, true, null, "5-6"],
  ],
  ['["~~tilde","~^hat"]', ["~tilde", "^hat"]],
  ['{"decks":[{"name":"plain"}]}', map([["decks", [map([["name", "plain"]])]]])],
  ["nonsense", undefined],
  ["", undefined],
  ['["^5"]', [""]],
  ["[".repeat(5_000) + "]".repeat(5_000), undefined],
])("Transit %s", (text, value) => {
  expect(readTransit(text)).toEqual(value);
});

it.each<[string, unknown]>([
  [
    '{:id :a1, :name "x\\n\\u00e9", :n [1 -2.5 3N 4M nil true]}',
    map([
      ["id", "a1"],
      ["name", "x\né"],
      ["n", [1, -2.5, 3, 4, null, true]],
    ]),
  ],
  ['#{"a" "b"}', ["a", "b"]],
  ['#inst "2023-11-14T22:13:20.000-00:00"', "2023-11-14T22:13:20.000-00:00"],
  ["[1 #_2 3 #_[4 [5]] 6 #_ #_ 7 8] ; remark", [1, 3, 6]],
  ["(list sym/bol :key/word)", ["list", "sym/bol", "key/word"]],
  ["{}", new Map()],
  ["", undefined],
  ["[1", undefined],
  ["1 2", undefined],
  ["[1)", undefined],
  ['"open', undefined],
  ["[".repeat(100_000), undefined],
])("EDN %s", (text, value) => {
  expect(readEdn(text)).toEqual(value);
});

const { any } = fc.letrec<{ any: Value }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: "binary" }),
    fc.array(tie("any"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom("content", "deck-id", "name", "a", "^x", "~y", "template-id"), tie("any")), {
        maxLength: 4,
      })
      .map((pairs) => new Map(pairs)),
  ),
}));

/** As a writer of Transit does: what comes again is a code. */
function transit(value: Value): string {
  let cache: string[] = [];
  const text = (raw: string, isKey: boolean): string => {
    if (raw.length <= 3 || !(isKey || /^~[:$#]/.test(raw))) return raw;
    const known = cache.indexOf(raw);
    if (known >= 0) return known < 44 ? `^${code(known)}` : `^${code(Math.floor(known / 44))}${code(known % 44)}`;
    if (cache.length === 44 * 44) cache = [];
    cache.push(raw);
    return raw;
  };
  const code = (n: number) => String.fromCharCode(n + 48);
  const escaped = (raw: string) => (/^[~^`]/.test(raw) ? `~${raw}` : raw);
  const form = (each: Value): unknown => {
    if (typeof each === "string") return text(escaped(each), false);
    if (Array.isArray(each)) return each.map(form);
    if (each instanceof Map)
      return ["^ ", ...[...each].flatMap(([key, inner]) => [text(`~:${key}`, true), form(inner)])];
    return each;
  };
  return JSON.stringify(form(value));
}

function edn(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return `"${value.replace(/[\\"]/g, "\\$&")}"`;
  if (Array.isArray(value)) return `[${value.map(edn).join(" ")}]`;
  if (value instanceof Map) return `{${[...value].map(([key, each]) => `"${key}" ${edn(each)}`).join(", ")}}`;
  return String(value);
}

test("what is written in either form is read, and any text is read without a fault", () => {
  fc.assert(
    fc.property(any, (value) => {
      expect(readTransit(transit(value))).toEqual(value);
      expect(readEdn(edn(value))).toEqual(value);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.string(), fc.json(), (text, json) => {
      readEdn(text);
      readTransit(text);
      readTransit(json);
    }),
  );
});
