import type { CardId, Note, NoteType } from "../../contract/shapes.ts";
import { type Collection, cardId, cardOf, deckOf } from "../collection.ts";
import { generatedOrds } from "../template/generate.ts";
import { noteTypeOf } from "./noteTypes.ts";
import { titleOf } from "./title.ts";

/** Notes and note types are values, so what follows from them is known by their objects. */
function remembered<T>(derive: (type: NoteType, note: Note) => T): (collection: Collection, note: Note) => T {
  const known = new WeakMap<Note, { type: NoteType; value: T }>();
  return (collection, note) => {
    const type = noteTypeOf(collection, note.type);
    const before = known.get(note);
    if (before?.type === type) return before.value;
    const value = derive(type, note);
    known.set(note, { type, value });
    return value;
  };
}

/** The same as `ordinals`, for a type that may not be the note's own, or not be saved yet. */
export const ordinalsOf = (type: NoteType, { fields, tags }: Pick<Note, "fields" | "tags">): readonly number[] =>
  generatedOrds(type, fields, tags);

/** The cards that a note makes, ascending. Of a cloze, the card of gap `c1` has ordinal 0, and so on. */
export const ordinals: (collection: Collection, note: Note) => readonly number[] = remembered(ordinalsOf);

/** Their ids, in the same order. */
export const cardIds: (collection: Collection, note: Note) => readonly CardId[] = remembered((type, note) =>
  ordinalsOf(type, note).map((ord) => cardId(note.id, ord)),
);

/** What a card asks, as one line of plain text, uncut; “…” stands for a gap. */
export function title(collection: Collection, note: Note, ord: number): string {
  const type = noteTypeOf(collection, note.type);
  const card = cardOf(collection, note.id, ord);
  const deck = collection.decks.get(deckOf(note, card))?.name ?? "";
  const { flag } = card;
  const key = `${ord}/${flag}/${deck}`;
  const known = titles.get(note);
  if (known?.type === type && known.key === key) return known.value;
  const value = titleOf({ type, note, ord, deck, flag }).replace(/\s+/g, " ").trim();
  titles.set(note, { type, key, value });
  return value;
}

/** Lists ask for the same titles again and again; most notes have one card. */
const titles = new WeakMap<Note, { type: NoteType; key: string; value: string }>();
