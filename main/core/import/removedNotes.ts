import type { Card, Note, Records, Review } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import { knownType } from "../note/noteTypes.ts";
import { sameJson } from "../rich/sameJson.ts";

export interface RemovedNotes {
  notes: [Note, Note | null][];
  cards: [Card, Card | null][];
  /** Reviews that go, with the deck on whose days they count. */
  reviews: [Review, deck: string][];
  counts: { notes: number; restored: number; touched: number; touchedTypes: string[] };
}

/**
 * What becomes of the notes and cards that an import brought. A note is untouched if it and every row of its cards are as the import left
 * them; new places among new cards do not count. `importedAt`: epoch milliseconds.
 */
export function removedNotes(collection: Collection, records: Records, importedAt: number): RemovedNotes {
  const cameCards = new Map<string, [Card | null, Card]>();
  for (const [before, after] of records.cards ?? []) if (after) cameCards.set(after.id, [before, after]);
  const rows = rowsByNote(collection, records);
  const counts = { notes: 0, restored: 0, touched: 0, touchedTypes: [] as string[] };
  const notes: [Note, Note | null][] = [];
  const gone = new Set<string>();

  for (const [before, after] of records.notes ?? []) {
    const now = after && collection.notes.get(after.id);
    if (!now) continue;
    const isAsItCame = sameNote(now, after);
    if (before === null) {
      const cards = rows.get(now.id) ?? [];
      const isUnstudied = cards.every((row) => sameJson(row, cameCards.get(row.id)?.[1]));
      if (isAsItCame && isUnstudied) {
        notes.push([now, null]);
        gone.add(now.id);
        counts.notes++;
        continue;
      }
    } else if (isAsItCame && collection.decks.has(before.deck) && knownType(collection, before.type)) {
      notes.push([now, { ...before, position: now.position }]);
      if (!sameNote({ ...now, came: {} }, { ...before, came: {} })) counts.restored++;
      continue;
    }
    counts.touched++;
    counts.touchedTypes.push(now.type);
  }

  const added = new Set(
    (records.notes ?? []).flatMap(([before, after]) => (before === null && after ? [after.id] : [])),
  );
  const cards: [Card, Card | null][] = [];
  const free = new Map<string, string>();
  for (const [id, [before, after]] of cameCards) {
    const now = collection.cards.get(id);
    const note = collection.notes.get(after.note);
    if (!now || !note || !sameJson(now, after) || (added.has(note.id) && !gone.has(note.id))) continue;
    cards.push([now, before]);
    free.set(id, deckOf(note, now));
  }
  // Of a card whose row was theirs already only reviews came.
  const asItWas = (card: Card) => !cameCards.has(card.id) && !added.has(card.note) && card.last <= importedAt;
  return { notes, cards, reviews: reviewsOf(collection, records, free, gone, asItWas), counts };
}

/** Reviews that the import brought of cards that go with it, or go back to what they were. */
function reviewsOf(
  collection: Collection,
  records: Records,
  free: ReadonlyMap<string, string>,
  gone: ReadonlySet<string>,
  asItWas: (card: Card) => boolean,
): [Review, string][] {
  return (records.reviews ?? []).flatMap(([before, review]): [Review, string][] => {
    if (before !== null || !review) return [];
    const deck = free.get(review.card);
    if (deck !== undefined) return [[review, deck]];
    const note = collection.notes.get(review.card.slice(0, review.card.lastIndexOf("/")));
    const row = collection.cards.get(review.card);
    return note && (gone.has(note.id) || (row && asItWas(row))) ? [[review, deckOf(note, row)]] : [];
  });
}

function rowsByNote(collection: Collection, records: Records): Map<string, Card[]> {
  const rows = new Map<string, Card[]>();
  for (const [, after] of records.notes ?? []) if (after) rows.set(after.id, []);
  for (const card of collection.cards.values()) rows.get(card.note)?.push(card);
  return rows;
}

const sameNote = (a: Note, b: Note): boolean => a === b || sameJson({ ...a, position: 0 }, { ...b, position: 0 });
