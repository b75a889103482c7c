import { isObject, type Json, type JsonObject, listIn } from "../json.ts";
import { inOrder } from "./keys.ts";
import { fromJson, toJson } from "./message.ts";
import { presetShape } from "./shapes.ts";

/** A row of the table `deck_config`. */
export interface PresetRow {
  id: Json;
  name: string;
  mtime: number;
  usn: number;
  config: Uint8Array;
}

const order = [
  ...["id", "mod", "name", "usn", "maxTaken", "autoplay", "timer", "replayq", "new", "rev", "lapse", "dyn", "newMix"],
  ...["newPerDayMinimum", "interdayLearningMix", "reviewOrder", "newSortOrder", "newGatherPriority"],
  ...[
    "buryInterdayLearning",
    "fsrsWeights",
    "fsrsParams5",
    "fsrsParams6",
    "desiredRetention",
    "ignoreRevlogsBeforeDate",
  ],
  ...["easyDaysPercentages", "stopTimerOnAnswer", "secondsToShowQuestion", "secondsToShowAnswer", "questionAction"],
  ...["answerAction", "waitForAudio", "sm2Retention", "weightSearch"],
];

/** A preset as schema 11 has it. Throws for bytes that are no message. */
export function presetToJson({ id, name, mtime, usn, config }: PresetRow): JsonObject {
  const json = toJson(presetShape, config);
  if (isObject(json.new)) {
    const { ease, good, easy, ...rest } = json.new;
    json.new = { ...rest, initialFactor: Math.round(Number(ease) * 1000), ints: [good ?? 0, easy ?? 0, 0] };
  }
  return inOrder({ id, mod: mtime, name, usn, dyn: false, ...json }, order);
}

/** What a preset of schema 11 means where it says nothing. */
const unsaid = {
  maxTaken: 60,
  autoplay: true,
  replayq: true,
  waitForAudio: true,
  desiredRetention: 0.9,
  sm2Retention: 0.9,
  new: { delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
} satisfies JsonObject;

/** The message of a preset of schema 11. */
export function presetFromJson(json: JsonObject): Uint8Array {
  const part = (key: "new" | "rev" | "lapse"): JsonObject => ({
    ...unsaid[key],
    ...(isObject(json[key]) ? json[key] : {}),
  });
  const { initialFactor = 2500, ints, ...fresh } = part("new");
  const [good = 1, easy = 4] = listIn(ints);
  const whole = {
    ...unsaid,
    ...json,
    new: { ...fresh, ease: Number(initialFactor) / 1000, good, easy },
    rev: part("rev"),
    lapse: part("lapse"),
  };
  return fromJson(presetShape, whole, ["id", "mod", "name", "usn", "dyn"]);
}
