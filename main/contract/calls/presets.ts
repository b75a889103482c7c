import * as v from "valibot";
import type { DeckOptionsView, PresetSaved, PresetView } from "../presets.ts";
import { id, line, takes } from "./schemas.ts";

/** Long enough for 21 numbers with all their digits. */
const weights = line;
const mix = v.picklist(["mixed", "before", "after"]);

/** What can be set in a preset. Only what is given changes; ranges are the core's to judge. */
const changes = v.strictObject({
  name: v.optional(line),
  desiredRetention: v.optional(v.number()),
  newPerDay: v.optional(v.number()),
  reviewsPerDay: v.optional(v.number()),
  learningSteps: v.optional(line),
  relearningSteps: v.optional(line),
  maximumInterval: v.optional(v.number()),
  weights: v.optional(weights),
  newIgnoresReviews: v.optional(v.boolean()),
  bury: v.optional(
    v.strictObject({
      fresh: v.optional(v.boolean()),
      reviews: v.optional(v.boolean()),
      interday: v.optional(v.boolean()),
    }),
  ),
  leechLapses: v.optional(v.number()),
  leechAction: v.optional(v.picklist(["tag", "suspend"])),
  easyDays: v.optional(v.pipe(v.array(v.number()), v.length(7))),
  buttons: v.optional(v.picklist([2, 4])),
  order: v.optional(
    v.strictObject({
      newGather: v.optional(
        v.picklist(["turns", "deck", "deckThenRandom", "position", "positionDown", "randomNotes", "randomCards"]),
      ),
      newSort: v.optional(v.picklist(["gathered", "template", "templateThenRandom", "randomNote", "random"])),
      newMix: v.optional(mix),
      interdayMix: v.optional(mix),
      reviews: v.optional(
        v.picklist([
          "auto",
          "loss",
          "day",
          "dayThenDeck",
          "deckThenDay",
          "intervalUp",
          "intervalDown",
          "difficultyUp",
          "difficultyDown",
          "recallUp",
          "recallDown",
          "overdue",
          "random",
          "addedUp",
          "addedDown",
        ]),
      ),
    }),
  ),
});

const field = v.picklist([
  "desiredRetention",
  "newPerDay",
  "reviewsPerDay",
  "learningSteps",
  "relearningSteps",
  "maximumInterval",
  "weights",
  "newIgnoresReviews",
  "bury",
  "leechLapses",
  "leechAction",
  "easyDays",
  "buttons",
  "order",
]);

const limit = v.optional(v.nullable(v.number()));

/**
 * Presets, and what a deck says otherwise. Each change is one undoable change. Where it gives cards other weights, their memory is worked
 * out anew from the log as part of it, while other calls go on; due dates stay. Faults: `gone`, `badSetting`.
 */
export const presetCalls = {
  presets: takes({}).returns<PresetView[]>(),
  savePreset: takes({ preset: id, changes }).returns<PresetSaved>(),
  /** A new one with the usual values, or those of another; given to a deck at once if one is named. */
  createPreset: takes({ name: line, from: v.nullable(id), deck: v.nullable(id) }).returns<PresetSaved>(),
  /** Its decks take the default one. */
  deletePreset: takes({ preset: id }).returns<PresetSaved>(),
  /** The usual values: of these fields, or of all but the name. */
  resetPreset: takes({ preset: id, fields: v.optional(v.array(field)) }).returns<PresetSaved>(),
  /** Gives a deck a preset, and the decks inside it if wished. */
  choosePreset: takes({ deck: id, preset: id, inner: v.boolean() }).returns<PresetSaved>(),
  deckOptions: takes({ deck: id }).returns<DeckOptionsView>(),
  /** Null takes away what the deck says of its own. */
  saveDeckOptions: takes({
    deck: id,
    desiredRetention: limit,
    newPerDay: limit,
    reviewsPerDay: limit,
    today: v.optional(v.strictObject({ newPerDay: limit, reviewsPerDay: limit })),
  }).returns<DeckOptionsView>(),
};
