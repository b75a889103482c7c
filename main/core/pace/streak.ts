import { type Collection, settingsOf } from "../collection.ts";

/** Study days with an answer. */
export function answeredDays(collection: Collection): Set<number> {
  const days = new Set<number>();
  for (const { day, answers } of collection.days.values()) if (answers > 0) days.add(day);
  return days;
}

/** Study days in a row up to today, which may still come; days off neither break it nor count. */
export function streakUntil(today: number, answered: ReadonlySet<number>, off: ReadonlySet<number>): number {
  let days = 0;
  for (let day = today; answered.has(day) || off.has(day) || day === today; day--)
    if (answered.has(day) && !off.has(day)) days++;
  return days;
}

/** The same for the collection; null if the person does not want it. */
export function streakOf(collection: Collection, today: number): number | null {
  const { streak, daysOff } = settingsOf(collection);
  return streak ? streakUntil(today, answeredDays(collection), new Set(daysOff)) : null;
}
