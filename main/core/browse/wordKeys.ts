import type { Column } from "../../contract/browse.ts";
import type { NoteType } from "../../contract/shapes.ts";
import { type Collection, cardId, deckOf } from "../collection.ts";
import { type Entry, entryOf } from "../search/entries.ts";
import { cardName, sortPlace } from "./names.ts";
import { naturalKey, pathKey } from "./naturalKey.ts";
import { ranksBy } from "./ranks.ts";

const words = ["question", "answer", "sortField", "card", "deck", "noteType", "tags"] as const;
type Words = (typeof words)[number];

export const isWords = (column: Column): column is Words => (words as readonly Column[]).includes(column);

/** A row to be sorted: its note, and its place among the note's cards; of a list of notes -1. */
type RankOf = (noteId: string, ord: number) => number;

/** The rank of a row in a column of words; NaN for one that says nothing. A note's card column says how many it has. */
export function wordRanks(collection: Collection, column: Words): RankOf {
  switch (column) {
    case "question":
    case "sortField": {
      const ranks = ranksBy(collection, "sortField", sortFieldKey);
      return (id) => ranks.get(id) ?? Number.NaN;
    }
    case "answer": {
      const ranks = ranksBy(collection, "answer", answerKey);
      return (id) => ranks.get(id) ?? Number.NaN;
    }
    case "card":
      return cardRanks(collection);
    case "deck": {
      const keys = new Map([...collection.decks.values()].map(({ id, name }) => [id, pathKey(name)]));
      const ranks = ranksOf(keys.values());
      return (id, ord) => {
        const note = collection.notes.get(id);
        const key = note && keys.get(deckOf(note, collection.cards.get(cardId(id, ord))));
        return key === undefined ? Number.NaN : (ranks.get(key) as number);
      };
    }
    case "noteType":
      return ranked(
        collection,
        ({ type }) => naturalKey(type.name),
        ({ note }) => note.type,
      );
    case "tags":
      return ranked(
        collection,
        ({ note }) => note.tags.map(pathKey).join(" "),
        ({ note }) => note.tags.join(" "),
      );
  }
}

const sortKeys = new WeakMap<Entry, string>();

/** Made once for a note as it stands. */
export function sortFieldKey(entry: Entry): string {
  const known = sortKeys.get(entry);
  if (known !== undefined) return known;
  const key = naturalKey(entry.text.shown[sortPlace(entry.type)] ?? "");
  sortKeys.set(entry, key);
  return key;
}

/** The first field with text besides the one by which notes are listed. */
function answerKey({ type, text }: Entry): string {
  const place = sortPlace(type);
  return naturalKey(text.shown.find((shown, i) => i !== place && shown !== "") ?? "");
}

/** Few different keys among many rows: each is made and compared once. `alike` tells rows that have the same one. */
function ranked(collection: Collection, keyOf: (entry: Entry) => string, alike: (entry: Entry) => string): RankOf {
  const keys = new Map<string, string>();
  for (const note of collection.notes.values()) {
    const entry = entryOf(collection, note);
    const group = alike(entry);
    if (!keys.has(group)) keys.set(group, keyOf(entry));
  }
  const ranks = ranksOf(keys.values());
  return (id) => {
    const note = collection.notes.get(id);
    const key = note && keys.get(alike(entryOf(collection, note)));
    return key === undefined || key === "" ? Number.NaN : (ranks.get(key) as number);
  };
}

function cardRanks(collection: Collection): RankOf {
  const names = new Map<NoteType, Map<number, string>>();
  const nameOf = (type: NoteType, ord: number): string => {
    const known = names.get(type) ?? new Map<number, string>();
    names.set(type, known);
    const name = known.get(ord) ?? naturalKey(cardName(type, ord));
    known.set(ord, name);
    return name;
  };
  const entries = [...collection.notes.values()].map((note) => entryOf(collection, note));
  const ranks = ranksOf(entries.flatMap(({ type, ords }) => ords.map((ord) => nameOf(type, ord))));
  return (id, ord) => {
    const note = collection.notes.get(id);
    if (!note) return Number.NaN;
    const { type, ords } = entryOf(collection, note);
    return ord < 0 ? ords.length : (ranks.get(nameOf(type, ord)) ?? Number.NaN);
  };
}

const ranksOf = (keys: Iterable<string>): Map<string, number> =>
  new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
