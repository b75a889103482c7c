import type { CatchUp } from "../../contract/shapes.ts";
import { type Collection, presetOfDeck, settingsOf } from "../collection.ts";
import { runningPlan } from "./backlog.ts";

/** However easy a weekday is to be, a plan takes so much of a usual day. */
const leastEase = 0.1;

export const isDayOff = (collection: Collection, day: number): boolean => settingsOf(collection).daysOff.includes(day);

/** The minutes that a study day may take: of the plan that runs, else of the budget, and what was added to that day; null for any number. */
export function minutesOn(collection: Collection, day: number): number | null {
  const { budget, more } = settingsOf(collection);
  const plan = runningPlan(collection, day);
  const usual = plan ? planMinutes(collection, plan, day) : budget;
  return usual === null ? null : usual + (more?.day === day ? more.minutes : 0);
}

/** A plan's minutes on one day, fewer on weekdays that are to be easy. */
export const planMinutes = (collection: Collection, { minutes }: Pick<CatchUp, "minutes">, day: number): number =>
  Math.max(1, minutes * Math.max(leastEase, easeOn(collection, day)));

/** Share of the usual load on that weekday: the mean over the presets in use. */
function easeOn(collection: Collection, day: number): number {
  const presets = new Map([...collection.decks.values()].map((deck) => [deck.preset, presetOfDeck(collection, deck)]));
  if (presets.size === 0) return 1;
  let sum = 0;
  for (const { easyDays } of presets.values()) sum += easyDays[weekday(day)] ?? 1;
  return sum / presets.size;
}

/** 0 is Monday. The first study day, 1970-01-01, was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;
