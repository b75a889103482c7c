import type { Times } from "./times.ts";

/** What a day is expected to bring: cards that come up, and the answers that they need. Not whole numbers. */
export interface Load extends Times {
  cards: number;
}

const kinds = ["cards", "fresh", "step", "passed", "forgotten"] as const;

export const noLoad = (): Load => ({ cards: 0, fresh: 0, step: 0, passed: 0, forgotten: 0 });

export const noLoads = (days: number): Load[] => Array.from({ length: days }, noLoad);

/** Adds so many times one load to another, in place. */
export function addLoad(to: Load, load: Load, times = 1): void {
  for (const kind of kinds) to[kind] += load[kind] * times;
}

/** Expected minutes, at a person's own times. */
export const minutesOf = (load: Omit<Load, "cards">, times: Times): number =>
  (load.fresh * times.fresh + load.step * times.step + load.passed * times.passed + load.forgotten * times.forgotten) /
  60;
