import type { Note, NoteId, NoteType, NoteTypeId } from "../../contract/shapes.ts";
import type { Twin } from "../../contract/writing.ts";
import { bareText, parseCloze } from "../cloze/parse.ts";
import type { Collection } from "../collection.ts";
import { pathOf } from "../deck/decks.ts";
import { stripHtmlKeepMedia } from "../html/strip.ts";
import { title } from "./cards.ts";
import { fold } from "./fold.ts";
import { noteTypeOf } from "./noteTypes.ts";

/** How many are shown: enough to see what is going on. */
const most = 5;

interface Known {
  note: Note;
  type: NoteType;
  key: string;
}

/** What each note asks first, folded; kept up to date by the objects of notes, which are values. */
interface Index {
  known: Map<NoteId, Known>;
  byKey: Map<string, Set<NoteId>>;
}

const indexes = new WeakMap<Collection, Index>();

/**
 * Notes with the same first field as one that is being written: those of its type first, then those of other types, then those that differ in
 * case, accents and punctuation only.
 */
export function twins(
  collection: Collection,
  { type, fields, note }: { type: NoteTypeId; fields: Record<string, string>; note: NoteId | null },
): Twin[] {
  const own = noteTypeOf(collection, type);
  const text = firstText(own, fields);
  const key = fold(text);
  if (key === "") return [];
  const { byKey } = refreshed(collection);
  const found = [...(byKey.get(key) ?? [])].flatMap((id) => {
    const other = collection.notes.get(id);
    if (!other || id === note) return [];
    const otherType = noteTypeOf(collection, other.type);
    const isSame = firstText(otherType, other.fields) === text;
    return [{ other, otherType, order: isSame ? (other.type === type ? 0 : 1) : 2 }];
  });
  found.sort((a, b) => a.order - b.order || a.other.position - b.other.position);
  return found.slice(0, most).map(({ other, otherType, order }) => ({
    note: other.id,
    title: title(collection, other, 0),
    deck: deckPath(collection, other),
    typeName: otherType.name,
    fields: otherType.fields.map(({ id, name }) => ({ name, value: other.fields[id] ?? "" })),
    near: order === 2,
  }));
}

function deckPath(collection: Collection, { deck }: Note): string[] {
  const home = collection.decks.get(deck);
  return home ? pathOf(home) : [];
}

/** What the first field says, without form; of a gap, what is in it. A drawing's first field says nothing. */
export function firstText(type: NoteType, fields: Record<string, string>): string {
  const first = type.fields[0];
  if (!first || type.stock === "occlusion") return "";
  const written = fields[first.id] ?? "";
  const text = type.kind === "cloze" ? bareText(parseCloze(written)) : written;
  const bare = type.format === "html" ? stripHtmlKeepMedia(text) : text.replace(/[*_`~\\]/g, "");
  return bare.replace(/\s+/g, " ").trim();
}

function refreshed(collection: Collection): Index {
  const index = indexes.get(collection) ?? { known: new Map(), byKey: new Map() };
  indexes.set(collection, index);
  for (const note of collection.notes.values()) {
    const before = index.known.get(note.id);
    const type = noteTypeOf(collection, note.type);
    if (before?.note === note && before.type === type) continue;
    if (before) remove(index, before);
    const key = fold(firstText(type, note.fields));
    index.known.set(note.id, { note, type, key });
    const ids = index.byKey.get(key);
    if (ids) ids.add(note.id);
    else index.byKey.set(key, new Set([note.id]));
  }
  if (index.known.size > collection.notes.size) {
    for (const before of [...index.known.values()]) if (!collection.notes.has(before.note.id)) remove(index, before);
  }
  return index;
}

function remove({ known, byKey }: Index, { note, key }: Known): void {
  known.delete(note.id);
  const ids = byKey.get(key);
  ids?.delete(note.id);
  if (ids?.size === 0) byKey.delete(key);
}
