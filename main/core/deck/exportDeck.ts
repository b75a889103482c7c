import type { Fault } from "../../contract/faults.ts";
import type { DeckId, Note, NoteType, NoteTypeId } from "../../contract/shapes.ts";
import type { ExportView } from "../../contract/views.ts";
import type { NoteText } from "../codec/deckText/deckText.ts";
import { encode } from "../codec/deckText/encode.ts";
import { common, kinds } from "../codec/deckText/keys.ts";
import type { Collection } from "../collection.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { decksWithin, pathOf } from "./decks.ts";
import { fileName } from "./fileName.ts";

/**
 * A deck and the decks inside it as plain text, ids included, so that importing it again changes nothing. Decks come in the order
 * of their first notes, notes in theirs. Notes of types for which plain text has no form are counted. Fault: `gone`.
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
  const carried = (note: Note) => isCarried(noteTypeOf(collection, note.type));
  const notes = [...byDeck].flatMap(([deckId, ofDeck]) => {
    const path = pathOf(collection.decks.get(deckId) ?? outer).slice(depth);
    return ofDeck.filter(carried).map((note) => written(collection, note, path));
  });
  const text = encode({ ...outer, title: outer.name, notes });
  const cut = inside.filter((note) => carried(note) && hasMore(collection, note)).length;
  return { name: `${fileName(outer.name)}.md`, text, leftOut: inside.length - notes.length, cut };
}

/** Whether plain text has a form for a type: one of ours that is still what it was, whatever else was changed. */
const isCarried = ({ id, stock, format }: NoteType) =>
  stock === id && format === "markdown" && kinds.some(({ type }) => type === id);

/** Whether a note says something in fields that its person added. */
const hasMore = (collection: Collection, { type, fields }: Note) =>
  noteTypeOf(collection, type).fields.some(({ id }) => !hasKey(type, id) && (fields[id] ?? "") !== "");

const hasKey = (type: NoteTypeId, field: string) =>
  [...common, ...(kinds.find((kind) => kind.type === type)?.keys ?? [])].some(([, id]) => id === field);

/** Text in fields that the type no longer has does not count. */
function written(collection: Collection, { id, type, fields, tags }: Note, path: string[]): NoteText {
  const ids = noteTypeOf(collection, type).fields.map((field) => field.id);
  return { id, type, path, fields: Object.fromEntries(ids.map((field) => [field, fields[field] ?? ""])), tags };
}
