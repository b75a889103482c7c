import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fault, isFault } from "../../../main/contract/faults.ts";
import { apply, type Collection, defaultPreset, invert } from "../../../main/core/collection.ts";
import type { PresetInput } from "../../../main/core/preset/change.ts";
import {
  choosePreset,
  createPreset,
  deletePreset,
  type PresetChange,
  resetPreset,
  savePreset,
} from "../../../main/core/preset/edit.ts";
import { presets } from "../../../main/core/preset/presets.ts";
import { collectionWith } from "../collections.ts";
import { anyPresetInput } from "./inputs.ts";

let ids = 0;
const newId = () => `p${ids++}`;

function sure(made: PresetChange | Fault): PresetChange {
  if (isFault(made)) throw new Error(JSON.stringify(made));
  return made;
}

function done(collection: Collection, made: PresetChange | Fault): PresetChange {
  const change = sure(made);
  apply(collection, change.records);
  return change;
}

const copy = (collection: Collection) => structuredClone(collection);

describe("presets", () => {
  it("take what they are told and nothing else, and give it back with undo", () => {
    fc.assert(
      fc.property(anyPresetInput, (input) => {
        const collection = collectionWith(["basic"]);
        const before = copy(collection);
        const { records } = done(collection, savePreset(collection, "default", input));
        const [view] = presets(collection);
        const [usual] = presets(before);
        const { weights, bury, order, ...plain } = input;
        expect(view).toMatchObject({
          ...plain,
          bury: { ...usual?.bury, ...bury },
          order: { ...usual?.order, ...order },
        });
        if (weights) expect(view?.weights.split(", ")).toEqual(weights.split(/[, ]+/));
        for (const key of Object.keys(defaultPreset) as (keyof PresetInput)[])
          if (!(key in input)) expect(view).toHaveProperty(key, usual?.[key]);
        apply(collection, invert(records));
        expect(collection).toEqual(before);
      }),
    );
  });

  it("are as at first after all is taken back, whatever they were told", () => {
    fc.assert(
      fc.property(anyPresetInput, (input) => {
        const collection = collectionWith(["basic"]);
        done(collection, savePreset(collection, "default", { ...input, name: "Mine" }));
        done(collection, resetPreset(collection, "default"));
        expect(collection.presets.get("default")).toEqual({ ...defaultPreset, name: "Mine" });
        expect(presets(collection)[0]?.changed).toEqual([]);
      }),
    );
  });

  it("give back one value alone", () => {
    const collection = collectionWith([]);
    done(collection, savePreset(collection, "default", { newPerDay: 3, reviewsPerDay: 4 }));
    const { what } = done(collection, resetPreset(collection, "default", ["newPerDay"]));
    expect(collection.presets.get("default")).toEqual({ ...defaultPreset, reviewsPerDay: 4 });
    expect(what).toBe("Default: new cards a day");
  });

  it("make no change out of what is so already", () => {
    const collection = collectionWith([]);
    const { newPerDay, weights } = defaultPreset;
    expect(sure(savePreset(collection, "default", { newPerDay, weights: weights.join(";") })).records).toEqual({});
  });

  it.each<[PresetInput, RegExp]>([
    [{ desiredRetention: 0.69 }, /from 0.7 to 0.99/],
    [{ desiredRetention: 0.995 }, /from 0.7 to 0.99/],
    [{ desiredRetention: Number.NaN }, /from 0.7/],
    [{ newPerDay: -1 }, /new cards a day/],
    [{ newPerDay: 1.5 }, /whole number/],
    [{ reviewsPerDay: -1 }, /reviews a day/],
    [{ maximumInterval: 0 }, /longest interval/],
    [{ leechLapses: -1 }, /leech/],
    [{ learningSteps: "soon" }, /“soon” is not a step/],
    [{ relearningSteps: "10m -1m" }, /“-1m”/],
    [{ weights: "" }, /17, 19 or 21/],
    [{ weights: defaultPreset.weights.slice(1).join(", ") }, /these are 20/],
    [{ weights: defaultPreset.weights.with(3, Number.NaN).join(", ") }, /“NaN” is not a number/],
    [{ weights: defaultPreset.weights.with(3, Number.POSITIVE_INFINITY).join(", ") }, /“Infinity”/],
    [{ weights: defaultPreset.weights.with(0, 0).join(", ") }, /weight 1 \(w0\) must be from 0.001/],
    [{ weights: defaultPreset.weights.with(20, 0.9).join(", ") }, /w20/],
    [{ weights: defaultPreset.weights.with(4, 11).join(", ") }, /w4/],
    [{ easyDays: [0, 0, 0.5, 0, 0, 0, 0.5] }, /one weekday/],
    [{ easyDays: [1, 1, 1, 1, 1, 1, 2] }, /from 0 to 1/],
    [{ name: " \n" }, /needs a name/],
    [{ name: "x".repeat(101) }, /100 characters/],
    [{ name: "OTHER" }, /named “Other” already/],
  ])("refuse %j with a cause", (input, cause) => {
    const collection = collectionWith([]);
    done(collection, createPreset(collection, { name: "Other", from: null, deck: null }, newId));
    const made = savePreset(collection, "default", input);
    expect(made).toMatchObject({ code: "badSetting", detail: expect.stringMatching(cause) });
  });

  it("take trained weights below what ts-fsrs insists on, and those of older versions", () => {
    const collection = collectionWith([]);
    const five = defaultPreset.weights.slice(0, 19);
    const four = [
      0.57, 1.44, 4.14, 10.9, 5.14, 1.2, 0.86, 0.0362, 1.63, 0.13, 1.02, 2.12, 0.084, 0.32, 1.47, 0.22, 2.82,
    ];
    for (const weights of [defaultPreset.weights.with(0, 0.001), five, four]) {
      done(collection, savePreset(collection, "default", { weights: `[${weights.join(", ")}]` }));
      expect(collection.presets.get("default")?.weights).toEqual(weights);
    }
  });
});

