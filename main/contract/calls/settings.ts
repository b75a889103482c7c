import * as v from "valibot";
import type { CheckView, SettingsView } from "../views.ts";
import { line, takes } from "./schemas.ts";

/** Settings, and the state of the data. */
export const settingsCalls = {
  settings: takes({}).returns<SettingsView>(),
  saveSettings: takes({
    theme: v.optional(v.picklist(["system", "light", "dark"])),
    autoplay: v.optional(v.boolean()),
    rolloverHour: v.optional(v.number()),
    desiredRetention: v.optional(v.number()),
    newPerDay: v.optional(v.number()),
    reviewsPerDay: v.optional(v.number()),
    learningSteps: v.optional(line),
    relearningSteps: v.optional(line),
    learnAhead: v.optional(v.number()),
    maximumInterval: v.optional(v.number()),
    limitsFromTop: v.optional(v.boolean()),
    budget: v.optional(v.nullable(v.number())),
    streak: v.optional(v.boolean()),
    timer: v.optional(v.boolean()),
    timebox: v.optional(v.number()),
    autoAdvance: v.optional(
      v.strictObject({
        question: v.number(),
        answer: v.number(),
        action: v.picklist(["bury", "again", "hard", "good"]),
      }),
    ),
    told: v.optional(v.pipe(v.array(line), v.maxLength(100))),
  }).returns<SettingsView>(),
  check: takes({}).returns<CheckView>(),
};
