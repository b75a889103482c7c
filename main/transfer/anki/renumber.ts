import type { AnkiCol } from "../../core/codec/anki/collection.ts";
import type { Ids } from "./ids.ts";
import { isObject, type JsonObject, objectIn, writeJson } from "./json.ts";

const possible = /^[1-9]\d{0,15}$/;

/** The texts of note types and decks, with new ids for those that cannot be one; rows that name them follow by the same `Ids`. */
export function renumbered(col: AnkiCol, noteTypes: Ids, decks: Ids): Pick<AnkiCol, "models" | "decks"> {
  return { models: withIds(col.models, noteTypes), decks: withIds(col.decks, decks) };
}

function withIds(text: string, ids: Ids): string {
  const json = objectIn(text);
  if (!json || Object.keys(json).every((key) => possible.test(key) && ids.of(key) === Number(key))) return text;
  const fresh: JsonObject = {};
  for (const [key, value] of Object.entries(json)) {
    const id = ids.of(key);
    fresh[id] = isObject(value) ? { ...value, id } : value;
  }
  return writeJson(fresh);
}
