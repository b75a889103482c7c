import type { Grade } from "../../contract/shapes.ts";

/** Turns the interval of a grade, in days, into whole days within [least, most]. */
export type Fuzz = (interval: number, least: number, most: number, grade: Grade) => number;

/**
 * Spreads intervals so that cards learnt together do not come back together (Anki's ranges). `f` in [0, 1) says where in
 * the range. A greater interval never gives fewer days for the same `f`.
 */
export const fuzz =
  (f: number) =>
  (interval: number, least: number, most: number): number => {
    const [lower, upper] = fuzzRange(interval, least, most);
    return Math.floor(lower + f * (1 + upper - lower));
  };

/** The interval itself, in whole days. */
export const noFuzz = (interval: number, least: number, most: number): number =>
  clamp(Math.round(interval), Math.min(least, most), most);

/**
 * Takes the days that were chosen before, by grade: those that a button showed. Where they lie beyond what fuzz may choose, it
 * chooses the nearest that it may; so an outcome that waits for other days than these tells that they were not to be had.
 */
export const chosen =
  (days: readonly (number | null)[]): Fuzz =>
  (interval, least, most, grade) => {
    const [lower, upper] = fuzzRange(interval, least, most);
    return clamp(days[grade - 1] ?? lower, lower, upper);
  };

/** The first and last day that fuzz may choose, both whole and within [least, most]. */
export function fuzzRange(interval: number, least: number, most: number): [number, number] {
  const bottom = Math.min(least, most);
  const middle = clamp(interval, bottom, most);
  const within = (day: number) => clamp(Math.round(day), bottom, most);
  return [within(middle - spread(middle)), within(middle + spread(middle))];
}

/** Days to either side: 15 % of what lies between 2.5 and 7 days, 10 % up to 20, 5 % beyond, and one more. */
function spread(interval: number): number {
  if (interval < 2.5) return 0;
  const share = (rate: number, from: number, to: number) => rate * Math.max(0, Math.min(interval, to) - from);
  return 1 + share(0.15, 2.5, 7) + share(0.1, 7, 20) + share(0.05, 20, Number.POSITIVE_INFINITY);
}

const clamp = (n: number, least: number, most: number) => Math.min(Math.max(n, least), most);
