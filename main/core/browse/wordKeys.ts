import type { BrowseMode, Column } from "../../contract/browse.ts";
import type { Note, NoteType } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { type Entry, entryOf } from "../search/entries.ts";
import { cardName, sortPlace } from "./names.ts";
import { naturalKey, pathKey } from "./naturalKey.ts";

const words = ["question", "answer", "sortField", "card", "deck", "noteType", "tags"] as const;
type Words = (typeof words)[number];

/** Whether a column holds words. How many cards a note has is a number: a list of notes sorts by that in `numberKeys`. */
export const isWords = (column: Column): column is Words => (words as readonly Column[]).includes(column);

/** What an id is sorted by in a column of words; "" for nothing. */
export function wordKeys(collection: Collection, mode: BrowseMode, column: Words): (id: string) => string {
  const noteOf = (id: string) => collection.notes.get(mode === "cards" ? id.slice(0, id.lastIndexOf("/")) : id);
  const ordOf = (id: string) => (mode === "cards" ? Number(id.slice(id.lastIndexOf("/") + 1)) : null);
  const key = keyFor(collection, column);
  return (id) => {
    const note = noteOf(id);
    return note ? key(note, ordOf(id)) : "";
  };
}

type Key = (note: Note, ord: number | null) => string;

function keyFor(collection: Collection, column: Words): Key {
  switch (column) {
    case "question":
    case "sortField":
      return (note) => fieldKey(entryOf(collection, note), sortPlace(entryOf(collection, note).type));
    case "answer":
      return (note) => {
        const entry = entryOf(collection, note);
        const place = entry.text.shown.findIndex((text, i) => i !== sortPlace(entry.type) && text !== "");
        return place < 0 ? "" : fieldKey(entry, place);
      };
    case "card":
      return (note, ord) => {
        const { type, ords } = entryOf(collection, note);
        return ord === null ? String(ords.length).padStart(4, "0") : nameKey(type, ord);
      };
    case "deck": {
      const keys = new Map([...collection.decks.values()].map(({ id, name }) => [id, pathKey(name)]));
      return (note) => keys.get(note.deck) ?? "";
    }
    case "noteType":
      return (note) => naturalKey(entryOf(collection, note).type.name);
    case "tags": {
      const keys = new Map<string, string>();
      return ({ tags }) => {
        const all = tags.join(" ");
        const before = keys.get(all);
        if (before !== undefined) return before;
        const made = tags.map(pathKey).join(" ");
        keys.set(all, made);
        return made;
      };
    }
  }
}

/** The keys of fields are asked for with each sorting, and made once. */
const fieldKeys = new WeakMap<Entry, Map<number, string>>();

function fieldKey(entry: Entry, place: number): string {
  const keys = fieldKeys.get(entry) ?? new Map<number, string>();
  fieldKeys.set(entry, keys);
  const before = keys.get(place);
  if (before !== undefined) return before;
  const key = naturalKey(entry.text.shown[place] ?? "");
  keys.set(place, key);
  return key;
}

const nameKeys = new WeakMap<NoteType, Map<number, string>>();

function nameKey(type: NoteType, ord: number): string {
  const keys = nameKeys.get(type) ?? new Map<number, string>();
  nameKeys.set(type, keys);
  const key = keys.get(ord) ?? naturalKey(cardName(type, ord));
  keys.set(ord, key);
  return key;
}
