import type { BrowseMode, BulkEffects } from "../../contract/browse.ts";
import type { Card, CardId, Note, NoteId, Records } from "../../contract/shapes.ts";
import { type Collection, cardOf, newCard } from "../collection.ts";
import { ordinals } from "../note/cards.ts";

/** What a bulk change is about: the chosen cards, and the notes they belong to. */
export interface Chosen {
  cards: Card[];
  notes: Note[];
}

/** What ids of a list stand for; those that are gone are left out. Of a list of notes all their cards are chosen. */
export function chosenOf(collection: Collection, mode: BrowseMode, ids: readonly (CardId | NoteId)[]): Chosen {
  const ords = new Map<Note, readonly number[]>();
  for (const id of ids) {
    const slash = mode === "cards" ? id.lastIndexOf("/") : id.length;
    const note = collection.notes.get(id.slice(0, slash));
    if (!note) continue;
    if (mode === "notes") ords.set(note, ordinals(collection, note));
    else if (ordinals(collection, note).includes(Number(id.slice(slash + 1))))
      ords.set(note, [...(ords.get(note) ?? []), Number(id.slice(slash + 1))]);
  }
  const cards = [...ords].flatMap(([note, own]) => own.map((ord) => cardOf(collection, note.id, ord)));
  return { cards, notes: [...ords.keys()] };
}

/** Cards of the chosen notes that were not chosen themselves. */
export const alongWith = (collection: Collection, { cards, notes }: Chosen): number =>
  notes.reduce((sum, note) => sum + ordinals(collection, note).length, 0) - cards.length;

/** Records for cards that change. A card to which nothing has happened any more needs no row. */
export function cardRecords(collection: Collection, cards: readonly Card[], change: (card: Card) => Card): Records {
  const pairs: [Card | null, Card | null][] = [];
  for (const card of cards) {
    const after = change(card);
    if (after === card || same(card, after)) continue;
    pairs.push([collection.cards.get(card.id) ?? null, same(after, newCard(card.note, card.ord)) ? null : after]);
  }
  return pairs.length > 0 ? { cards: pairs } : {};
}

/** Records for notes that change: those for which `change` gives another object. */
export function noteRecords(notes: readonly Note[], change: (note: Note) => Note | null): Records {
  const pairs: [Note, Note | null][] = [];
  for (const note of notes) {
    const after = change(note);
    if (after !== note) pairs.push([note, after]);
  }
  return pairs.length > 0 ? { notes: pairs } : {};
}

/** How many records of the kind that a change is about differ. */
export function effectsOf(collection: Collection, chosen: Chosen, records: Records, notesGo: boolean): BulkEffects {
  return {
    cards: chosen.cards.length,
    notes: chosen.notes.length,
    changed: notesGo ? (records.notes?.length ?? 0) : (records.cards?.length ?? 0),
    along: notesGo ? alongWith(collection, chosen) : 0,
  };
}

const same = (a: Card, b: Card): boolean =>
  ([...Object.keys(a), ...Object.keys(b)] as (keyof Card)[]).every((key) => a[key] === b[key]);
