import type { Fault } from "../../contract/faults.ts";
import type { Deck, DeckId, Note } from "../../contract/shapes.ts";
import type { ExportView } from "../../contract/views.ts";
import type { NoteText } from "../codec/deckText/deckText.ts";
import { encode } from "../codec/deckText/encode.ts";
import type { Collection } from "../collection.ts";
import { decksWithin, pathOf } from "./decks.ts";

/**
 * A deck and the decks inside it as plain text, ids included, so that importing it again changes nothing. Decks come in the order
 * of their first notes, notes in theirs. Fault: `gone`.
 */
export function exportDeck(collection: Collection, id: DeckId): ExportView | Fault {
  const outer = collection.decks.get(id);
  if (!outer) return { code: "gone", detail: "deck" };
  const within = decksWithin(collection, id);
  const byDeck = new Map<DeckId, Note[]>([[id, []]]);
  const inside = [...collection.notes.values()].filter((note) => within.has(note.deck));
  for (const note of inside.sort((a, b) => a.position - b.position)) {
    const notes = byDeck.get(note.deck);
    if (notes) notes.push(note);
    else byDeck.set(note.deck, [note]);
  }
  const depth = pathOf(outer).length;
  const notes = [...byDeck].flatMap(([deckId, ofDeck]) => {
    const path = pathOf(collection.decks.get(deckId) ?? outer).slice(depth);
    return ofDeck.map((note) => written(note, path));
  });
  return { name: `${slug(outer)}.md`, text: encode({ ...outer, title: outer.name, notes }) };
}

const written = ({ id, type, fields, tags }: Note, path: string[]): NoteText => ({ id, type, path, fields, tags });

/** A file name that every system takes: some keep names such as "con" for themselves. */
function slug(deck: Deck): string {
  const words = deck.name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = Array.from(words.join("-")).slice(0, 60).join("").replace(/-$/, "");
  return /^(con|prn|aux|nul|com\d|lpt\d)?$/.test(name) ? `deck-${name}`.replace(/-$/, "") : name;
}
