import * as v from "valibot";
import { defaultPreset } from "../../collection.ts";

// What a deck in JSON may hold. It comes from anywhere, so nothing is taken for granted; what people may leave out has a default.

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const line = v.pipe(v.string(), v.maxLength(10_000));
const text = v.pipe(v.string(), v.maxLength(20_000_000));
const number = v.pipe(v.number(), v.finite());
const whole = v.pipe(number, v.integer());
const instant = v.pipe(whole, v.minValue(0), v.maxValue(8.64e15));
const day = v.pipe(whole, v.minValue(-200_000), v.maxValue(10_000_000));
const count = v.pipe(whole, v.minValue(0), v.maxValue(2 ** 53 - 1));
const phase = v.picklist(["new", "learning", "review", "relearning"]);
const kept = v.record(line, text);
const said = v.optional(text, "");
const share = v.pipe(number, v.minValue(0.7), v.maxValue(0.99));

const field = v.strictObject({
  id,
  name: line,
  help: said,
  rtl: v.optional(v.boolean(), false),
  sticky: v.optional(v.boolean(), false),
  font: v.optional(line, ""),
  size: v.optional(v.pipe(number, v.minValue(0), v.maxValue(1_000)), 0),
  unsearched: v.optional(v.boolean(), false),
});

const template = v.strictObject({
  ord: count,
  name: line,
  front: text,
  back: text,
  listFront: said,
  listBack: said,
});

const deck = v.strictObject({
  id,
  name: line,
  description: said,
  language: v.optional(line, ""),
  source: said,
  licence: said,
  asOf: v.optional(line, ""),
  preset: v.optional(id, "default"),
  desiredRetention: v.exactOptional(share),
  newPerDay: v.exactOptional(count),
  reviewsPerDay: v.exactOptional(count),
  today: v.exactOptional(
    v.strictObject({ day, newPerDay: v.exactOptional(count), reviewsPerDay: v.exactOptional(count) }),
  ),
  kept: v.exactOptional(kept),
});

export const noteType = v.strictObject({
  id,
  name: line,
  kind: v.optional(v.picklist(["standard", "cloze"]), "standard"),
  format: v.optional(v.picklist(["markdown", "html"]), "html"),
  stock: v.optional(
    v.nullable(v.picklist(["basic", "reversed", "optionalReversed", "typed", "cloze", "occlusion", "choice"])),
    null,
  ),
  fields: v.pipe(v.array(field), v.minLength(1), v.maxLength(1_000)),
  sort: v.optional(v.pipe(v.string(), v.maxLength(1_000)), ""),
  templates: v.pipe(v.array(template), v.maxLength(1_000)),
  css: said,
  modified: v.optional(instant, 0),
  kept: v.exactOptional(kept),
});

const mix = v.picklist(["mixed", "before", "after"]);

const order = v.strictObject({
  newGather: v.picklist(["turns", "deck", "deckThenRandom", "position", "positionDown", "randomNotes", "randomCards"]),
  newSort: v.picklist(["gathered", "template", "templateThenRandom", "randomNote", "random"]),
  newMix: mix,
  interdayMix: mix,
  reviews: v.picklist([
    ...(["auto", "loss", "day", "dayThenDeck", "deckThenDay", "intervalUp", "intervalDown"] as const),
    ...(["difficultyUp", "difficultyDown", "recallUp", "recallDown", "overdue", "random"] as const),
    ...(["addedUp", "addedDown"] as const),
  ]),
});

export const preset = v.strictObject({
  id,
  name: line,
  desiredRetention: share,
  newPerDay: count,
  reviewsPerDay: count,
  learningSteps: v.pipe(v.array(v.pipe(number, v.minValue(0))), v.maxLength(1_000)),
  relearningSteps: v.pipe(v.array(v.pipe(number, v.minValue(0))), v.maxLength(1_000)),
  maximumInterval: v.pipe(number, v.minValue(1)),
  weights: v.pipe(
    v.array(number),
    v.check(({ length }) => [17, 19, 21].includes(length), "weights are 17, 19 or 21 numbers"),
  ),
  newIgnoresReviews: v.optional(v.boolean(), defaultPreset.newIgnoresReviews),
  bury: v.optional(
    v.strictObject({ fresh: v.boolean(), reviews: v.boolean(), interday: v.boolean() }),
    defaultPreset.bury,
  ),
  leechLapses: v.optional(count, defaultPreset.leechLapses),
  leechAction: v.optional(v.picklist(["tag", "suspend"]), defaultPreset.leechAction),
  easyDays: v.optional(
    v.pipe(v.array(v.pipe(number, v.minValue(0), v.maxValue(1))), v.length(7)),
    defaultPreset.easyDays,
  ),
  buttons: v.optional(v.picklist([2, 4]), defaultPreset.buttons),
  order: v.optional(order, defaultPreset.order),
  kept: v.exactOptional(kept),
});

const note = v.strictObject({
  id: v.exactOptional(id),
  guid: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
  type: id,
  deck: id,
  fields: v.record(id, text),
  tags: v.optional(v.pipe(v.array(line), v.maxLength(10_000)), []),
  position: v.optional(number, 0),
  created: v.exactOptional(instant),
  modified: v.exactOptional(instant),
  nameless: v.exactOptional(v.literal(true)),
  kept: v.exactOptional(kept),
});

const card = v.strictObject({
  id,
  note: id,
  ord: count,
  deck: v.exactOptional(id),
  phase,
  step: count,
  due: v.nullable(v.pipe(whole, v.minValue(-8.64e15), v.maxValue(8.64e15))),
  day,
  interval: number,
  stability: number,
  difficulty: number,
  last: instant,
  reps: count,
  lapses: count,
  buried: v.nullable(day),
  buriedAsSibling: v.exactOptional(v.literal(true)),
  placed: v.exactOptional(v.picklist(["due", "moved"])),
  suspended: v.boolean(),
  flag: v.pipe(whole, v.minValue(0), v.maxValue(7)),
  kept: v.exactOptional(kept),
});

const review = v.strictObject({
  id,
  card: id,
  at: instant,
  grade: v.picklist([0, 1, 2, 3, 4]),
  kind: v.exactOptional(v.picklist(["cram", "due", "reset", "moved"])),
  took: number,
  phase,
  elapsed: number,
  interval: number,
  stability: number,
  difficulty: number,
  recall: v.nullable(number),
  kept: v.exactOptional(kept),
});

/** What a note in Markdown does not say (codec/deckText/sidecar.ts). `known`: its id in the text. */
const noteRest = v.strictObject({
  known: id,
  id,
  guid: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
  position: v.optional(number, 0),
  created: instant,
  modified: instant,
  former: v.exactOptional(v.record(id, text)),
  came: v.optional(v.record(v.pipe(v.string(), v.maxLength(1_000)), line), {}),
  kept: v.exactOptional(kept),
});

/** The bytes stand in Base64, or lie in a file of that name. */
const file = v.strictObject({
  id: line,
  hash: v.optional(line, ""),
  size: v.optional(count, 0),
  type: v.optional(line, ""),
  added: v.optional(instant, 0),
  file: v.exactOptional(line),
  bytes: v.exactOptional(v.string()),
});

/** Lists of records, in the order in which they are written. */
export const lists = {
  decks: deck,
  presets: preset,
  noteTypes: noteType,
  notes: note,
  texts: noteRest,
  cards: card,
  reviews: review,
  media: file,
} as const;

export type ListName = keyof typeof lists;
export type ReadLists = { [N in ListName]: v.InferOutput<(typeof lists)[N]>[] };
export const keptOfAll = kept;
