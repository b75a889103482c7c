import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Wait } from "../../../main/contract/views.ts";
import { apart, balance, type Load } from "../../../main/core/schedule/balance.ts";
import { DAY } from "../../../main/core/schedule/day.ts";
import { fuzz, fuzzRange } from "../../../main/core/schedule/fuzz.ts";
import { plan, seedOf } from "../../../main/core/schedule/schedule.ts";
import { scene } from "./study.ts";

const interval = fc.double({ min: 0.01, max: 200, noNaN: true });
const f = fc.nat(2 ** 32 - 1).map((n) => n / 2 ** 32);
const day = fc.integer({ min: 1, max: 200 });
const load = fc.record({
  cards: fc.nat(500),
  share: fc.constantFrom(0, 0.25, 0.5, 1),
  apart: fc.constantFrom(1, 0.2, 0.000001),
});
const loads = fc
  .array(load, { minLength: 1, maxLength: 30 })
  .map((list) => (n: number) => list[n % list.length] as Load);

const usual: Load = { cards: 50, share: 1, apart: 1 };
/** How often each day is chosen, of a thousand cards with that interval. */
function shares(days: number, loadIn: (days: number) => Partial<Load>): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < 1_000; i++) {
    const chosen = balance(i / 1_000, (n) => ({ ...usual, ...loadIn(n) }))(days, 1, 36_500, 3);
    counts.set(chosen, (counts.get(chosen) ?? 0) + 1);
  }
  return counts;
}

describe("laws of balancing", () => {
  it("chooses within the range of fuzz, and the same day for the same loads", () => {
    fc.assert(
      fc.property(interval, f, day, day, loads, (days, at, least, most, loadIn) => {
        const [lower, upper] = fuzzRange(days, least, most);
        const chosen = balance(at, loadIn)(days, least, most, 3);
        expect(Number.isInteger(chosen)).toBe(true);
        expect(chosen).toBeGreaterThanOrEqual(lower);
        expect(chosen).toBeLessThanOrEqual(upper);
        expect(balance(at, loadIn)(days, least, most, 3)).toBe(chosen);
      }),
      { numRuns: 1_000 },
    );
  });

  it("leaves what lies beyond 90 days, and what fuzz does not spread, to fuzz", () => {
    fc.assert(
      fc.property(interval, f, day, day, loads, (days, at, least, most, loadIn) => {
        const [lower, upper] = fuzzRange(days, least, most);
        fc.pre(days > 90 || least > 90 || lower === upper);
        expect(balance(at, loadIn)(days, least, most, 3)).toBe(fuzz(at)(days, least, most));
      }),
      { numRuns: 1_000 },
    );
  });

  it("keeps the order Again, Hard, Good, Easy, whatever is due on which day", () => {
    const length = ({ unit, n }: Wait) => (unit === "days" ? n * DAY : n * 1_000);
    fc.assert(
      fc.property(scene, loads, ({ card, preset, at, calendar }, loadIn) => {
        const waits = plan(card, preset, at, calendar, balance(seedOf(card), loadIn)).map(({ wait }) => length(wait));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("balancing", () => {
  it("favours days with little to do, and of equal ones the earlier", () => {
    const even = shares(20, () => ({}));
    expect([...even.keys()].sort((a, b) => a - b)).toEqual([17, 18, 19, 20, 21, 22, 23]);
    expect(even.get(17)).toBeGreaterThan(even.get(23) ?? 0);
    const busy = shares(20, (n) => ({ cards: n === 19 ? 10 : 100 }));
    expect(busy.get(19)).toBeGreaterThan(900);
  });

  it("takes an empty day if there is one, but not one that is to be spared", () => {
    expect(shares(20, (n) => ({ cards: n === 22 ? 0 : 5 })).get(22)).toBeGreaterThan(990);
    expect(shares(20, (n) => (n === 22 ? { cards: 0, share: 0 } : { cards: 1, share: 1 })).get(22) ?? 0).toBeLessThan(
      650,
    );
    expect(shares(20, (n) => ({ cards: 0, share: n === 22 ? 0 : 1 })).get(22) ?? 0).toBeLessThan(2);
  });

  it("gives a day of rest next to nothing, and all days of rest as much as if there were none", () => {
    expect(shares(20, (n) => ({ share: n === 19 ? 0 : 1 })).get(19) ?? 0).toBeLessThan(2);
    expect(shares(20, () => ({ share: 0 }))).toEqual(shares(20, () => ({})));
  });

  it("fills a reduced day up to its share of the others, and no further", () => {
    const reduced = (cards: number) =>
      shares(20, (n) => (n === 19 ? { share: 0.5, cards } : { cards: 100 })).get(19) ?? 0;
    expect(reduced(50)).toBeGreaterThan(100);
    expect(reduced(51)).toBeLessThan(2);
  });

  it("keeps siblings apart: never on one day, the farther the better, up to four days", () => {
    expect([0, 1, 2, 3, 4, 5].map((n) => apart(100 + n, [100]))).toEqual([0.000001, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(apart(100, [98, 103])).toBeCloseTo(0.4 * 0.6);
    const beside = shares(20, (n) => ({ apart: apart(n, [20]) }));
    expect(beside.get(20) ?? 0).toBe(0);
    expect(beside.get(19)).toBeLessThan(beside.get(18) ?? 0);
  });
});
