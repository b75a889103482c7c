/** Days of study after a gap on which it is still spoken of. */
const lately = 7;

/**
 * Study days without an answer in the last gap of three or more that is not long past; 0 if there is none, or nothing was ever studied.
 * Today is none of them; days off are not counted.
 */
export function missedDays(today: number, answered: ReadonlySet<number>, off: ReadonlySet<number>): number {
  const first = Math.min(...answered);
  let missed = 0;
  let studied = 0;
  for (let day = today - 1; day >= first && studied <= lately; day--) {
    if (answered.has(day)) {
      if (missed >= 3) return missed;
      missed = 0;
      studied++;
    } else if (!off.has(day)) missed++;
  }
  return 0;
}
