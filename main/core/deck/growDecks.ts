import type { Deck } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";

/** One name of the parts of a path. Colons and blanks at the ends of parts go, and empty parts; 200 characters of each stay. */
export const deckName = (path: readonly string[]): string =>
  path
    .join("::")
    .normalize("NFC")
    .split("::")
    .map((part) =>
      part
        .trimStart()
        .slice(0, 200)
        .replace(/^[:\s]+|[:\s]+$/g, ""),
    )
    .filter((part) => part !== "")
    .join("::");

/** The collection's decks by name, with those that are missing made on the way. Nothing changes until `records` are applied. */
export function growDecks(collection: Collection, newId: () => string) {
  const before = new Map([...collection.decks.values()].map((deck) => [deck.name, deck]));
  const after = new Map<string, Deck>();

  /** The deck of a name; it and the decks around it are made if they are not there. An inner deck takes its outer deck's preset. */
  function at(name: string): Deck {
    const known = after.get(name) ?? before.get(name);
    if (known) return known;
    let preset = "default";
    const parts = name.split("::");
    for (let depth = 1; depth <= parts.length; depth++) {
      const part = parts.slice(0, depth).join("::");
      const deck = after.get(part) ?? before.get(part) ?? emptyDeck(newId(), part, preset);
      if (!before.has(part)) after.set(part, deck);
      preset = deck.preset;
    }
    return after.get(name) as Deck;
  }

  return {
    at,
    /** Says something new of a deck. */
    put: (deck: Deck) => void after.set(deck.name, deck),
    records: (): [Deck | null, Deck][] =>
      [...after.values()]
        .map((deck): [Deck | null, Deck] => [before.get(deck.name) ?? null, deck])
        .filter(([old, deck]) => old === null || JSON.stringify(old) !== JSON.stringify(deck)),
  };
}

function emptyDeck(id: string, name: string, preset: string): Deck {
  return { id, name, description: "", language: "", source: "", licence: "", asOf: "", preset };
}