describe("a preset and its decks", () => {
  function family() {
    const collection = collectionWith([], ["A", "A::B", "A::B::C", "AB"]);
    const { preset } = done(collection, createPreset(collection, { name: "Slow", from: null, deck: "d:A" }, newId));
    return { collection, preset, of: (deck: string) => collection.decks.get(`d:${deck}`)?.preset };
  }

  it("come together in one change when it is made for a deck", () => {
    const { collection, preset, of } = family();
    expect([of("A"), of("A::B"), of("AB")]).toEqual([preset, "default", "default"]);
    expect(presets(collection).map(({ name, decks }) => [name, decks.map(({ path }) => path.join("::"))])).toEqual([
      ["Default", ["A::B", "A::B::C", "AB"]],
      ["Slow", ["A"]],
    ]);
  });

  it("are reassigned, with the decks inside if wished, and never with those that are only called alike", () => {
    const { collection, preset, of } = family();
    done(collection, choosePreset(collection, { deck: "d:A", preset, inner: true }));
    expect([of("A"), of("A::B"), of("A::B::C"), of("AB")]).toEqual([preset, preset, preset, "default"]);
    done(collection, choosePreset(collection, { deck: "d:A", preset: "default", inner: false }));
    expect([of("A"), of("A::B")]).toEqual(["default", preset]);
  });

  it("part when it is deleted: they take the default one, and get it back with undo", () => {
    const { collection, preset, of } = family();
    const before = copy(collection);
    const { records } = done(collection, deletePreset(collection, preset));
    expect(of("A")).toBe("default");
    expect(collection.presets.has(preset)).toBe(false);
    apply(collection, invert(records));
    expect(collection).toEqual(before);
  });

  it("copies a preset under another name, without what other programs keep of it", () => {
    const { collection, preset } = family();
    done(collection, savePreset(collection, preset, { newPerDay: 3 }));
    const slow = collection.presets.get(preset);
    if (slow) collection.presets.set(preset, { ...slow, kept: { anki: "{}" } });
    const made = done(collection, createPreset(collection, { name: "Slower", from: preset, deck: null }, newId));
    expect(collection.presets.get(made.preset)).toEqual({
      ...defaultPreset,
      id: made.preset,
      name: "Slower",
      newPerDay: 3,
    });
  });

  it("refuses what is gone, two of one name, and to lose the default one", () => {
    const { collection } = family();
    expect(deletePreset(collection, "default")).toMatchObject({ code: "badSetting" });
    expect(deletePreset(collection, "x")).toEqual({ code: "gone", detail: "preset" });
    expect(savePreset(collection, "x", {})).toEqual({ code: "gone", detail: "preset" });
    expect(choosePreset(collection, { deck: "d:X", preset: "default", inner: false })).toMatchObject({ code: "gone" });
    const twice = createPreset(collection, { name: "  slow ", from: null, deck: null }, newId);
    expect(twice).toMatchObject({ code: "badSetting", detail: expect.stringContaining("“Slow”") });
  });
});
