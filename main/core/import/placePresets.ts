import type { Preset } from "../../contract/shapes.ts";
import { type Collection, defaultPreset } from "../collection.ts";
import { type Context, foldName, originOf, ownId, unusedName, withOrigin } from "./context.ts";

export interface PlacedPresets {
  /** The id here of a preset of the parcel; undefined where its decks take what is usual here. */
  of(id: string): string | undefined;
  /** Whether decks that are there already take them too. */
  wanted: boolean;
  pairs: [Preset | null, Preset][];
}

/** How presets are called that every collection has: here, and in Anki. */
const usual = new Set(["default", "1"]);

/**
 * Presets of a parcel beside those that are there. One with a known id stays as it is here, and one that is called and schedules as one of mine is that. The usual one of a parcel becomes the usual
 * one here while the person has not touched that. Unless they are wanted none comes, and decks take what is usual.
 */
export function placePresets(
  collection: Collection,
  presets: readonly Preset[],
  wanted: boolean,
  { newId }: Context,
): PlacedPresets {
  if (!wanted) {
    const known = (id: string) => (!usual.has(id) && collection.presets.has(id) ? id : undefined);
    return { of: known, wanted, pairs: [] };
  }
  const own = collection.presets.get("default") ?? null;
  const isTouched = own !== null && !sameSettings(own, defaultPreset);
  const origins = new Map<string, string>();
  for (const preset of collection.presets.values()) {
    const from = originOf(preset);
    if (from !== null) origins.set(from, preset.id);
  }
  const named = new Map([...collection.presets.values()].map((preset) => [foldName(preset.name), preset]));
  const names = new Set(named.keys());
  const ids = new Map<string, string>();
  const used = new Set<string>();
  const pairs: [Preset | null, Preset][] = [];
  for (const preset of presets) {
    if (ids.has(preset.id)) continue;
    const namesake = named.get(foldName(preset.name));
    const alike = namesake && sameSettings(namesake, preset) ? namesake.id : undefined;
    const known = origins.get(preset.id) ?? (collection.presets.has(preset.id) ? preset.id : alike);
    const isUsual = usual.has(preset.id) && !used.has("default");
    if (known !== undefined && (known !== "default" || isTouched || !isUsual || origins.has(preset.id))) {
      ids.set(preset.id, known);
    } else if (isUsual && (!isTouched || (own && sameSettings(own, preset)))) {
      used.add("default");
      ids.set(preset.id, "default");
      const next = withOrigin({ ...preset, id: "default" }, preset);
      if (!own || JSON.stringify(own) !== JSON.stringify(next)) pairs.push([own, next]);
    } else {
      const id = ownId(preset.id, (each) => collection.presets.has(each), used, newId);
      const name = unusedName(preset.name, (each) => names.has(each));
      names.add(foldName(name));
      ids.set(preset.id, id);
      pairs.push([null, withOrigin({ ...preset, id, name }, preset)]);
    }
  }
  return { of: (id) => ids.get(id), wanted, pairs };
}

/** Whether two presets schedule alike, whatever they are called and whoever keeps what of them. */
const sameSettings = (a: Preset, b: Preset): boolean => settings(a) === settings(b);

const settings = ({ id: _, name: __, kept: ___, ...rest }: Preset) =>
  JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
