const name = "gap ";
/** As many days in a row without an answer are a new gap. */
const gap = 3;

/** What was told once, with the offer to catch up among it, declined on that study day. */
export const tellOfGap = (told: readonly string[], today: number): string[] => [
  ...told.filter((each) => !each.startsWith(name)),
  `${name}${today}`,
];

/**
 * Whether the offer to catch up was declined, and no gap has come since. `past` are the answers on the last study days, of
 * which the last is `today`.
 */
export function isToldOfGap(told: readonly string[], past: readonly number[], today: number): boolean {
  const mark = told.find((each) => each.startsWith(name));
  if (mark === undefined) return false;
  const since = today - Number(mark.slice(name.length));
  const between = since > 1 ? past.slice(0, -1).slice(1 - since) : [];
  let missed = 0;
  return !between.some((answers) => {
    missed = answers === 0 ? missed + 1 : 0;
    return missed >= gap;
  });
}
