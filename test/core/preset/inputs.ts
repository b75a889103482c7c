import fc from "fast-check";
import { defaultPreset } from "../../../main/core/collection.ts";
import type { PresetInput } from "../../../main/core/preset/change.ts";

const mix = fc.constantFrom("mixed" as const, "before" as const, "after" as const);

/** What a preset may be told, all of it fine. */
export const anyPresetInput: fc.Arbitrary<PresetInput> = fc.record(
  {
    desiredRetention: fc.integer({ min: 70, max: 99 }).map((percent) => percent / 100),
    newPerDay: fc.nat(9_999),
    reviewsPerDay: fc.nat(9_999),
    learningSteps: fc.constantFrom("", "1m 10m", "30s 1h 2d"),
    relearningSteps: fc.constantFrom("", "10m", "1d"),
    maximumInterval: fc.integer({ min: 1, max: 36_500 }),
    weights: fc.constantFrom(
      defaultPreset.weights.join(", "),
      defaultPreset.weights.with(0, 0.001).join(" "),
      defaultPreset.weights.slice(0, 19).join(","),
    ),
    newIgnoresReviews: fc.boolean(),
    bury: fc.record({ fresh: fc.boolean(), reviews: fc.boolean(), interday: fc.boolean() }, { requiredKeys: [] }),
    leechLapses: fc.nat(99),
    leechAction: fc.constantFrom("tag" as const, "suspend" as const),
    easyDays: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 6, maxLength: 6 }).map((days) => [...days, 1]),
    buttons: fc.constantFrom(2 as const, 4 as const),
    order: fc.record(
      { newMix: mix, interdayMix: mix, reviews: fc.constantFrom("auto" as const, "random" as const) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
