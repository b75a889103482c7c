import { type Fault, isFault } from "../../contract/faults.ts";
import type { PresetField } from "../../contract/presets.ts";
import type { Deck, DeckId, Preset, Records } from "../../contract/shapes.ts";
import { type Collection, defaultPreset } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { foldName } from "../import/context.ts";
import { changePreset, type PresetInput } from "./change.ts";
import { fieldNames, fields } from "./fields.ts";

/** One undoable change to presets, in words for the history. */
export interface PresetChange {
  what: string;
  records: Records;
  /** Id of the preset that it is about. */
  preset: string;
}

const gone: Fault = { code: "gone", detail: "preset" };

/** The preset of that id; the default one is there even before it was stored. */
export const presetNamed = (collection: Collection, id: string): Preset | undefined =>
  collection.presets.get(id) ?? (id === defaultPreset.id ? defaultPreset : undefined);

/** Sets what is given, and gives it another name. Faults: `gone`, `badSetting` (also for a name that another preset has). */
export function savePreset(collection: Collection, id: string, input: PresetInput): PresetChange | Fault {
  const preset = presetNamed(collection, id);
  if (!preset) return gone;
  const changed = changePreset(preset, input);
  if (isFault(changed)) return changed;
  const name = input.name === undefined ? preset.name : freeName(collection, input.name, id);
  return isFault(name) ? name : stored(collection, { ...changed, name });
}

/** Takes back what was set: some fields, or all but the name. Fault: `gone`. */
export function resetPreset(
  collection: Collection,
  id: string,
  some: readonly PresetField[] = fields,
): PresetChange | Fault {
  const preset = presetNamed(collection, id);
  if (!preset) return gone;
  const usual = Object.fromEntries(some.map((field) => [field, defaultPreset[field]]));
  return stored(collection, { ...preset, ...usual });
}

/**
 * A preset with the usual values, or with those of another; given to a deck at once if one is named. What other programs keep of the
 * other one stays there: they know it by a number of its own. Faults: `gone`, `badSetting`.
 */
export function createPreset(
  collection: Collection,
  input: { name: string; from: string | null; deck: DeckId | null },
  newId: () => string,
): PresetChange | Fault {
  const model = presetNamed(collection, input.from ?? defaultPreset.id);
  if (!model) return gone;
  const { kept: _, ...values } = input.from === null ? defaultPreset : model;
  const deck = input.deck === null ? undefined : collection.decks.get(input.deck);
  if (input.deck !== null && !deck) return { code: "gone", detail: "deck" };
  const name = freeName(collection, input.name, null);
  if (isFault(name)) return name;
  const preset: Preset = { ...values, id: newId(), name };
  const decks: [Deck, Deck][] = deck ? [[deck, { ...deck, preset: preset.id }]] : [];
  return {
    what: deck ? `${name}: new, for ${deck.name}` : `${name}: new`,
    preset: preset.id,
    records: { presets: [[null, preset]], ...(decks.length > 0 && { decks }) },
  };
}

/** The preset goes, and its decks take the default one, which never goes. Faults: `gone`, `badSetting`. */
export function deletePreset(collection: Collection, id: string): PresetChange | Fault {
  if (id === defaultPreset.id)
    return { code: "badSetting", detail: "the default preset stays; decks without another one need it" };
  const preset = collection.presets.get(id);
  if (!preset) return gone;
  const decks = [...collection.decks.values()]
    .filter((deck) => deck.preset === id)
    .map((deck): [Deck, Deck] => [deck, { ...deck, preset: defaultPreset.id }]);
  return {
    what: `${preset.name}: deleted`,
    preset: defaultPreset.id,
    records: { presets: [[preset, null]], ...(decks.length > 0 && { decks }) },
  };
}

/** Gives a deck a preset, and the decks inside it if wished. Fault: `gone`. */
export function choosePreset(
  collection: Collection,
  input: { deck: DeckId; preset: string; inner: boolean },
): PresetChange | Fault {
  const deck = collection.decks.get(input.deck);
  if (!deck) return { code: "gone", detail: "deck" };
  const preset = presetNamed(collection, input.preset);
  if (!preset) return gone;
  const within = input.inner ? decksWithin(collection, deck.id) : [deck.id];
  const decks: [Deck, Deck][] = [];
  for (const id of within) {
    const own = collection.decks.get(id);
    if (own && own.preset !== preset.id) decks.push([own, { ...own, preset: preset.id }]);
  }
  return {
    what: `${preset.name}: for ${deck.name}`,
    preset: preset.id,
    records: decks.length > 0 ? { decks } : {},
  };
}

function stored(collection: Collection, preset: Preset): PresetChange {
  const before = presetNamed(collection, preset.id) as Preset;
  const changed = fields.filter((field) => !same(before[field], preset[field])).map((field) => fieldNames[field]);
  if (before.name !== preset.name) changed.unshift(`renamed from ${before.name}`);
  return {
    what: `${preset.name}: ${changed.length > 3 ? `${changed.length} settings` : changed.join(", ")}`,
    preset: preset.id,
    records: changed.length > 0 ? { presets: [[collection.presets.get(preset.id) ?? null, preset]] } : {},
  };
}

const longestName = 100;

/** The name as it is kept. Fault: `badSetting` for none at all, and for one that another preset has. */
function freeName(collection: Collection, wanted: string, own: string | null): string | Fault {
  const name = wanted.normalize("NFC").replace(/\s+/g, " ").trim();
  const refused = (detail: string): Fault => ({ code: "badSetting", detail });
  if (name === "") return refused("a preset needs a name");
  if (name.length > longestName) return refused(`the name of a preset has at most ${longestName} characters`);
  const folded = foldName(name);
  const others = [...collection.presets.values(), ...(collection.presets.has(defaultPreset.id) ? [] : [defaultPreset])];
  const other = others.find((each) => each.id !== own && foldName(each.name) === folded);
  return other ? refused(`there is a preset named “${other.name}” already`) : name;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
