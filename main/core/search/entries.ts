import type { Card, CardId, Note, NoteType } from "../../contract/shapes.ts";
import { type Collection, newCard } from "../collection.ts";
import { cardIds, ordinals } from "../note/cards.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { bare, fold } from "./fold.ts";
import { type NoteText, textOf } from "./noteText.ts";

/** A note with all that searches ask of it again and again, worked out once for the note as it stands. */
export class Entry {
  readonly note: Note;
  readonly type: NoteType;
  readonly ords: readonly number[];
  readonly ids: readonly CardId[];
  #text: NoteText | null = null;
  #bare: string[] | null = null;
  #written: string[] | null = null;

  constructor(collection: Collection, note: Note) {
    this.note = note;
    this.type = noteTypeOf(collection, note.type);
    this.ords = ordinals(collection, note);
    // The very strings that name the rows: those are found several times faster than equal ones.
    this.ids = cardIds(collection, note).map((id) => collection.cards.get(id)?.id ?? id);
  }

  get text(): NoteText {
    this.#text ??= textOf(this.type, this.note);
    return this.#text;
  }

  /** Its fields as they are read, without accents. */
  get bare(): string[] {
    this.#bare ??= this.text.folded.map(bare);
    return this.#bare;
  }

  /** Its fields as they were written, folded. */
  get written(): string[] {
    this.#written ??= this.type.fields.map(({ id }) => fold(this.note.fields[id] ?? ""));
    return this.#written;
  }

  /** The row of its i-th card, or what that is before anything happened to it. */
  card(collection: Collection, i: number): Card {
    return collection.cards.get(this.ids[i] as CardId) ?? newCard(this.note.id, this.ords[i] as number);
  }
}

const known = new WeakMap<Note, Entry>();
const rows = new WeakMap<Collection, Entry[]>();

/** What is known of a note. */
export function entryOf(collection: Collection, note: Note): Entry {
  const entry = known.get(note);
  if (entry && entry.type === noteTypeOf(collection, note.type)) return entry;
  const fresh = new Entry(collection, note);
  known.set(note, fresh);
  return fresh;
}

/**
 * All notes in the order of the collection. The list is kept from one search to the next; notes and types are values, so a
 * glance at each says whether it still holds.
 */
export function entriesOf(collection: Collection): readonly Entry[] {
  const entries = rows.get(collection) ?? [];
  const types = new Map<string, NoteType>();
  let i = 0;
  for (const note of collection.notes.values()) {
    let type = types.get(note.type);
    if (!type) {
      type = noteTypeOf(collection, note.type);
      types.set(note.type, type);
    }
    const entry = entries[i];
    if (entry?.note !== note || entry.type !== type) entries[i] = entryOf(collection, note);
    i++;
  }
  entries.length = i;
  rows.set(collection, entries);
  return entries;
}
