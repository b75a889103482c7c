import type { Deck } from "../../../contract/shapes.ts";
import type { AnkiCard } from "./collection.ts";
import { defaultDeck, type ReadDecks } from "./readDecks.ts";

interface Home {
  deck: Deck;
  /** Anki's number of it. */
  did: number;
  /** The one that the card names is not there. */
  lost: boolean;
}

/** The deck where a card is at home: never a filtered one. */
export function homeOf({ did, odid }: Pick<AnkiCard, "did" | "odid">, { byId, filtered }: ReadDecks): Home {
  const named = odid !== 0 && (filtered.has(String(did)) || !byId.has(String(did))) ? odid : did;
  const deck = byId.get(String(named));
  if (deck) return { deck, did: named, lost: false };
  return { deck: byId.get(defaultDeck) as Deck, did: Number(defaultDeck), lost: true };
}
