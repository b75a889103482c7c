import { type Fuzz, fuzz, fuzzRange } from "./fuzz.ts";

/** What a card would meet on a day. */
export interface Load {
  /** Cards of the same preset that are due then. */
  cards: number;
  /** How much of the usual load the person wants then: 1 for all of it, 0 for as little as can be. */
  share: number;
  /** How willing it is to come near its siblings, 0..1 (`apart`). */
  apart: number;
}

/** Days; what lies further away is only fuzzed, since it will be balanced again before. */
const furthest = 90;
/** Instead of 0: a day that is to be spared is still taken if there is no other. */
const spared = 0.0001;

/**
 * Chooses within the range of fuzz the day that has the least to do, more likely than not: Anki's weights. `f` in [0, 1) decides among them;
 * `loadIn` tells what comes in so many days. Unlike Anki's, a day that something speaks against is not taken for having little to do: it
 * counts as no emptier than the others, or days off would fill the sooner the emptier they are.
 */
export function balance(f: number, loadIn: (days: number) => Load): Fuzz {
  const spread = fuzz(f);
  return (interval, least, most) => {
    const [lower, upper] = fuzzRange(interval, least, most);
    if (lower === upper || interval > furthest || least > furthest) return spread(interval, least, most);
    const days = Array.from({ length: upper - lower + 1 }, (_, i) => lower + i);
    return choose(f, days, weights(days, days.map(loadIn)));
  };
}

function weights(days: number[], loads: Load[]): number[] {
  const all = loads.reduce((sum, load) => sum + load.cards, 0);
  const shares = loads.reduce((sum, load) => sum + load.share, 0);
  return loads.map((load, i) => {
    const factor = load.apart * easyDay(load, all, shares);
    const cards = factor < 1 ? Math.max(load.cards, all / loads.length) : load.cards;
    return (cards === 0 ? 1 : cards ** -2.15 * (days[i] as number) ** -3) * factor;
  });
}

/** A day with a smaller share is open as long as it has no more than that share of what the other days of the range have. */
function easyDay({ cards, share }: Load, all: number, shares: number): number {
  if (share >= 1) return 1;
  if (share <= 0) return spared;
  return cards / share > (all - cards) / (shares - share) ? spared : 1;
}

function choose(f: number, days: number[], weights: number[]): number {
  let left = f * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return days[i] as number;
  }
  return days.at(-1) as number;
}

/** The more of a note's other cards come within four days of a day, the less it suits another one. */
export const apart = (day: number, siblings: readonly number[]): number =>
  siblings.reduce((product, other) => product * ([0.000001, 0.2, 0.4, 0.6, 0.8][Math.abs(other - day)] ?? 1), 1);
