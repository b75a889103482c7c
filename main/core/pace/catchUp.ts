import type { Fault } from "../../contract/faults.ts";
import type { CatchUpChoice, CatchUpView, GapView } from "../../contract/pace.ts";
import type { CatchUp, Records, Settings } from "../../contract/shapes.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { sumsOf } from "../study/days.ts";
import { backlogBefore, countOf, knownOf, runningPlan } from "./backlog.ts";
import { groupsUntil } from "./groups.ts";
import { isDayOff, planMinutes } from "./minutesOn.ts";
import { missedDays } from "./missed.ts";
import { oddsOf } from "./odds.ts";
import { answeredDays } from "./streak.ts";
import { timesOf } from "./times.ts";
import { usualMinutes } from "./usual.ts";
import { type Task, workOff } from "./workOff.ts";

/** Minutes beyond the usual that are offered. */
const offered = [5, 10, 20];
/** Days that a plan may take, first those that most need. */
const reaches = [60, 365];

/** What waits after three missed days or more, when it is more than a usual day holds; null else, and while a plan runs. */
export function gapView(collection: Collection, now: Moment): GapView | null {
  const today = studyDay(now.ms, now.calendar);
  if (runningPlan(collection, today)) return null;
  const missed = missedDays(today, answeredDays(collection), new Set(settingsOf(collection).daysOff));
  if (missed === 0) return null;
  const backlog = backlogBefore(collection, today);
  const overdue = countOf(backlog);
  if (overdue === 0) return null;
  const known = knownOf(backlog, now.ms);
  const scene = sceneOf(collection, now);
  const { passed, forgotten, step } = scene.times;
  if (known * passed + (overdue - known) * (forgotten + step) <= scene.usual * 60) return null;
  return { missed, overdue, known: Math.round(known), choices: offered.map((extra) => choice(scene, extra)) };
}

/** How the plan goes; null without one. */
export function catchUpView(collection: Collection, now: Moment): CatchUpView | null {
  const today = studyDay(now.ms, now.calendar);
  const plan = runningPlan(collection, today);
  if (!plan) return null;
  const { minutes, extra, total, left, until, since } = plan;
  const expected = doneBy({ ...sceneOf(collection, now), since }, minutes);
  return { minutes, extra, total: Math.max(total, left), left, until, expected };
}

/** The records that begin a plan, in place of one that runs. Fault: `badSetting` where nothing is overdue, or for fewer minutes than one. */
export function beginCatchUp(collection: Collection, extra: number, now: Moment): Records | Fault {
  const today = studyDay(now.ms, now.calendar);
  if (!Number.isInteger(extra) || extra < 1)
    return { code: "badSetting", detail: "the extra minutes must be 1 or more" };
  const total = countOf(backlogBefore(collection, today));
  if (total === 0) return { code: "badSetting", detail: "nothing is overdue" };
  const { minutes, until } = choice(sceneOf(collection, now), extra);
  return withPlan(collection, { since: today, total, minutes, extra, until: until ?? today + (reaches.at(-1) ?? 0) });
}

/** The records that drop the plan; none without one. */
export const dropCatchUp = (collection: Collection): Records =>
  settingsOf(collection).catchUp ? withPlan(collection, null) : {};

function withPlan(collection: Collection, catchUp: CatchUp | null): Records {
  const after: Settings = { ...settingsOf(collection), catchUp };
  return { settings: [[collection.settings.get("settings") ?? null, after]] };
}

interface Scene extends Omit<Task, "groups" | "days"> {
  collection: Collection;
  usual: number;
  /** Minutes spent today. */
  spent: number;
}

function sceneOf(collection: Collection, now: Moment): Scene {
  const today = studyDay(now.ms, now.calendar);
  const times = timesOf(collection, today);
  const odds = oddsOf(collection, startOf(today, now.calendar));
  const groups = groupsUntil(collection, today + 13);
  const usual = usualMinutes(collection, { groups, odds, times, today });
  return { collection, odds, times, today, since: today, usual, spent: sumsOf(collection, today).took / 60_000 };
}

function choice(scene: Scene, extra: number): CatchUpChoice {
  const minutes = Math.ceil(scene.usual) + extra;
  return { extra, minutes, until: doneBy(scene, minutes) };
}

/** The study day by whose end a plan of so many minutes a day is done, as expected. */
function doneBy({ collection, spent, ...rest }: Scene, minutes: number): number | null {
  const { today } = rest;
  const on = (day: number): number => {
    if (isDayOff(collection, today + day)) return 0;
    return Math.max(0, planMinutes(collection, { minutes }, today + day) - (day === 0 ? spent : 0));
  };
  for (const days of reaches) {
    const task = { ...rest, groups: groupsUntil(collection, today + days), days };
    const found = workOff(task, on);
    if (found !== null) return today + found;
  }
  return null;
}
