import { type Calendar, DAY, startOf } from "./day.ts";

/** `studyDay` for many instants of the same calendar: where each day begins is found out once. */
export function dayFinder(calendar: Calendar): (ms: number) => number {
  const starts = new Map<number, number>();
  const start = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const found = startOf(day, calendar);
    starts.set(day, found);
    return found;
  };
  return (ms) => {
    let day = Math.floor((ms - calendar.rolloverHour * 3_600_000) / DAY);
    while (start(day) > ms) day--;
    while (start(day + 1) <= ms) day++;
    return day;
  };
}
