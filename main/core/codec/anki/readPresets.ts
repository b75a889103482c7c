import type { Preset } from "../../../contract/shapes.ts";
import { idOf, isObject, type Json, writeJson } from "./json.ts";
import { keeping } from "./kept.ts";
import type { Problems } from "./problems.ts";
import { type ReplayRules, readPreset, replayRules } from "./readPreset.ts";

export interface ReadPresets {
  /** By Anki's id. */
  byId: Map<string, Preset>;
  raw: Map<string, Json>;
  /** By the id in the parcel. */
  rules: Map<string, ReplayRules>;
}

/** `beside`: whether new cards ignore the limit of reviews. */
export function readPresets(all: Json, beside: boolean, problems: Problems): ReadPresets {
  const presets: ReadPresets = { byId: new Map(), raw: new Map(), rules: new Map() };
  for (const [key, value] of Object.entries(all)) {
    const id = isObject(value) ? idOf(value.id) || idOf(key) : "";
    if (!isObject(value) || id === "") {
      problems.of("the presets", `A preset “${key.slice(0, 50)}” says nothing that can be read.`);
      continue;
    }
    const preset = readPreset(value, id, beside);
    presets.raw.set(id, value);
    presets.byId.set(id, { ...preset, ...keeping(writeJson(value)) });
    presets.rules.set(preset.id, replayRules(value));
  }
  return presets;
}
