import { describe, expect, it } from "vitest";
import { isFault } from "../../main/contract/faults.ts";
import { apply, invert } from "../../main/core/collection.ts";
import { type SettingsInput, saveSettings, settingsView } from "../../main/core/settings.ts";
import { collectionWith } from "./collections.ts";

describe("saveSettings", () => {
  it.each<SettingsInput>([
    { theme: "dark" },
    { rolloverHour: 0 },
    { desiredRetention: 0.85 },
    { newPerDay: 0, reviewsPerDay: 50 },
    { learningSteps: "30s 1h 2d" },
    { relearningSteps: "" },
    { learnAhead: 0 },
    { maximumInterval: 365 },
  ])("keeps %j, leaves the rest, and can be taken back", (input) => {
    const collection = collectionWith([]);
    const before = settingsView(collection);
    const records = saveSettings(collection, input);
    if (isFault(records)) throw new Error(records.code);
    apply(collection, records);
    expect(settingsView(collection)).toEqual({ ...before, ...input });
    apply(collection, invert(records));
    expect(settingsView(collection)).toEqual(before);
  });

  it.each<SettingsInput>([
    { rolloverHour: 24 },
    { rolloverHour: 4.5 },
    { desiredRetention: 0.69 },
    { desiredRetention: Number.NaN },
    { newPerDay: -1 },
    { reviewsPerDay: 0.5 },
    { learningSteps: "soon" },
    { relearningSteps: "10m -1m" },
    { learnAhead: Number.POSITIVE_INFINITY },
    { maximumInterval: 0 },
  ])("refuses %j with a cause", (input) => {
    const fault = saveSettings(collectionWith([]), input);
    expect(fault).toMatchObject({ code: "badSetting", detail: expect.stringMatching(/\w+ \w+/) });
  });

  it("makes no change out of what is already so", () => {
    const collection = collectionWith([]);
    expect(saveSettings(collection, settingsView(collection))).toEqual({});
  });
});
