import type { Card, Note } from "../../contract/shapes.ts";
import type { ImportOptions } from "../../contract/transfer.ts";
import { type Collection, cardId, newCard } from "../collection.ts";
import type { Parcel } from "../parcel/parcel.ts";
import type { Comparison } from "./compare.ts";
import type { Places } from "./places.ts";
import { isOrdinal } from "./usableType.ts";

/** A card of the parcel that comes in. */
export interface CardHere {
  id: string;
  /** Place of its note in the parcel. */
  n: number;
  ord: number;
  /** Its own deck, if it has one. */
  deck: string | null;
  /** Null where only reviews come, of a card without a row. */
  row: Card | null;
}

export interface CardsHere {
  rows: CardHere[];
  /** Of cards whose history comes in; null for others. */
  of(cardThere: string): CardHere | null;
  /** Cards of the parcel that belong to no note of it. */
  lost: number;
}

/**
 * Which cards come in: of new notes all; of notes that are there those that nothing has happened to yet here, or all if their schedule is
 * wanted. Without a schedule all are new, and only decks of their own come along.
 */
export function cardsHere(
  collection: Collection,
  parcel: Parcel,
  comparison: Comparison,
  places: Places,
  schedule: ImportOptions["schedule"],
): CardsHere {
  const { ids, mine, verdicts, targetOf } = comparison;
  const byNote = new Map<string, number>();
  parcel.notes.forEach(({ id }, n) => {
    if (!byNote.has(id)) byNote.set(id, n);
  });
  const ordHere = (n: number, ord: number): number | null => {
    const ords = targetOf(n)?.ords ?? null;
    if (!isOrdinal(ord)) return null;
    if (ords === null) return ord;
    const here = ords.get(ord);
    return here ?? ([...ords.values()].includes(ord) ? null : ord);
  };
  const rows: CardHere[] = [];
  const byId = new Map<string, CardHere>();
  const taken = new Set<string>();
  let lost = 0;
  for (const card of parcel.cards) {
    const n = byNote.get(card.note);
    const ord = n === undefined ? null : ordHere(n, card.ord);
    if (n === undefined || ord === null || !isSound(card)) {
      lost++;
      continue;
    }
    if (verdicts[n] === "broken") continue;
    const note = ids[n] as string;
    const id = cardId(note, ord);
    const mineRow = mine[n] ? collection.cards.get(id) : undefined;
    if (taken.has(id) || (mineRow && schedule !== "theirs")) continue;
    const deck = card.deck === undefined ? null : places.decks.of(card.deck).here.id;
    const row = schedule === "none" ? cleared(note, ord, deck) : moved(card, id, note, ord, deck);
    if (!row) continue;
    taken.add(id);
    const here = { id, n, ord, deck, row };
    rows.push(here);
    byId.set(card.id, here);
  }
  /** Reviews of a card without a row: of a new note they are its history all the same. */
  const ofNew = (there: string): CardHere | null => {
    const slash = there.lastIndexOf("/");
    const n = byNote.get(there.slice(0, slash));
    const ord = n === undefined ? null : ordHere(n, Number(there.slice(slash + 1)));
    if (n === undefined || ord === null || mine[n] || verdicts[n] === "broken") return null;
    const id = cardId(ids[n] as string, ord);
    return taken.has(id) ? null : { id, n, ord, deck: null, row: null };
  };
  const others = new Map<string, CardHere | null>();
  return {
    rows,
    of(there) {
      if (schedule === "none") return null;
      const known = byId.get(there) ?? others.get(there);
      if (known !== undefined) return known;
      const found = ofNew(there);
      others.set(there, found);
      return found;
    },
    lost,
  };
}

/** The card's row for its deck where nothing else of it comes. */
const cleared = (note: string, ord: number, deck: string | null): Card | null =>
  deck === null ? null : { ...newCard(note, ord), deck };

function moved(card: Card, id: string, note: string, ord: number, deck: string | null): Card {
  if (card.id === id && card.note === note && card.ord === ord && (card.deck ?? null) === deck) return card;
  const { deck: _, ...rest } = card;
  return { ...rest, id, note, ord, ...(deck !== null && { deck }) };
}

/** A row in its final deck: without one of its own where that is its note's. */
export function settled(row: Card, note: Pick<Note, "deck">): Card {
  if (row.deck !== note.deck) return row;
  const { deck: _, ...rest } = row;
  return rest;
}

const numbers = ["step", "day", "interval", "stability", "difficulty", "last", "reps", "lapses", "flag"] as const;

/** Whether every number is one; what is none would not survive being written. */
const isSound = (card: Card): boolean =>
  numbers.every((key) => Number.isFinite(card[key])) && (card.due === null || Number.isFinite(card.due));
