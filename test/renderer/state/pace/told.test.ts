import { expect, it } from "vitest";
import { isToldOfGap, tellOfGap } from "../../../../renderer/state/pace/told.ts";

const today = 20_000;
const busy = Array.from({ length: 14 }, () => 9);
/** Answers on the last fourteen days, with none on days so many days ago. */
const missed = (...ago: number[]) => busy.map((answers, i) => (ago.includes(13 - i) ? 0 : answers));

it("keeps what else was told", () => {
  expect(tellOfGap(["hard", "gap 19000"], today)).toEqual(["hard", "gap 20000"]);
});

it.each<[string, string[], number[], boolean]>([
  ["never declined", ["hard"], busy, false],
  ["declined today, after a long gap", ["gap 20000"], missed(1, 2, 3, 4, 5, 6), true],
  ["declined yesterday, after a long gap, and not studied since", ["gap 19999"], missed(1, 2, 3, 4, 5, 6), true],
  ["declined three days ago, two days missed since", ["gap 19997"], missed(0, 1, 2, 4, 5), true],
  ["declined four days ago, three days missed since", ["gap 19996"], missed(1, 2, 3), false],
  ["declined ten days ago, days missed now and then", ["gap 19990"], missed(1, 2, 4, 5, 7, 8), true],
  ["declined long ago, and every day studied", ["gap 19000"], busy, true],
  ["declined long ago, a new gap", ["gap 19000"], missed(1, 2, 3), false],
])("%s", (_, told, past, is) => expect(isToldOfGap(told, past, today)).toBe(is));
