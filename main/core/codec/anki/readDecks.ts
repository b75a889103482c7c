import type { Deck } from "../../../contract/shapes.ts";
import { ankiDeckName, deckKey } from "./deckNames.ts";
import { idOf, isObject, type Json, textOf, truthOf, writeJson } from "./json.ts";
import { keeping } from "./kept.ts";
import { readLimits } from "./limits.ts";
import { foreignId, ownOf } from "./mnemeKey.ts";
import type { Problems } from "./problems.ts";

export const defaultDeck = "1";

export interface ReadDecks {
  /** By Anki's id: normal decks only. Two ids may lead to the same deck. */
  byId: Map<string, Deck>;
  /** Ids of filtered decks. */
  filtered: Set<string>;
  raw: Map<string, Json>;
}

interface Finding {
  presetOf: (id: string) => string;
  /** The study day from which the collection counts. */
  creation: number;
}

/** The decks of a collection. Where two names differ in case only, the second is the first. */
export function readDecks(all: Json, finding: Finding, problems: Problems): ReadDecks {
  const raw = new Map<string, Json>();
  for (const [key, value] of Object.entries(all)) {
    const id = isObject(value) ? idOf(value.id) || idOf(key) : "";
    if (!isObject(value) || id === "")
      problems.of("the decks", `A deck “${key.slice(0, 50)}” says nothing that can be read.`);
    else raw.set(id, value);
  }
  if (!raw.has(defaultDeck)) raw.set(defaultDeck, { name: "Default" });
  const byName = new Map<string, Deck>();
  const decks: ReadDecks = { byId: new Map(), filtered: new Set(), raw };
  for (const [id, value] of raw) {
    if (truthOf(value.dyn) && id !== defaultDeck) decks.filtered.add(id);
    else decks.byId.set(id, readDeck(value, id, finding, byName, problems));
  }
  return decks;
}

function readDeck(
  raw: Json,
  id: string,
  { presetOf, creation }: Finding,
  byName: Map<string, Deck>,
  problems: Problems,
): Deck {
  const own = ownOf(raw);
  const written = textOf(raw.name);
  const name = ankiDeckName(written);
  const same = byName.get(deckKey(name));
  if (same) {
    problems.of(`deck ${id}`, `There are two decks named “${name}”: they become one.`);
    return same;
  }
  if (name !== written) problems.of(`deck ${id}`, `Its name cannot be used as it is, so it is called “${name}”.`);
  const deck: Deck = {
    id: foreignId(own.id) || id,
    name,
    description: textOf(raw.desc),
    language: textOf(own.language),
    source: textOf(own.source),
    licence: textOf(own.licence),
    asOf: textOf(own.asOf),
    preset: presetOf(idOf(raw.conf) || "1"),
    ...readLimits(raw, creation),
    ...keeping(writeJson(raw)),
  };
  byName.set(deckKey(name), deck);
  return deck;
}
