import type { Note, NoteId, NoteType, NoteTypeId } from "../../contract/shapes.ts";
import { bareText, parseCloze } from "../cloze/parse.ts";
import type { Collection } from "../collection.ts";
import { stripHtmlKeepMedia } from "../html/strip.ts";
import { fold } from "./fold.ts";
import { noteTypeOf } from "./noteTypes.ts";

/** What the first field says, without form; of a gap, what is in it. A drawing's first field says nothing. */
export function firstText(type: NoteType, fields: Record<string, string>): string {
  const first = type.fields[0];
  if (!first || type.stock === "occlusion") return "";
  const written = fields[first.id] ?? "";
  const text = type.kind === "cloze" ? bareText(parseCloze(written)) : written;
  const bare = type.format === "html" ? stripHtmlKeepMedia(text) : text.replace(/[*_`~\\]/g, "");
  return bare.replace(/\s+/g, " ").trim();
}

// What `fold` makes of these is soon said: there are no accents, and no parts of a number.
const simple = /^[A-Za-z0-9 ,.?!'"():;]*$/;
const parted = /\d[^A-Za-z0-9]+\d/;

/** The same for texts that differ in case, accents and punctuation only. */
export const keyOf = (text: string): string =>
  simple.test(text) && !parted.test(text) ? text.toLowerCase().replace(/[^a-z0-9]+/g, "") || text : fold(text);

/** What each note asks first; kept up to date by the objects of notes and types, which are values. */
interface Index {
  /** In the order of the collection, so that what is as it was is seen without a lookup. */
  seen: Note[];
  types: Map<NoteTypeId, NoteType>;
  keys: Map<NoteId, { note: Note; key: string }>;
  byKey: Map<string, Set<NoteId>>;
}

const indexes = new WeakMap<Collection, Index>();

/** Ids of the notes whose first field has that key. The first time it reads every note, then only what changed. */
export function notesAsking(collection: Collection, key: string): ReadonlySet<NoteId> {
  const index = indexOf(collection);
  refresh(collection, index);
  return index.byKey.get(key) ?? new Set();
}

/** Reads one note for `notesAsking` ahead of its first call, which then has only the rest to read. */
export function readAhead(collection: Collection, note: Note): void {
  const index = indexOf(collection);
  if (index.keys.get(note.id)?.note !== note) put(collection, index, note);
}

/** The index as it was left; an empty one if there is none, or if a type has changed since. */
function indexOf(collection: Collection): Index {
  const known = indexes.get(collection);
  const isStale = known && [...known.types].some(([id, type]) => noteTypeOf(collection, id) !== type);
  const index = known && !isStale ? known : { seen: [], types: new Map(), keys: new Map(), byKey: new Map() };
  indexes.set(collection, index);
  return index;
}

function refresh(collection: Collection, index: Index): void {
  let place = 0;
  let isChanged = collection.notes.size !== index.seen.length;
  for (const note of collection.notes.values()) {
    if (index.seen[place++] === note) continue;
    isChanged = true;
    if (index.keys.get(note.id)?.note !== note) put(collection, index, note);
  }
  if (!isChanged && index.keys.size === collection.notes.size) return; // what was read ahead may be gone by now
  index.seen = [...collection.notes.values()];
  if (index.keys.size === index.seen.length) return;
  for (const id of [...index.keys.keys()]) if (!collection.notes.has(id)) remove(index, id);
}

function put(collection: Collection, index: Index, note: Note): void {
  remove(index, note.id);
  const type = noteTypeOf(collection, note.type);
  index.types.set(note.type, type);
  const key = keyOf(firstText(type, note.fields));
  index.keys.set(note.id, { note, key });
  const ids = index.byKey.get(key);
  if (ids) ids.add(note.id);
  else index.byKey.set(key, new Set([note.id]));
}

function remove({ keys, byKey }: Index, id: NoteId): void {
  const key = keys.get(id)?.key;
  if (key === undefined) return;
  keys.delete(id);
  const ids = byKey.get(key);
  ids?.delete(id);
  if (ids?.size === 0) byKey.delete(key);
}
