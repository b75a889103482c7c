import type { Preset } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import { isObject, type Json, numberOf, numbersOf, textOf } from "./json.ts";
import { foreignId, ownOf } from "./mnemeKey.ts";

const YEAR = 365 * 86_400;

/** A preset of Anki's. What it lacks, or what no preset can be, becomes the usual. */
export function readPreset(raw: Json, id: string): Preset {
  const part = (name: string): Json => (isObject(raw[name]) ? raw[name] : {});
  const [fresh, review, lapse] = [part("new"), part("rev"), part("lapse")];
  const whole = (value: unknown, otherwise: number, least: number, most: number) =>
    Math.min(Math.max(Math.round(numberOf(value, otherwise)), least), most);
  return {
    ...defaultPreset,
    id: foreignId(ownOf(raw).id) || id,
    name: textOf(raw.name).trim() || `Preset ${id}`,
    desiredRetention: Math.min(Math.max(numberOf(raw.desiredRetention, defaultPreset.desiredRetention), 0.7), 0.99),
    newPerDay: whole(fresh.perDay, defaultPreset.newPerDay, 0, 9_999),
    reviewsPerDay: whole(review.perDay, defaultPreset.reviewsPerDay, 0, 9_999),
    learningSteps: readSteps(fresh.delays, defaultPreset.learningSteps),
    relearningSteps: readSteps(lapse.delays, defaultPreset.relearningSteps),
    maximumInterval: whole(review.maxIvl, defaultPreset.maximumInterval, 1, 36_500),
    weights: readWeights(raw),
  };
}

/** Minutes as seconds. */
const readSteps = (value: unknown, otherwise: number[]): number[] =>
  Array.isArray(value)
    ? numbersOf(value)
        .map((minutes) => Math.min(Math.round(minutes * 60), YEAR))
        .filter((seconds) => seconds >= 1)
    : otherwise;

function readWeights(raw: Json): number[] {
  const sets = [raw.fsrsParams6, raw.fsrsParams5, raw.fsrsWeights].map(numbersOf);
  const set = sets.find(({ length }) => length > 0) ?? [];
  // No optimizer gives others; of these the formulas might make no number at all.
  const isSound = set.every((weight) => Math.abs(weight) <= 1_000) && (set.length !== 17 || (set[5] ?? 0) > -0.3);
  return [17, 19, 21].includes(set.length) && isSound ? set : defaultPreset.weights;
}

/** What replaying a log needs to know, and Mneme has no place for. */
export interface ReplayRules {
  /** Epoch milliseconds; answers before it are not counted. */
  ignoreBefore: number;
  /** How much was remembered before FSRS. */
  historicalRetention: number;
}

export function replayRules(raw: Json | undefined): ReplayRules {
  const date = textOf(raw?.ignoreRevlogsBeforeDate);
  const before = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : 0;
  const retention = numberOf(raw?.sm2Retention, 0.9);
  return {
    ignoreBefore: Number.isFinite(before) ? before : 0,
    historicalRetention: retention > 0.01 && retention < 0.999 ? retention : 0.9,
  };
}
