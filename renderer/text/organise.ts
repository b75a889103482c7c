import type { DeckEffects } from "../../main/contract/browse.ts";
import { deckName } from "./cells.ts";
import { count } from "./numbers.ts";

const cards = (n: number): string => count(n, "card");
const notes = (n: number): string => count(n, "note");
const named = (deck: string): string => `“${deckName(deck)}”`;

/** Decks, tags and saved searches put in order. */
export const organise = {
  saveTitle: "Save this search",
  name: "Name",
  save: "Save",
  savedSearch: (name: string): string => `Saved as “${name}”.`,
  deletedSearch: (name: string): string => `The search “${name}” is deleted.`,

  newDeckTitle: "New deck",
  newDeckIn: (name: string): string => `New deck inside ${named(name)}`,
  create: "Create",
  createdDeck: (name: string): string => `${named(name)} is here.`,
  renamedTo: (name: string): string => `Now ${named(name)}.`,
  renameTitle: (name: string): string => `Rename ${named(name)}`,
  renameHelp: "With :: it lies inside another: Languages::Georgian.",
  renameButton: "Rename",
  mergeTitle: "Put them together?",
  merge: (name: string): string => `There is a deck ${named(name)} already. Its cards and these would lie in one deck.`,
  mergeButton: "Put together",
  deleteDeckTitle: (name: string): string => `Delete ${named(name)}`,
  holds: ({ decks, cards: c, notes: n }: DeckEffects): string =>
    c === 0
      ? "It is empty."
      : `It holds ${cards(c)} of ${notes(n)}${decks > 1 ? ` in ${count(decks, "deck")}` : ""}. What becomes of them?`,
  deleteCards: "They are deleted too",
  moveCards: "They move to",
  deleteButton: "Delete deck",
  deletedDeck: (name: string): string => `${named(name)} is deleted.`,
  renamedTag: (n: number, tag: string, name: string): string =>
    `${notes(n)}: the tag ${named(tag)} is now ${named(name)}.`,
  deletedTag: (n: number): string => `The tag is gone from ${notes(n)}.`,
  treeMenu: {
    search: "Search for it",
    and: "Add with and",
    or: "Add with or",
    not: "Leave it out",
    rename: "Rename",
    remove: "Delete …",
    newDeck: "New deck inside …",
    export: "Export …",
    top: "Move to the top",
  },
};
