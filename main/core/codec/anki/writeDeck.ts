import type { Deck } from "../../../contract/shapes.ts";
import { ankiDeckName } from "./deckNames.ts";
import { idOf, type Json, readObject } from "./json.ts";
import { keptText } from "./kept.ts";
import { putLimits, readLimits } from "./limits.ts";
import { ownOf } from "./mnemeKey.ts";
import { patch, withOwn } from "./patch.ts";

const today = [0, 0];

const newDeck = (): Json => ({
  ...{ id: 1, mod: 0, name: "", usn: -1, lrnToday: today, revToday: today, newToday: today, timeToday: today },
  ...{ collapsed: false, browserCollapsed: false, desc: "", dyn: 0, conf: 1, extendNew: 0, extendRev: 0 },
  ...{ reviewLimit: null, newLimit: null, reviewLimitToday: null, newLimitToday: null, desiredRetention: null },
});

export interface DeckWriting {
  id: number;
  preset: number;
  schedule: boolean;
  /** Without them its own limits stay at home, like its preset. */
  presets: boolean;
  /** The study day from which the collection counts. */
  creation: number;
}

/** The deck as Anki has it. `preset` is the number of its preset there; without a schedule nothing was studied in it. */
export function writeDeck(deck: Deck, { id, preset, schedule, presets, creation }: DeckWriting): Json {
  const text = keptText(deck);
  const raw = text === null ? null : readObject(text);
  const next = patch(raw ?? newDeck());
  next.put("id", raw ? idOf(raw.id) : "", String(id), id);
  next.put("name", raw ? ankiDeckName(String(raw.name)) : "", deck.name, deck.name);
  next.put("desc", raw?.desc ?? "", deck.description, deck.description);
  next.put("conf", raw ? idOf(raw.conf) : "1", String(preset), preset);
  putLimits(next, raw ? readLimits(raw, creation) : {}, presets ? deck : {}, creation);
  if (!schedule)
    for (const key of ["lrnToday", "revToday", "newToday", "timeToday"])
      next.put(key, raw?.[key] ?? today, today, today);
  const said = (key: "language" | "source" | "licence" | "asOf") => deck[key] || undefined;
  const { id: before } = raw ? ownOf(raw) : { id: deck.id === String(id) ? undefined : deck.id };
  return withOwn(next.done(), {
    id: before,
    ...{ language: said("language"), source: said("source"), licence: said("licence"), asOf: said("asOf") },
  });
}
