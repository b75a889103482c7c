import type { Deck, DeckId, Note, NoteTypeId } from "../../contract/shapes.ts";
import type { NoteText } from "../codec/deckText/deckText.ts";
import type { Collection } from "../collection.ts";
import { noteTypeOf } from "../note/noteTypes.ts";

/**
 * The note in the collection that each note of a text is, if any: the one with its id, in whatever deck; else the first one of
 * the same type and deck with the same first field. None is matched twice.
 */
export function matchNotes(collection: Collection, placed: readonly { note: NoteText; deck: Deck }[]): (Note | null)[] {
  const byId = placed.map(({ note }) => (note.id === undefined ? null : (collection.notes.get(note.id) ?? null)));
  const taken = new Set(byId);
  const decks = new Set(placed.map(({ deck }) => deck.id));
  const candidates = [...collection.notes.values()].filter((note) => decks.has(note.deck) && !taken.has(note));
  const byContent = new Map<string, Note[]>();
  for (const note of candidates.sort((a, b) => b.position - a.position)) {
    const key = contentKey(collection, note, note.deck);
    const alike = byContent.get(key);
    if (alike) alike.push(note);
    else byContent.set(key, [note]);
  }
  return placed.map(
    ({ note, deck }, i) => byId[i] ?? byContent.get(contentKey(collection, note, deck.id))?.pop() ?? null,
  );
}

function contentKey(
  collection: Collection,
  { type, fields }: { type: NoteTypeId; fields: Record<string, string> },
  deck: DeckId,
): string {
  return JSON.stringify([type, deck, fields[noteTypeOf(collection, type).fields[0]?.id ?? ""]]);
}
