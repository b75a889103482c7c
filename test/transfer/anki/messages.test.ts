import { BinaryWriter } from "@bufbuild/protobuf/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../main/transfer/anki/json.ts";
import { deckFromJson, deckToJson } from "../../../main/transfer/anki/schema18/decks.ts";
import { typeFromJson, typeToJson } from "../../../main/transfer/anki/schema18/noteTypes.ts";
import { presetFromJson, presetToJson } from "../../../main/transfer/anki/schema18/presets.ts";

const int = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Ids of 64 bits, as Anki makes them up for fields and templates. */
const long = fc
  .bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
  .map((n) => (Number.isSafeInteger(Number(n)) ? Number(n) : n));
const float = fc.integer({ min: 0, max: 9999 }).map((n) => n / 1000);
const text = fc.string({ unit: "grapheme" });
const flag = fc.boolean();
const stamp = { id: int, name: text, mod: int, usn: fc.constant(-1) };
const nothing = fc.constant(null);
const strange = fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/), fc.oneof(text, int, long, fc.array(int)), {
  maxKeys: 3,
});

const field = fc.record({
  ...{
    name: text,
    sticky: flag,
    rtl: flag,
    font: text,
    size: int,
    description: text,
    plainText: flag,
    collapsed: flag,
  },
  ...{ excludeFromSearch: flag, id: fc.oneof(nothing, long), tag: fc.oneof(nothing, int), preventDeletion: flag },
});
const template = fc.record({
  ...{
    name: text,
    qfmt: text,
    afmt: text,
    bqfmt: text,
    bafmt: text,
    did: fc.oneof(nothing, int.filter(Boolean)),
    bfont: text,
  },
  ...{
    bsize: int,
    id: fc.oneof(nothing, long),
    mneme18: fc.record({ mtime: fc.integer({ min: 1, max: 2 ** 31 }), usn: int }),
  },
});
const requirement = fc.tuple(int, fc.constantFrom("none", "any", "all"), fc.array(int));
const type = fc
  .record({
    ...{
      ...stamp,
      type: fc.constantFrom(0, 1),
      sortf: int,
      did: nothing,
      latexPre: text,
      latexPost: text,
      latexsvg: flag,
    },
    ...{ css: text, req: fc.array(requirement), originalStockKind: fc.integer({ min: 1, max: 6 }), originalId: long },
    ...{ flds: fc.array(field, { maxLength: 4 }), tmpls: fc.array(template, { maxLength: 4 }), more: strange },
  })
  .map(({ more, flds, tmpls, ...rest }) => ({
    ...{ ...more, ...rest },
    flds: flds.map((one, ord) => ({ ...more, ...one, ord })),
    tmpls: tmpls.map((one, ord) => ({ ...more, ...one, ord })),
  }));

const today = fc.tuple(int, int, int, int, int);
const limit = fc.oneof(nothing, fc.record({ limit: int, today: int }));
const deckName = fc.array(fc.stringMatching(/^[ -9;-~é]*$/), { minLength: 1 }).map((levels) => levels.join("::"));
const deckOf = (own: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record({ ...stamp, name: deckName, collapsed: flag, browserCollapsed: flag, today, more: strange, ...own })
    .map(({ today: [day, ...n], more, ...rest }) => {
      const on = n.some((amount) => amount > 0) ? day : 0;
      const amounts = n.map((amount) => [on, on === 0 ? 0 : amount]);
      return {
        ...more,
        ...rest,
        newToday: amounts[0],
        revToday: amounts[1],
        lrnToday: amounts[2],
        timeToday: amounts[3],
      };
    });
const normal = deckOf({
  ...{ dyn: fc.constant(0), conf: int, extendNew: int, extendRev: int, desc: text, md: fc.constant(true) },
  ...{
    reviewLimit: fc.oneof(nothing, int),
    newLimit: fc.oneof(nothing, int),
    reviewLimitToday: limit,
    newLimitToday: limit,
  },
  desiredRetention: fc.oneof(nothing, fc.integer({ min: 1, max: 100 })),
});
const filtered = deckOf({
  ...{ dyn: fc.constant(1), desc: fc.constant(""), separate: fc.constant(true), resched: flag, previewDelay: int },
  ...{ terms: fc.array(fc.tuple(text, int, int)), delays: fc.oneof(nothing, fc.array(float, { minLength: 1 })) },
  ...{ previewAgainSecs: int, previewHardSecs: int, previewGoodSecs: int },
});

const floats = fc.array(float);
const preset = fc.record({
  ...{ ...stamp, dyn: fc.constant(false), maxTaken: int, autoplay: flag, timer: fc.constantFrom(0, 1), replayq: flag },
  new: fc.record({
    ...{
      delays: floats,
      initialFactor: fc.integer({ min: 0, max: 9999 }),
      ints: fc.tuple(int, int, fc.constant(0)),
      perDay: int,
    },
    ...{ order: fc.constantFrom(0, 1), bury: flag, separate: flag },
  }),
  rev: fc.record({ perDay: int, ease4: float, ivlFct: float, maxIvl: int, hardFactor: float, bury: flag, fuzz: float }),
  lapse: fc.record({ delays: floats, leechAction: fc.constantFrom(0, 1), leechFails: int, minInt: int, mult: float }),
  ...{
    newMix: int,
    newPerDayMinimum: int,
    interdayLearningMix: int,
    reviewOrder: int,
    newSortOrder: int,
    newGatherPriority: int,
  },
  ...{
    buryInterdayLearning: flag,
    fsrsWeights: floats,
    fsrsParams5: floats,
    fsrsParams6: floats,
    desiredRetention: float,
  },
  ...{
    ignoreRevlogsBeforeDate: text,
    easyDaysPercentages: floats,
    stopTimerOnAnswer: flag,
    secondsToShowQuestion: float,
  },
  ...{ secondsToShowAnswer: float, questionAction: int, answerAction: int, waitForAudio: flag, sm2Retention: float },
  ...{ weightSearch: text, xaddon: fc.record({ big: long }) },
});

const cast = (json: unknown) => json as JsonObject;
const head = (json: { id: number; name: string; mod: number; usn: number }) => ({
  ...{ id: json.id, name: json.name, mtime: json.mod, usn: json.usn },
});

describe("the messages of schema 18 hold what schema 11 says", () => {
  it("of note types", () => {
    fc.assert(
      fc.property(type, (json) => {
        const { config, fields, templates } = typeFromJson(cast(json));
        expect(typeToJson({ ...head(json), config }, fields, templates)).toEqual(json);
      }),
    );
  });

  it("of decks, both kinds", () => {
    fc.assert(
      fc.property(fc.oneof(normal, filtered), (json) => {
        const name = String(json.name).replaceAll("::", "\x1f");
        expect(deckToJson({ ...head(json as never), name, ...deckFromJson(cast(json)) })).toEqual(json);
      }),
    );
  });

  it("of presets", () => {
    fc.assert(
      fc.property(preset, (json) => {
        expect(presetToJson({ ...head(json), config: presetFromJson(cast(json)) })).toEqual(json);
      }),
    );
  });

  it("and what Anki may add to them later", () => {
    const later = new BinaryWriter().tag(1, 0).bool(true).tag(77, 2).string("new").tag(900, 0).uint32(5).finish();
    const row = { id: 1, name: "P", mtime: 1, usn: 2 };
    const json = presetToJson({ ...row, config: later });
    const again = presetToJson({ ...row, config: presetFromJson(json) });
    expect(json.mneme18).toEqual({ raw: expect.any(String) });
    expect(again).toEqual(json);
  });
});
