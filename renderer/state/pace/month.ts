// A month as a grid of study days (days since 1970-01-01), weeks from Monday on.

const dayLength = 86_400_000;
const dateOf = (day: number) => new Date(day * dayLength);
const dayOn = (year: number, month: number, date: number) => Date.UTC(year, month, date) / dayLength;

/** Days since the Monday of its week, 0..6. 1970-01-01 was a Thursday. */
const sinceMonday = (day: number) => (((day + 3) % 7) + 7) % 7;

/** The first study day of the month that a day lies in. */
export function monthOf(day: number): number {
  const date = dateOf(day);
  return dayOn(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

export const dateIn = (day: number): number => dateOf(day).getUTCDate();

/** The same date so many months later; the last of the month where it has no such date. */
export function addMonths(day: number, months: number): number {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = dayOn(year, month + 1, 0);
  return Math.min(dayOn(year, month, date.getUTCDate()), last);
}

/** The weeks of the month that a day lies in; null for days of other months. */
export function weeksOf(day: number): (number | null)[][] {
  const first = monthOf(day);
  const end = addMonths(first, 1);
  const weeks: (number | null)[][] = [];
  for (let monday = first - sinceMonday(first); monday < end; monday += 7)
    weeks.push(Array.from({ length: 7 }, (_, i) => (monday + i >= first && monday + i < end ? monday + i : null)));
  return weeks;
}

/** Where a key leads from a day; null if it leads nowhere. */
export function stepDay(day: number, key: string): number | null {
  switch (key) {
    case "ArrowLeft":
      return day - 1;
    case "ArrowRight":
      return day + 1;
    case "ArrowUp":
      return day - 7;
    case "ArrowDown":
      return day + 7;
    case "PageUp":
      return addMonths(day, -1);
    case "PageDown":
      return addMonths(day, 1);
    case "Home":
      return day - sinceMonday(day);
    case "End":
      return day - sinceMonday(day) + 6;
    default:
      return null;
  }
}
