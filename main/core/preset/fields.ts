import type { PresetField } from "../../contract/presets.ts";
import type { Range } from "../ranges.ts";

/** What a preset holds, in the words by which the history of changes names it. */
export const fieldNames: Readonly<Record<PresetField, string>> = {
  desiredRetention: "desired retention",
  newPerDay: "new cards a day",
  reviewsPerDay: "reviews a day",
  learningSteps: "steps for new cards",
  relearningSteps: "steps after forgetting",
  maximumInterval: "longest interval",
  weights: "weights",
  newIgnoresReviews: "new cards beside the limit of reviews",
  bury: "burying siblings",
  leechLapses: "lapses of a leech",
  leechAction: "what becomes of a leech",
  easyDays: "easy days",
  buttons: "buttons",
  order: "order",
};

export const fields = Object.keys(fieldNames) as PresetField[];

/** The numbers among them, with their ranges. A deck's own are the same. */
export const ranges = {
  desiredRetention: { least: 0.7, most: 0.99, whole: false, name: "the share you want to remember" },
  newPerDay: { least: 0, most: 9_999, whole: true, name: "new cards a day" },
  reviewsPerDay: { least: 0, most: 9_999, whole: true, name: "reviews a day" },
  maximumInterval: { least: 1, most: 36_500, whole: true, name: "the longest interval" },
  leechLapses: { least: 0, most: 9_999, whole: true, name: "the lapses of a leech" },
} as const satisfies Partial<Record<PresetField, Range>>;
