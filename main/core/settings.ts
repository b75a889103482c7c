import type { Input } from "../contract/calls.ts";
import type { Fault } from "../contract/faults.ts";
import type { Preset, Records, Settings } from "../contract/shapes.ts";
import type { SettingsView } from "../contract/views.ts";
import { type Collection, presetOf, settingsOf } from "./collection.ts";
import { firstOutOfRange, outOfRange, type Range } from "./ranges.ts";
import { formatSteps, parseSteps } from "./schedule/steps.ts";

export type SettingsInput = Input<"saveSettings">;

/** What can be set, as a person reads it. */
export function settingsView(collection: Collection): Omit<SettingsView, "folder" | "version"> {
  const settings = settingsOf(collection);
  const { theme, rolloverHour, learnAhead, autoplay } = settings;
  const preset = presetOf(collection, "default");
  return {
    theme,
    rolloverHour,
    learnAhead: learnAhead / 60,
    autoplay,
    desiredRetention: preset.desiredRetention,
    newPerDay: preset.newPerDay,
    reviewsPerDay: preset.reviewsPerDay,
    learningSteps: formatSteps(preset.learningSteps),
    relearningSteps: formatSteps(preset.relearningSteps),
    maximumInterval: preset.maximumInterval,
    limitsFromTop: settings.limitsFromTop,
    budget: settings.budget,
    streak: settings.streak,
    timer: settings.timer,
    timebox: settings.timebox,
    autoAdvance: settings.autoAdvance,
    told: settings.told,
  };
}

/** Each number's range, and whether it must be whole. */
const ranges = {
  rolloverHour: { least: 0, most: 23, whole: true, name: "the hour at which a day begins" },
  desiredRetention: { least: 0.7, most: 0.99, whole: false, name: "the share you want to remember" },
  newPerDay: { least: 0, most: 9_999, whole: true, name: "new cards a day" },
  reviewsPerDay: { least: 0, most: 9_999, whole: true, name: "reviews a day" },
  learnAhead: { least: 0, most: 1_440, whole: false, name: "minutes to learn ahead" },
  maximumInterval: { least: 1, most: 36_500, whole: true, name: "the longest interval" },
  budget: { least: 1, most: 1_440, whole: true, name: "minutes a day" },
  timebox: { least: 0, most: 1_440, whole: true, name: "the minutes of a timebox" },
} as const satisfies Record<string, Range>;

/** The records that new settings make; only what is given changes. Fault: `badSetting`, with the cause. */
export function saveSettings(collection: Collection, input: SettingsInput): Records | Fault {
  const wrong = firstOutOfRange(input, ranges);
  if (wrong) return { code: "badSetting", detail: wrong };
  for (const side of ["question", "answer"] as const) {
    const cause = outOfRange(input.autoAdvance?.[side], { least: 0, most: 3_600, whole: false, name: "the seconds" });
    if (cause) return { code: "badSetting", detail: cause };
  }
  const learningSteps = parseGiven(input.learningSteps);
  const relearningSteps = parseGiven(input.relearningSteps);
  for (const steps of [learningSteps, relearningSteps])
    if (typeof steps === "string") return { code: "badSetting", detail: steps };

  const preset = presetOf(collection, "default");
  const settings = settingsOf(collection);
  const newPreset: Preset = {
    ...preset,
    desiredRetention: input.desiredRetention ?? preset.desiredRetention,
    newPerDay: input.newPerDay ?? preset.newPerDay,
    reviewsPerDay: input.reviewsPerDay ?? preset.reviewsPerDay,
    maximumInterval: input.maximumInterval ?? preset.maximumInterval,
    learningSteps: (learningSteps as number[] | undefined) ?? preset.learningSteps,
    relearningSteps: (relearningSteps as number[] | undefined) ?? preset.relearningSteps,
  };
  const newSettings: Settings = {
    ...settings,
    theme: input.theme ?? settings.theme,
    rolloverHour: input.rolloverHour ?? settings.rolloverHour,
    autoplay: input.autoplay ?? settings.autoplay,
    limitsFromTop: input.limitsFromTop ?? settings.limitsFromTop,
    budget: input.budget === undefined ? settings.budget : input.budget,
    streak: input.streak ?? settings.streak,
    timer: input.timer ?? settings.timer,
    timebox: input.timebox ?? settings.timebox,
    autoAdvance: input.autoAdvance ?? settings.autoAdvance,
    told: input.told ?? settings.told,
    learnAhead: input.learnAhead === undefined ? settings.learnAhead : input.learnAhead * 60,
  };
  return {
    ...(same(preset, newPreset) ? {} : { presets: [[collection.presets.get(preset.id) ?? null, newPreset]] }),
    ...(same(settings, newSettings) ? {} : { settings: [[collection.settings.get("settings") ?? null, newSettings]] }),
  };
}

const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);

const parseGiven = (steps: string | undefined) => (steps === undefined ? undefined : parseSteps(steps));
