import type { Fault } from "../../contract/faults.ts";
import type { Deck, DeckId, Records } from "../../contract/shapes.ts";
import { placeCards } from "../bulk/moveCards.ts";
import { type Collection, deckOf } from "../collection.ts";
import { deckName, growDecks } from "./growDecks.ts";

/** A new deck of that name, and those around it that are missing. Faults: `badChange`. */
export function createDeck(
  collection: Collection,
  name: string,
  newId: () => string,
): { records: Records; deck: Deck } | Fault {
  const wanted = deckName([name]);
  if (wanted === "") return { code: "badChange", detail: "the deck needs a name" };
  if (named(collection, wanted)) return { code: "badChange", detail: `there is a deck named “${wanted}” already` };
  const decks = growDecks(collection, newId);
  const deck = decks.at(wanted);
  return { records: { decks: decks.records() }, deck };
}

/**
 * Gives a deck another name or place; the decks inside it go along. Where a deck of the new name is there already, `merge`
 * brings the notes into it; otherwise that is refused. Faults: `gone`, `badChange`.
 */
export function renameDeck(
  collection: Collection,
  { deck: id, name, merge }: { deck: DeckId; name: string; merge: boolean },
  newId: () => string,
): { records: Records; deck: DeckId } | Fault {
  const deck = collection.decks.get(id);
  if (!deck) return { code: "gone", detail: "deck" };
  const wanted = deckName([name]);
  if (wanted === "") return { code: "badChange", detail: "the deck needs a name" };
  if (wanted === deck.name) return { records: {}, deck: id };
  if (wanted.startsWith(`${deck.name}::`))
    return { code: "badChange", detail: `a deck cannot lie inside itself: “${wanted}”` };

  const moving = [...collection.decks.values()].filter((d) => d.id === id || d.name.startsWith(`${deck.name}::`));
  const nameAfter = (own: Deck) => wanted + own.name.slice(deck.name.length);
  const ids = new Set(moving.map((own) => own.id));
  const into = new Map<DeckId, Deck>();
  for (const own of moving) {
    const there = named(collection, nameAfter(own));
    if (there && !ids.has(there.id)) into.set(own.id, there);
  }
  const [clash] = into.values();
  if (clash && !merge) return { code: "badChange", detail: `there is a deck named “${clash.name}” already` };

  const around = outerNames(wanted).filter((outer) => !named(collection, outer));
  const grown = growDecks(collection, newId);
  for (const outer of around) grown.at(outer);
  const decks: [Deck | null, Deck | null][] = [
    ...grown.records(),
    ...moving.map((own): [Deck, Deck | null] => [own, into.has(own.id) ? null : { ...own, name: nameAfter(own) }]),
  ];
  const moved =
    into.size === 0
      ? {}
      : placeCards(
          collection,
          [...collection.notes.values()],
          (note, card) => into.get(deckOf(note, card))?.id ?? null,
        );
  return { records: { decks, ...moved }, deck: into.get(id)?.id ?? id };
}

const named = (collection: Collection, name: string): Deck | undefined => {
  for (const deck of collection.decks.values()) if (deck.name === name) return deck;
  return undefined;
};

const outerNames = (name: string): string[] => {
  const parts = name.split("::");
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join("::"));
};
