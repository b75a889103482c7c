import { expect, it } from "vitest";
import { combine } from "../../../renderer/state/browse/combine.ts";

const held = (keys: string) => ({ ctrl: keys.includes("c"), shift: keys.includes("s"), alt: keys.includes("a") });

it.each([
  ["dog", "deck:current", "", "deck:current"],
  ["dog", "deck:current", "c", "dog deck:current"],
  ["dog", "deck:current", "s", "dog or deck:current"],
  ["dog", "deck:current", "a", "-deck:current"],
  ["dog", "deck:current", "ca", "dog -deck:current"],
  ["dog", '"deck:My deck"', "ca", 'dog -"deck:My deck"'],
  ["a or b", "is:due", "c", "(a or b) is:due"],
  ["a OR b", "is:due", "c", "(a OR b) is:due"],
  ["(a or b)", "is:due", "c", "(a or b) is:due"],
  ["dog", "cat or cow", "c", "dog (cat or cow)"],
  ["dog", "cat or cow", "a", "-(cat or cow)"],
  ["dog", "-is:new", "ca", "dog is:new"],
  ["", "is:due", "c", "is:due"],
  ["  ", "is:due", "s", "is:due"],
  ["dog", "", "", ""],
  ["dog", "", "c", "dog"],
])("%j with %j and keys %j is %j", (present, added, keys, query) => {
  expect(combine(present, added, held(keys))).toBe(query);
});
