import type { Deck, DeckId, Note, NoteType, Records } from "../../contract/shapes.ts";
import type { ImportView } from "../../contract/views.ts";
import type { DeckText, NoteText } from "../codec/deckText/deckText.ts";
import { decode } from "../codec/deckText/decode.ts";
import type { Collection } from "../collection.ts";
import { sameFields, sameTags } from "../note/fields.ts";
import { lastPosition } from "../note/lastPosition.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { deckName, growDecks } from "./growDecks.ts";
import { matchNotes } from "./matchNotes.ts";

/**
 * Brings a deck in plain text into the collection. A note that is there already (`matchNotes`) takes what the text says and
 * keeps its schedule; others are new and come after all that exist; notes that the text lacks stay. `name` is the file's, for
 * a text without a title; `at` is when new notes are created. Without a single good note there are no records.
 */
export function importDeck(
  collection: Collection,
  { name, text }: { name: string; text: string },
  at: number,
  newId: () => string,
): { records: Records; view: ImportView } {
  const { deck: read, problems } = decode(text);
  if (read.notes.length === 0) return { records: {}, view: { decks: [], added: 0, changed: 0, same: 0, problems } };
  const title = deckName([read.title]) || deckName([name.replace(/\.[^.]*$/, "")]) || "Deck";
  const decks = growDecks(collection, newId);
  const outer = decks.at(title);
  if (read.title !== "") decks.put(described(outer, read));

  const placed = read.notes.map((note) => ({ note, deck: decks.at(deckName([title, ...note.path])) }));
  const matches = matchNotes(collection, placed);
  const last = lastPosition(collection);
  const pairs = placed.map(({ note, deck }, i): [Note | null, Note] => {
    const before = matches[i] ?? null;
    if (before) return [before, updated(noteTypeOf(collection, before.type), before, note, deck.id, at)];
    const { type, fields, tags, id = newId() } = note;
    return [null, { id, type, deck: deck.id, fields, tags, position: last + 1 + i, created: at, modified: at }];
  });

  const notes = pairs.filter(([before, after]) => before !== after);
  const added = notes.filter(([before]) => before === null).length;
  const changed = decks.records();
  const records: Records = {
    ...(changed.length > 0 && { decks: changed }),
    ...(notes.length > 0 && { notes }),
  };
  const names = new Set([title, ...placed.map(({ deck }) => deck.name)]);
  const counts = { added, changed: notes.length - added, same: pairs.length - notes.length };
  return { records, view: { decks: [...names], ...counts, problems } };
}

function described(deck: Deck, { description, language, source, licence, asOf }: DeckText): Deck {
  return { ...deck, description, language, source, licence, asOf };
}

/**
 * The very same note if the text says nothing new. Fields that the person added to the type, which no text has, stay; so does what is
 * kept of fields that the person deleted.
 */
function updated(own: NoteType, note: Note, { type, tags, ...said }: NoteText, deck: DeckId, at: number): Note {
  const has = (field: string) => own.fields.some(({ id }) => id === field);
  const told = Object.entries(said.fields).filter(([field, text]) => text !== "" || has(field));
  const fields = note.type === type ? { ...note.fields, ...Object.fromEntries(told) } : said.fields;
  const same = note.type === type && note.deck === deck && sameFields(note.fields, fields) && sameTags(note.tags, tags);
  return same ? note : { ...note, type, deck, fields, tags, modified: at };
}
