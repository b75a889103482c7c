import type { EmptyCardsView } from "../../contract/emptyCards.ts";
import type { Fault } from "../../contract/faults.ts";
import type { Card, CardId, NoteType, Records } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { templateOf } from "../template/render.ts";
import { ordinals, title } from "./cards.ts";
import { noteTypeOf } from "./noteTypes.ts";

/** The cards with a row that their notes no longer make, by note, in the order of the notes. */
export function emptyCards(collection: Collection): EmptyCardsView[] {
  const rows = new Map<string, Card[]>();
  for (const card of collection.cards.values()) {
    if (!isEmpty(collection, card)) continue;
    const before = rows.get(card.note);
    if (before) before.push(card);
    else rows.set(card.note, [card]);
  }
  const notes = [...rows.keys()].flatMap((id) => collection.notes.get(id) ?? []);
  notes.sort((a, b) => a.position - b.position || a.created - b.created);
  return notes.map((note) => {
    const type = noteTypeOf(collection, note.type);
    const cards = (rows.get(note.id) ?? []).sort((a, b) => a.ord - b.ord);
    return {
      note: note.id,
      title: title(collection, note, ordinals(collection, note)[0] ?? 0),
      typeName: type.name,
      cards: cards.map((card) => ({ card: card.id, name: nameOf(type, card.ord), reviews: card.reps })),
    };
  });
}

/** Forgets the schedules of such cards; their reviews stay in the log. Those that are not empty stay. Fault: `gone` if none is. */
export function removeEmptyCards(collection: Collection, cards: readonly CardId[]): Records | Fault {
  const rows = [...new Set(cards)].flatMap((id) => collection.cards.get(id) ?? []);
  const empty = rows.filter((card) => isEmpty(collection, card));
  if (empty.length === 0) return { code: "gone", detail: "card" };
  return { cards: empty.map((card) => [card, null]) };
}

function isEmpty(collection: Collection, { note, ord }: Card): boolean {
  const of = collection.notes.get(note);
  return of !== undefined && !ordinals(collection, of).includes(ord);
}

function nameOf(type: NoteType, ord: number): string {
  const template = type.kind === "cloze" ? undefined : templateOf(type, ord);
  return template?.name ?? `Card ${ord + 1}`;
}
