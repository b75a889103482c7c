import type { Deck, DeckId, NoteType, NoteTypeId, Preset } from "../../../contract/shapes.ts";
import { defaultPreset } from "../../collection.ts";
import { stockType } from "../../note/noteTypes.ts";
import type { Parcel } from "../../parcel/parcel.ts";
import { startOf } from "../../schedule/day.ts";
import { dayFinder } from "../../schedule/dayFinder.ts";
import { deckKey } from "./deckNames.ts";
import type { Options } from "./fromParcel.ts";
import { numberFor, numberTaker } from "./ids.ts";
import { idOf, type Json, readObject, truthOf } from "./json.ts";
import { keptText } from "./kept.ts";
import { type KeptCollection, readKeptCollection } from "./keptCollection.ts";
import { defaultDeck } from "./readDecks.ts";
import { type Frame, frameOf, type LimitRules, limitRules, withLimitRules } from "./writeCollection.ts";
import { type DeckWriting, writeDeck } from "./writeDeck.ts";
import { noteTypeNumber, writeNoteType } from "./writeNoteType.ts";
import { usualPreset, writePreset } from "./writePreset.ts";

/** All that notes and cards need while they are written, and the JSON of what they lie in. */
export interface Writing extends Options {
  kept: KeptCollection | null;
  /** Whether all that came with the collection goes back, and with it what belonged to the whole. */
  isWhole: boolean;
  frame: Frame;
  models: Map<string, Json>;
  decks: Map<string, Json>;
  dconf: Map<string, Json>;
  types: Map<NoteTypeId, { type: NoteType; mid: number }>;
  /** Number and preset of a deck. */
  deckOf: (id: DeckId) => { did: number; preset: Preset };
  filtered: ReadonlySet<number>;
  today: number;
  dayOf: (ms: number) => number;
  startOf: (day: number) => number;
}

export function settingOf(parcel: Parcel, options: Options): Writing {
  const kept = readKeptCollection(parcel.kept);
  const isWhole = kept !== null && parcel.notes.length >= kept.notes;
  const dayOf = dayFinder(options.calendar);
  const today = dayOf(options.now);
  const frame = frameOf(kept, { ...options, earliest: earliest(parcel, today, dayOf) });
  const was = limitRules(frame.col.conf);
  const rules: LimitRules = {
    beside: besideOf(parcel, options.presets, was),
    fromTop: parcel.limitsFromTop ?? was.fromTop,
  };
  const presets = writePresets(parcel, options.presets, rules.beside, isWhole ? kept : null);
  const decks = writeDecks(parcel, presets, { ...options, creation: frame.creation }, isWhole ? kept : null);
  const filtered = [...decks.json].filter(([, raw]) => truthOf(raw.dyn)).map(([id]) => Number(id));
  return {
    ...options,
    ...{ kept, isWhole, today, dayOf },
    ...writeTypes(parcel, isWhole ? kept : null),
    frame: { ...frame, col: { ...frame.col, conf: withLimitRules(frame.col.conf, rules) } },
    decks: decks.json,
    dconf: presets.json,
    deckOf: (id) => decks.byId.get(id) ?? decks.usual,
    filtered: new Set(options.schedule ? filtered : []),
    startOf: (day) => startOf(day, options.calendar),
  };
}

/** What Anki says of all presets at once: what they all say; else as it was. Of a package Anki takes no settings: each preset says it itself. */
function besideOf({ presets, whole, format }: Parcel, wanted: boolean, was: LimitRules): boolean {
  const said = new Set(
    wanted && whole && format !== "apkg" ? presets.map(({ newIgnoresReviews }) => newIgnoresReviews) : [],
  );
  const [only] = said;
  return said.size === 1 && only !== undefined ? only : was.beside;
}

/** No card may be due before the collection began. */
function earliest({ cards, notes }: Parcel, today: number, dayOf: (ms: number) => number): number {
  let first = today;
  for (const { phase, day } of cards) if (phase !== "new") first = Math.min(first, day);
  for (const { created } of notes) if (created > 0) first = Math.min(first, dayOf(created));
  return Math.max(first, 1);
}

interface WrittenPresets {
  json: Map<string, Json>;
  of(id: string): { number: number; preset: Preset };
}

function writePresets(parcel: Parcel, wanted: boolean, beside: boolean, kept: KeptCollection | null): WrittenPresets {
  const json = restored(kept?.dconf);
  const byId = new Map<string, { number: number; preset: Preset }>();
  const take = numberTaker();
  for (const preset of wanted ? parcel.presets : []) {
    const number = take(presetNumber(preset));
    byId.set(preset.id, { number, preset });
    json.set(String(number), writePreset(preset, number, beside));
  }
  if (!json.has("1")) json.set("1", wanted ? writePreset(defaultPreset, 1, beside) : usualPreset());
  const usual = byId.get("1") ?? { number: 1, preset: defaultPreset };
  return { json, of: (id) => byId.get(id) ?? usual };
}

function presetNumber(preset: Preset): number {
  const raw = readObject(keptText(preset) ?? "");
  return Number(idOf(raw?.id)) || (preset.id === defaultPreset.id ? 1 : numberFor(preset.id));
}

function writeDecks(
  parcel: Parcel,
  presets: WrittenPresets,
  options: Pick<DeckWriting, "schedule" | "presets" | "creation">,
  kept: KeptCollection | null,
) {
  const json = restored(kept?.decks);
  const byId = new Map<DeckId, { did: number; preset: Preset }>();
  const take = numberTaker();
  for (const deck of parcel.decks) {
    const { number, preset } = presets.of(deck.preset);
    const did = take(deckNumber(deck));
    byId.set(deck.id, { did, preset });
    json.set(String(did), writeDeck(deck, { ...options, id: did, preset: number }));
  }
  const usual = { did: 1, preset: presets.of("default").preset };
  if (!json.has(defaultDeck)) json.set(defaultDeck, writeDeck(emptyDefault, { ...options, id: 1, preset: 1 }));
  return { json, byId, usual };
}

const emptyDefault: Deck = {
  ...{ id: defaultDeck, name: "Default", description: "", language: "", source: "", licence: "", asOf: "" },
  preset: "default",
};

function deckNumber(deck: Deck): number {
  const raw = readObject(keptText(deck) ?? "");
  return Number(idOf(raw?.id)) || (deckKey(deck.name) === "default" ? 1 : numberFor(deck.id));
}

function writeTypes(parcel: Parcel, kept: KeptCollection | null): Pick<Writing, "models" | "types"> {
  const models = restored(kept?.models);
  const types: Writing["types"] = new Map();
  const take = numberTaker();
  const own = new Map(parcel.noteTypes.map((type) => [type.id, type]));
  const used = new Set([...own.keys(), ...parcel.notes.map(({ type }) => type)]);
  for (const id of used) {
    const type = own.get(id) ?? stockType(id);
    if (!type) continue;
    const mid = take(noteTypeNumber(type));
    types.set(id, { type, mid });
    models.set(String(mid), writeNoteType(type, mid));
  }
  return { models, types };
}

const restored = (texts: Record<string, string> | undefined): Map<string, Json> =>
  new Map(
    Object.entries(texts ?? {}).flatMap(([id, text]): [string, Json][] => {
      const raw = readObject(text);
      return raw ? [[id, raw]] : [];
    }),
  );
