import type { Deck } from "../../../contract/shapes.ts";
import type { AnkiCard } from "./collection.ts";
import { defaultDeck, type ReadDecks } from "./readDecks.ts";

/** The deck where a card is at home: never a filtered one. `lost`: the one that it names is not there. */
export function homeOf({ did, odid }: AnkiCard, { byId, filtered }: ReadDecks): { deck: Deck; lost: boolean } {
  const deck = byId.get(String(odid !== 0 && filtered.has(String(did)) ? odid : did)) ?? byId.get(String(odid));
  if (deck) return { deck, lost: false };
  return { deck: byId.get(defaultDeck) as Deck, lost: true };
}
