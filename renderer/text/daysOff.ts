import type { DaysOffPlan } from "../../main/contract/pace.ts";
import { dayName, dayRange } from "./dates.ts";
import { aboutMinutes } from "./durations.ts";
import { count, list, number, percent } from "./numbers.ts";

const minutes = (n: number) => (n > 0 && n < 1 ? "under 1" : number(Math.round(n)));

export interface DayWords {
  day: number;
  today: number;
  /** Null where it is not known. */
  cards: number | null;
  off: boolean;
}

export const daysOff = {
  title: "Days off",
  how: "Mark the days on which you will not study. Their reviews come a little earlier or later.",
  keys: "Arrows move, Space marks, Shift with the arrows marks a range.",
  grid: (month: string): string => `Days of ${month}`,
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const,
  before: "Month before",
  after: "Month after",
  off: "off",
  /** A day's name for a screen reader. */
  day({ day, today, cards, off }: DayWords): string {
    const due = cards === null ? "" : cards === 0 ? "nothing due" : `${count(cards, "review")} due`;
    const parts = [dayName(day, today), day === today ? "today" : "", due, off ? "day off" : ""];
    return parts.filter(Boolean).join(", ");
  },
  past: (day: number, today: number): string => `${dayName(day, today)}, past`,
  isPast: "That day has passed. Only today and the days to come can be days off.",
  tooMany: "No more than 400 days can be days off at once.",
  /** The day that is looked at, for the eye. */
  about: (day: number, today: number, due: { cards: number; minutes: number } | undefined): string => {
    if (day < today || !due) return `${dayName(day, today)}.`;
    if (due.cards === 0) return `${dayName(day, today)}: nothing due.`;
    return `${dayName(day, today)}: ${count(due.cards, "review")} due, ${aboutMinutes(due.minutes)}.`;
  },
  shade: "The deeper the shade, the longer the day.",

  /** All that are marked, days in a row together. */
  marked(days: readonly number[]): string {
    if (days.length === 0) return "No day is marked.";
    const runs: [number, number][] = [];
    for (const day of days) {
      const last = runs.at(-1);
      if (last && last[1] === day - 1) last[1] = day;
      else runs.push([day, day]);
    }
    const told = runs.slice(0, 6).map(([first, last]) => dayRange(first, last));
    const rest = runs.slice(6).reduce((sum, [first, last]) => sum + last - first + 1, 0);
    return `Off: ${list(rest > 0 ? [...told, `${number(rest)} more`] : told)}.`;
  },

  /** What saving would do, sentence by sentence. */
  plan({ earlier, later, furthest, recall, heaviest }: DaysOffPlan, today: number): string[] {
    if (earlier + later === 0) return ["No review has to move."];
    const by = furthest === 1 ? "by a day" : `by up to ${count(furthest, "day")}`;
    const moves =
      earlier > 0 && later > 0
        ? `${count(earlier, "review")} will come earlier and ${number(later)} later, ${by}.`
        : `${count(earlier + later, "review")} will come ${earlier > 0 ? "earlier" : "later"}, ${by}.`;
    const after = recall && daysOff.recall(recall);
    const busiest =
      heaviest &&
      `The heaviest day is ${dayName(heaviest.day, today)}: ${minutes(heaviest.after)} minutes instead of ${minutes(heaviest.before)}.`;
    return [moves, after, busiest].filter((each) => each !== null);
  },
  recall({ before, after }: { before: number; after: number }): string {
    const [was, is] = [percent(before), percent(after)];
    return was === is ? `Recall of those stays at ${is}.` : `Expected recall of those: ${is} instead of ${was}.`;
  },
  looking: "One moment …",
  save: "Save",
  cancel: "Cancel",
  saved: (days: number, moved: number): string => {
    const off = days === 0 ? "No day is off now" : `${count(days, "day")} ${days === 1 ? "is" : "are"} off`;
    return moved === 0 ? `${off}.` : `${off}; ${count(moved, "review")} moved.`;
  },
};
