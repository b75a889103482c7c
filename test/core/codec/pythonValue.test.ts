import fc from "fast-check";
import { expect, it, test } from "vitest";
import { type PythonValue, pythonValue } from "../../../main/core/codec/mnemosyne/pythonValue.ts";

it.each<[string, unknown]>([
  ["None", null],
  ["True", true],
  ["-1.5e3", -1_500],
  ["10L", 10],
  ["'a\\'b'", "a'b"],
  ['u"\\xe9\\u00e9\\U0001f600\\n"', "éé😀\n"],
  ["r'\\n'", "\\n"],
  [
    "[('f', 'Front'), ('b', 'Back'),]",
    [
      ["f", "Front"],
      ["b", "Back"],
    ],
  ],
  [
    "{'a': 1, 'b': {}}",
    new Map<string, unknown>([
      ["a", 1],
      ["b", new Map()],
    ]),
  ],
  ["{'a', 'b'}", ["a", "b"]],
  ["()", []],
  ["", undefined],
  ["[1", undefined],
  ["1]", undefined],
  ["[1)", undefined],
  ["'open", undefined],
  ["1 2", undefined],
  ["os.system('x')", undefined],
  ["__import__('os')", undefined],
  ["lambda: 1", undefined],
  ["[".repeat(100_000), undefined],
  ["'\\U7fffffff'", "\\U7fffffff"],
])("%s", (text, value) => {
  expect(pythonValue(text)).toEqual(value);
});

const { any } = fc.letrec<{ any: PythonValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string({ unit: "binary" }),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.array(fc.tuple(fc.string(), tie("any")), { maxLength: 4, minLength: 1 }).map((pairs) => new Map(pairs)),
  ),
}));

function write(value: PythonValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string")
    return `'${value.replace(/[\\']/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
  if (Array.isArray(value)) return `[${value.map(write).join(", ")}]`;
  return `{${[...value].map(([key, each]) => `${write(key)}: ${write(each)}`).join(", ")}}`;
}

test("what Python writes is read, and any text is read without a fault", () => {
  fc.assert(
    fc.property(any, (value) => {
      expect(pythonValue(write(value))).toEqual(value);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void pythonValue(text)));
});
