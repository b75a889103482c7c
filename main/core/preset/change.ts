import type { Input } from "../../contract/calls.ts";
import type { Fault } from "../../contract/faults.ts";
import type { Preset } from "../../contract/shapes.ts";
import { firstOutOfRange } from "../ranges.ts";
import { parseSteps } from "../schedule/steps.ts";
import { ranges } from "./fields.ts";
import { parseWeights } from "./weights.ts";

export type PresetInput = Input<"savePreset">["changes"];

/** The preset with what was given, all but its name. Fault: `badSetting`, with the cause. */
export function changePreset(preset: Preset, input: PresetInput): Preset | Fault {
  const refused = (detail: string): Fault => ({ code: "badSetting", detail });
  const wrong = firstOutOfRange(input, ranges) ?? wrongDays(input.easyDays);
  if (wrong) return refused(wrong);
  const learningSteps = input.learningSteps === undefined ? preset.learningSteps : parseSteps(input.learningSteps);
  if (typeof learningSteps === "string") return refused(learningSteps);
  const relearningSteps =
    input.relearningSteps === undefined ? preset.relearningSteps : parseSteps(input.relearningSteps);
  if (typeof relearningSteps === "string") return refused(relearningSteps);
  const weights = input.weights === undefined ? preset.weights : parseWeights(input.weights);
  if (typeof weights === "string") return refused(weights);
  return {
    ...preset,
    desiredRetention: input.desiredRetention ?? preset.desiredRetention,
    newPerDay: input.newPerDay ?? preset.newPerDay,
    reviewsPerDay: input.reviewsPerDay ?? preset.reviewsPerDay,
    learningSteps,
    relearningSteps,
    maximumInterval: input.maximumInterval ?? preset.maximumInterval,
    // The same array where the numbers are the same: the formulas are known by it (core/schedule/memory.ts).
    weights: sameNumbers(weights, preset.weights) ? preset.weights : weights,
    newIgnoresReviews: input.newIgnoresReviews ?? preset.newIgnoresReviews,
    bury: over(preset.bury, input.bury),
    leechLapses: input.leechLapses ?? preset.leechLapses,
    leechAction: input.leechAction ?? preset.leechAction,
    easyDays: input.easyDays ?? preset.easyDays,
    buttons: input.buttons ?? preset.buttons,
    order: over(preset.order, input.order),
  };
}

export const sameNumbers = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

/** What is absent or undefined stays. */
function over<T extends object>(part: T, changes: { [K in keyof T]?: T[K] | undefined } | undefined): T {
  const given = Object.entries(changes ?? {}).filter(([, value]) => value !== undefined);
  return { ...part, ...Object.fromEntries(given) };
}

function wrongDays(days: readonly number[] | undefined): string | null {
  if (!days) return null;
  if (!days.every((share) => share >= 0 && share <= 1)) return "the load of a weekday must be from 0 to 1";
  return days.includes(1) ? null : "at least one weekday must stay as usual, or there is none to move reviews to";
}
