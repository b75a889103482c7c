// Learning and relearning steps: seconds from one showing to the next, before FSRS takes over. The rules are Anki's.

const units = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const YEAR = 365 * units.d;

/**
 * Reads "1m 10m 1h 1d", also "90s" and "1.5h"; a bare number means minutes. Gives whole seconds, or the cause of refusal.
 * No steps at all are fine: then FSRS decides alone.
 */
export function parseSteps(text: string): number[] | string {
  const steps: number[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const parts = /^(\d+(?:\.\d+)?)([smhd]?)$/i.exec(word);
    if (!parts) return `“${word}” is not a step; write steps like 30s, 10m, 2h or 1d, with spaces between`;
    const seconds = Math.round(Number(parts[1]) * units[(parts[2]?.toLowerCase() || "m") as keyof typeof units]);
    if (seconds < 1) return `“${word}” is too short; a step lasts at least a second`;
    if (seconds > YEAR) return `“${word}” is too long; a step lasts at most a year`;
    steps.push(seconds);
  }
  return steps;
}

/** Writes seconds as `parseSteps` reads them, each in the largest unit that needs no fraction. */
export function formatSteps(steps: readonly number[]): string {
  const format = (seconds: number) => {
    const unit = (["d", "h", "m"] as const).find((name) => seconds % units[name] === 0) ?? "s";
    return `${seconds / units[unit]}${unit}`;
  };
  return steps.map(format).join(" ");
}

/** Seconds that a card on that step waits after each answer; `good` is null when it leaves the steps. */
export interface Delays {
  again: number;
  hard: number;
  good: number | null;
}

/** Null without steps. A step beyond the last (the person removed some) counts as the last. */
export function delays(steps: readonly number[], step: number): Delays | null {
  const [first, second] = steps;
  if (first === undefined) return null;
  const current = steps[step] ?? steps.at(-1) ?? first;
  const hard = step > 0 && second !== undefined ? current : firstHard(first, second);
  return { again: first, hard, good: steps[step + 1] ?? null };
}

/** Hard on the first step lies halfway to the second; where there is none, half as long again, but at most a day more. */
function firstHard(first: number, second: number | undefined): number {
  const seconds = second === undefined ? Math.min(first * 1.5, first + units.d) : (first + second) / 2;
  return seconds > units.d ? Math.round(seconds / units.d) * units.d : Math.floor(seconds);
}
