import type { Card, CardId, Deck, NoteType, Preset, Review } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import type { Parcel, ParcelNote } from "../../parcel/parcel.ts";
import type { AnkiCollection } from "./collection.ts";
import { gatherNotes } from "./gatherNotes.ts";
import type { Json } from "./json.ts";
import { keptCollection } from "./keptCollection.ts";
import { defaultDeck } from "./readDecks.ts";
import { type Before, deriveReview, follow, keptReview, readReview, sharing, unseen } from "./readReviews.ts";
import { type Reading, type Scene, sceneOf } from "./scene.ts";

/**
 * What an Anki collection says, in Mneme's shapes. Ids are Anki's as texts, of cards `<note id>/<ordinal>`. What Mneme has no place for
 * is kept, so that `fromParcel` gives back the same rows. Whatever is wrong in parts is mended or left out, and told.
 */
export function toParcel(anki: AnkiCollection, reading: Reading): Parcel {
  const scene = sceneOf(anki, reading);
  const { notes, cards, ids } = gatherNotes(scene);
  const reviews = readReviews(scene, ids);
  const decks = broughtDecks(scene, notes, cards);
  const noteTypes = broughtTypes(scene, notes);
  const presets = broughtPresets(scene, decks);
  const kept = keptCollection(anki, {
    models: without(scene.types.raw, scene.types.byId, noteTypes),
    decks: without(scene.decks.raw, scene.decks.byId, decks),
    dconf: without(scene.presets.raw, scene.presets.byId, presets),
    orphans: scene.log.orphans,
  });
  const { format, whole, media } = reading;
  const { limitsFromTop } = scene;
  return {
    format,
    whole,
    decks,
    presets,
    noteTypes,
    notes,
    cards,
    reviews,
    media,
    kept,
    ...(limitsFromTop && { limitsFromTop }),
    problems: scene.problems.list(),
  };
}

function readReviews({ log, dayOf, three }: Scene, ids: ReadonlyMap<number, CardId>): Review[] {
  const shared = sharing();
  const before = new Map<number, Before>();
  const reviews: Review[] = [];
  for (const row of log.rows) {
    const card = ids.get(row.cid);
    if (card === undefined) continue;
    const past = before.get(row.cid) ?? unseen();
    before.set(row.cid, past);
    const day = dayOf(row.id);
    const review = readReview(row, card, past, day, three);
    const kept = keptReview(row, deriveReview(review, row.cid, past, three));
    if (kept !== null) review.kept = shared(kept);
    reviews.push(review);
    follow(past, row, day);
  }
  return reviews;
}

/** Every deck but the one that every collection has, if nothing is in it. */
function broughtDecks({ decks: { byId } }: Scene, notes: readonly ParcelNote[], cards: readonly Card[]): Deck[] {
  const usual = byId.get(defaultDeck) as Deck;
  const decks = [...new Set(byId.values())];
  const isUsed =
    notes.some(({ deck }) => deck === usual.id) ||
    cards.some(({ deck }) => deck === usual.id) ||
    decks.some(({ name }) => name.startsWith(`${usual.name}::`));
  return isUsed ? decks : decks.filter((deck) => deck !== usual);
}

/** Of a package those that its notes are of; of a whole collection all. */
function broughtTypes({ whole, types: { byId } }: Scene, notes: readonly ParcelNote[]): NoteType[] {
  const used = new Set(notes.map(({ type }) => type));
  return [...byId.values()].filter(({ id }) => whole || used.has(id));
}

function broughtPresets({ whole, presets: { byId } }: Scene, decks: readonly Deck[]): Preset[] {
  const used = new Set(decks.map(({ preset }) => preset));
  return [...byId.values()].filter((preset) => (whole || used.has(preset.id)) && !isUsual(preset));
}

/** The preset that every collection of Mneme's has, unless it was changed. */
function isUsual({ kept: _, ...preset }: Preset): boolean {
  return preset.id === defaultPreset.id && JSON.stringify(preset) === JSON.stringify(defaultPreset);
}

/** The JSON of what is not brought. */
function without<T>(
  raw: ReadonlyMap<string, Json>,
  read: ReadonlyMap<string, T>,
  brought: readonly T[],
): [string, Json][] {
  const there = new Set(brought);
  return [...raw].filter(([id]) => !there.has(read.get(id) as T));
}
