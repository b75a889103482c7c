import type { Fault } from "../../contract/faults.ts";
import type { Note, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { deckName, growDecks } from "../deck/growDecks.ts";
import { noteRecords } from "./chosen.ts";

/** Notes with all their cards go to the deck of that name, which is made if it is not there. Fault: `badChange`. */
export function moveNotes(
  collection: Collection,
  notes: readonly Note[],
  name: string,
  newId: () => string,
): Records | Fault {
  const wanted = deckName([name]);
  if (wanted === "") return { code: "badChange", detail: "the deck needs a name" };
  const decks = growDecks(collection, newId);
  const deck = decks.at(wanted);
  const moved = noteRecords(notes, (note) => (note.deck === deck.id ? note : { ...note, deck: deck.id }));
  if (!moved.notes) return {};
  const grown = decks.records();
  return { ...(grown.length > 0 && { decks: grown }), ...moved };
}
