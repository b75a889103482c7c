// The weights of FSRS as a person types them: 17 (FSRS-4.5), 19 (FSRS-5) or 21 (FSRS-6) numbers.

/**
 * What each of the 21 may be, as ts-fsrs clamps them; but trained first intervals may lie below its 0.1, and sets older than FSRS-6 have
 * no w19, which is 0.
 */
const clamps: readonly (readonly [least: number, most: number])[] = [
  ...([
    [0.001, 100],
    [0.001, 100],
    [0.001, 100],
    [0.001, 100],
    [1, 10],
    [0.001, 4],
    [0.001, 4],
    [0.001, 0.75],
    [0, 4.5],
    [0, 0.8],
    [0.001, 3.5],
  ] as const),
  ...([
    [0.001, 5],
    [0.001, 0.25],
    [0.001, 0.9],
    [0, 4],
    [0, 1],
    [1, 6],
    [0, 2],
    [0, 2],
    [0, 0.8],
    [0.1, 0.8],
  ] as const),
];

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Reads numbers with commas, semicolons or blanks between them, in brackets or not. Gives them, or the cause of refusal. */
export function parseWeights(text: string): number[] | string {
  const words = text
    .trim()
    .replace(/^\[|\]$/g, "")
    .split(/[\s,;]+/)
    .filter(Boolean);
  const strange = words.find((word) => !number.test(word));
  if (strange !== undefined) return `“${strange}” is not a number; write them like 0.212, 1.2931, with commas between`;
  if (![17, 19, 21].includes(words.length)) return `FSRS has 17, 19 or 21 weights, and these are ${words.length}`;
  const weights = words.map(Number);
  return outOfClamps(weights) ?? weights;
}

export const formatWeights = (weights: readonly number[]): string => weights.join(", ");

/** FSRS-4.5 counted difficulty otherwise: three of its weights have ranges of their own, made of those of FSRS-6. */
function outOfClamps(weights: readonly number[]): string | null {
  for (const [i, weight] of weights.entries()) {
    const [least = 0, most = 0] = (weights.length === 17 && older[i]) || (clamps[i] ?? []);
    if (!(weight >= least && weight <= most))
      return `weight ${i + 1} (w${i}) must be from ${least} to ${most}, and it is ${weight}`;
  }
  return null;
}

/** As its own optimizer bounds them. */
const older: Readonly<Record<number, readonly [number, number]>> = { 5: [0.1, 5], 6: [0.1, 5], 7: [0, 0.75] };
