import type { Deck, DeckId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";

/** The names that lead to a deck, outermost first. */
export const pathOf = (deck: Deck): string[] => deck.name.split("::");

/** The outermost deck's name. */
export const rootOf = (deck: Deck): string => deck.name.split("::", 1)[0] ?? "";

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Outer decks before inner ones, "10" after "9". */
export function sortedDecks(collection: Collection): Deck[] {
  return [...collection.decks.values()].sort((a, b) => comparePaths(pathOf(a), pathOf(b)));
}

function comparePaths(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = natural.compare(a[i] ?? "", b[i] ?? "");
    if (order) return order;
  }
  return a.length - b.length;
}

/** Ids of a deck and all decks inside it; of every deck for null; none for a deck that is gone. */
export function decksWithin(collection: Collection, deck: DeckId | null): Set<DeckId> {
  if (deck === null) return new Set(collection.decks.keys());
  const outer = collection.decks.get(deck)?.name;
  if (outer === undefined) return new Set();
  const inside = [...collection.decks.values()].filter((d) => d.name === outer || d.name.startsWith(`${outer}::`));
  return new Set(inside.map((d) => d.id));
}
