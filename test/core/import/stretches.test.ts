import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerpts, stretches } from "../../../main/core/import/stretches.ts";

const side = (parts: ReturnType<typeof stretches>, of: "mine" | "theirs") =>
  parts
    .filter((part) => part.in === "both" || part.in === of)
    .map(({ text }) => text)
    .join("");

test("a law: both texts are there, whole, and no two stretches of one kind stand side by side", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc
      .array(fc.constantFrom("one ", "two ", "<b>", "</b>", "&amp;", "\n", "😀", "é"), { maxLength: 12 })
      .map((all) => all.join("")),
  );
  const law = fc.property(text, text, (mine, theirs) => {
    const parts = stretches(mine, theirs);
    expect(side(parts, "mine")).toBe(mine);
    expect(side(parts, "theirs")).toBe(theirs);
    expect(parts.every((part, i) => part.text !== "" && part.in !== parts[i - 1]?.in)).toBe(true);
  });
  fc.assert(law, { numRuns: 500 });
});

describe("word by word", () => {
  test.each([
    ["the old dog", "the young dog", ["both the ", "mine old", "theirs young", "both  dog"]],
    ["a <b>dog</b>", "a <i>dog</i>", ["both a ", "mine <b>", "theirs <i>", "both dog", "mine </b>", "theirs </i>"]],
    ["Hundehütte", "Hundehütten", ["mine Hundehütte", "theirs Hundehütten"]],
    ["", "new", ["theirs new"]],
    ["same", "same", ["both same"]],
  ])("%s | %s", (mine, theirs, parts) => {
    expect(stretches(mine, theirs).map((part) => `${part.in} ${part.text}`)).toEqual(parts);
  });
});

test("of long texts what begins to differ is shown", () => {
  const long = "word ".repeat(100_000);
  const [mine, theirs] = excerpts(`${long}mine${long}`, `${long}theirs${long}`);
  expect(mine?.length).toBeLessThan(51_000);
  expect(stretches(mine ?? "", theirs).map((part) => part.in)).toContain("theirs");
  expect(excerpts("short", "shorter")).toEqual(["short", "shorter"]);
  expect(excerpts(null, long)[1].length).toBeLessThan(51_000);
});
