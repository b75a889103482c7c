import type { Kept } from "../../../contract/shapes.ts";
import type { AnkiCol, AnkiCollection, AnkiGrave, AnkiReview } from "./collection.ts";
import { type Json, writeJson } from "./json.ts";

/** What belongs to the whole of a collection, and what of it Mneme has no place for. */
export interface KeptCollection {
  schema: number;
  /** How many notes it had: parts of them do not bring along what belonged to all. */
  notes: number;
  col: Omit<AnkiCol, "models" | "decks" | "dconf" | "ver">;
  graves: AnkiGrave[];
  /** JSON of those that were not brought, by their id: filtered decks, note types without notes. */
  models: Record<string, string>;
  decks: Record<string, string>;
  dconf: Record<string, string>;
  /** The log of cards that are gone. */
  orphans: AnkiReview[];
}

interface Left {
  models: Iterable<[string, Json]>;
  decks: Iterable<[string, Json]>;
  dconf: Iterable<[string, Json]>;
  orphans: AnkiReview[];
}

export function keptCollection({ schema, col, graves, notes }: AnkiCollection, left: Left): Kept {
  const { models: _, decks: __, dconf: ___, ver: ____, ...row } = col;
  const texts = (all: Iterable<[string, Json]>) =>
    Object.fromEntries([...all].map(([id, value]) => [id, writeJson(value)]));
  const kept: KeptCollection = {
    schema,
    notes: notes.length,
    col: row,
    graves,
    models: texts(left.models),
    decks: texts(left.decks),
    dconf: texts(left.dconf),
    orphans: left.orphans,
  };
  return { anki: JSON.stringify(kept) };
}

/** Null for what is no such text. */
export function readKeptCollection(kept: Kept | undefined): KeptCollection | null {
  if (kept?.anki === undefined) return null;
  try {
    const value = JSON.parse(kept.anki) as KeptCollection;
    return typeof value?.col?.conf === "string" && Array.isArray(value.graves) ? value : null;
  } catch {
    return null;
  }
}
