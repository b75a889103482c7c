import type { Preset } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import { idOf, isObject, type Json, readObject } from "./json.ts";
import { keptText } from "./kept.ts";
import { ownOf } from "./mnemeKey.ts";
import { orderMembers, ownOrder } from "./orders.ts";
import { patch, withOwn } from "./patch.ts";
import { readPreset } from "./readPreset.ts";

/** The preset of which Anki makes every collection. */
export const usualPreset = (): Json => ({ ...newPreset(), name: "Default" });

const newPreset = (): Json => ({
  ...{ id: 1, mod: 0, name: "", usn: -1, maxTaken: 60, autoplay: true, timer: 0, replayq: true },
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  ...{ dyn: false, newMix: 0, newPerDayMinimum: 0, interdayLearningMix: 0, reviewOrder: 0, newSortOrder: 0 },
  ...{ newGatherPriority: 0, buryInterdayLearning: false, fsrsWeights: [], fsrsParams5: [], fsrsParams6: [] },
  ...{ desiredRetention: 0.9, ignoreRevlogsBeforeDate: "", easyDaysPercentages: [1, 1, 1, 1, 1, 1, 1] },
  ...{ stopTimerOnAnswer: false, secondsToShowQuestion: 0, secondsToShowAnswer: 0, questionAction: 0 },
  ...{ answerAction: 0, waitForAudio: true, sm2Retention: 0.9, weightSearch: "" },
});

/**
 * The preset as Anki has it; what it has of its own there stays. `beside`: whether new cards ignore the limit of reviews, as it is said
 * there of all presets at once.
 */
export function writePreset(preset: Preset, id: number, beside: boolean): Json {
  const text = keptText(preset);
  const raw = text === null ? null : readObject(text);
  const was = raw && readPreset(raw, idOf(raw.id));
  const next = patch(raw ?? newPreset());
  const inner = (key: string, ...members: [name: string, was: unknown, is: unknown, written: unknown][]) => {
    const part = raw?.[key] ?? newPreset()[key];
    const changed = patch(isObject(part) ? part : {});
    for (const [name, before, is, written] of members) changed.put(name, before, is, written);
    next.put(key, part, changed.done(), changed.done());
  };
  next.put("id", raw ? idOf(raw.id) : "", String(id), id);
  next.put("name", was?.name, preset.name, preset.name);
  next.put("desiredRetention", was?.desiredRetention, preset.desiredRetention, preset.desiredRetention);
  inner(
    "new",
    ["perDay", was?.newPerDay, preset.newPerDay, preset.newPerDay],
    ["delays", was?.learningSteps, preset.learningSteps, minutes(preset.learningSteps)],
    ["bury", was?.bury.fresh, preset.bury.fresh, preset.bury.fresh],
  );
  inner(
    "rev",
    ["perDay", was?.reviewsPerDay, preset.reviewsPerDay, preset.reviewsPerDay],
    ["maxIvl", was?.maximumInterval, preset.maximumInterval, preset.maximumInterval],
    ["bury", was?.bury.reviews, preset.bury.reviews, preset.bury.reviews],
  );
  inner(
    "lapse",
    ["delays", was?.relearningSteps, preset.relearningSteps, minutes(preset.relearningSteps)],
    ["leechFails", was?.leechLapses, preset.leechLapses, preset.leechLapses],
    ["leechAction", was?.leechAction, preset.leechAction, preset.leechAction === "suspend" ? 0 : 1],
  );
  next.put("buryInterdayLearning", was?.bury.interday, preset.bury.interday, preset.bury.interday);
  next.put("easyDaysPercentages", was?.easyDays, preset.easyDays, [...preset.easyDays]);
  const order = new Map(was ? orderMembers(was.order) : []);
  for (const [key, number] of orderMembers(preset.order)) next.put(key, order.get(key), number, number);
  const weights = weightsOf(preset.weights);
  for (const [key, set] of Object.entries(weights)) next.put(key, was?.weights ?? 0, preset.weights as unknown, set);
  return withOwn(next.done(), {
    ...(raw ? ownOf(raw) : { id: String(id) === preset.id ? undefined : preset.id }),
    ...ownOrder(preset.order),
    buttons: preset.buttons === 4 ? undefined : preset.buttons,
    newIgnoresReviews: preset.newIgnoresReviews === beside ? undefined : preset.newIgnoresReviews,
  });
}

const minutes = (steps: readonly number[]): number[] => steps.map((seconds) => seconds / 60);

/** Each version of FSRS has a place of its own; none at all says that they are the usual ones. */
function weightsOf(weights: readonly number[]): Record<string, number[]> {
  const isUsual = weights.length === 21 && weights.every((weight, i) => weight === defaultPreset.weights[i]);
  const set = (length: number) => (weights.length === length && !isUsual ? [...weights] : []);
  return { fsrsWeights: set(17), fsrsParams5: set(19), fsrsParams6: set(21) };
}
