import type { Fault } from "../../contract/faults.ts";
import type { Records } from "../../contract/shapes.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { sumsOf } from "../study/days.ts";
import { minutesOn } from "./minutesOn.ts";

/**
 * The records that let today go on for so many minutes from now: what the budget already lacks is added to them. Fault: `badSetting` for fewer
 * than one.
 */
export function studyMore(collection: Collection, minutes: number, now: Moment): Records | Fault {
  if (!Number.isInteger(minutes) || minutes < 1)
    return { code: "badSetting", detail: "the minutes must be a whole number from 1" };
  const day = studyDay(now.ms, now.calendar);
  const all = minutesOn(collection, day);
  if (all === null) return {};
  const settings = settingsOf(collection);
  const before = settings.more?.day === day ? settings.more.minutes : 0;
  const over = Math.max(0, Math.ceil(sumsOf(collection, day).took / 60_000 - all));
  const more = { day, minutes: before + over + minutes };
  return { settings: [[collection.settings.get("settings") ?? null, { ...settings, more }]] };
}
