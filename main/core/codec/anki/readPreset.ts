import type { Preset } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import { isObject, type Json, numberOf, numbersOf, textOf, truthOf } from "./json.ts";
import { foreignId, ownOf } from "./mnemeKey.ts";
import { readOrder } from "./orders.ts";

const YEAR = 365 * 86_400;

/**
 * A preset of Anki's. What it lacks, or what no preset can be, becomes what is usual there. `beside`: whether new cards ignore the limit of
 * reviews, which Anki says of the whole collection.
 */
export function readPreset(raw: Json, id: string, beside = false): Preset {
  const own = ownOf(raw);
  const part = (name: string): Json => (isObject(raw[name]) ? raw[name] : {});
  const [fresh, review, lapse] = [part("new"), part("rev"), part("lapse")];
  const whole = (value: unknown, otherwise: number, least: number, most: number) =>
    Math.min(Math.max(Math.round(numberOf(value, otherwise)), least), most);
  return {
    id: foreignId(own.id) || id,
    name: textOf(raw.name).trim() || `Preset ${id}`,
    desiredRetention: Math.min(Math.max(numberOf(raw.desiredRetention, defaultPreset.desiredRetention), 0.7), 0.99),
    newPerDay: whole(fresh.perDay, defaultPreset.newPerDay, 0, 9_999),
    reviewsPerDay: whole(review.perDay, defaultPreset.reviewsPerDay, 0, 9_999),
    learningSteps: readSteps(fresh.delays, defaultPreset.learningSteps),
    relearningSteps: readSteps(lapse.delays, defaultPreset.relearningSteps),
    maximumInterval: whole(review.maxIvl, defaultPreset.maximumInterval, 1, 36_500),
    weights: readWeights(raw),
    newIgnoresReviews: typeof own.newIgnoresReviews === "boolean" ? own.newIgnoresReviews : beside,
    bury: { fresh: truthOf(fresh.bury), reviews: truthOf(review.bury), interday: truthOf(raw.buryInterdayLearning) },
    leechLapses: whole(lapse.leechFails, 8, 0, 9_999),
    leechAction: numberOf(lapse.leechAction, 1) === 0 ? "suspend" : "tag",
    easyDays: readDays(raw.easyDaysPercentages),
    buttons: numberOf(own.buttons, 4) === 2 ? 2 : 4,
    order: readOrder(raw, own),
  };
}

/** Minutes as seconds. */
const readSteps = (value: unknown, otherwise: number[]): number[] =>
  Array.isArray(value)
    ? numbersOf(value)
        .map((minutes) => Math.min(Math.round(minutes * 60), YEAR))
        .filter((seconds) => seconds >= 1)
    : otherwise;

/** Monday first, as here. */
function readDays(value: unknown): number[] {
  const shares = numbersOf(value).map((share) => Math.min(Math.max(share, 0), 1));
  return shares.length === 7 ? shares : defaultPreset.easyDays;
}

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
