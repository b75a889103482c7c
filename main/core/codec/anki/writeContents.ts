import type { Card, CardId, NoteId, NoteType, Review } from "../../../contract/shapes.ts";
import { newCard } from "../../collection.ts";
import type { Parcel, ParcelNote } from "../../parcel/parcel.ts";
import { generatedOrds } from "../../template/generate.ts";
import type { AnkiCard, AnkiNote, AnkiReview } from "./collection.ts";
import { numberTaker } from "./ids.ts";
import { keptText } from "./kept.ts";
import { isInstant } from "./readNotes.ts";
import { type Before, deriveReview, follow, restoring, unseen } from "./readReviews.ts";
import { keptOfCard, writeCard } from "./writeCard.ts";
import { keptOfNote, writeNote } from "./writeNote.ts";
import type { Writing } from "./writing.ts";

export interface Contents {
  notes: AnkiNote[];
  cards: AnkiCard[];
  revlog: AnkiReview[];
  lost: { notes: number; cards: number; reviews: number };
}

/** Rows of notes, of all cards that they make, and of the log. */
export function writeContents(parcel: Parcel, writing: Writing): Contents {
  const contents: Contents = { notes: [], cards: [], revlog: [], lost: { notes: 0, cards: 0, reviews: 0 } };
  const rows = rowsByNote(parcel.cards);
  const ids = noteNumbers(parcel.notes, writing.now);
  const placed: Placed[] = [];
  for (const note of parcel.notes) {
    const found = writing.types.get(note.type);
    if (!found) {
      contents.lost.notes++;
      continue;
    }
    const id = ids.get(note) as number;
    contents.notes.push(writeNote(note, { id, ...found }));
    placed.push(...cardsOf(note, found.type, rows.get(note.id) ?? [], id, contents));
  }
  const cids = writeCards(placed, writing, contents);
  if (writing.schedule) writeReviews(parcel.reviews, cids, writing, contents);
  contents.notes.sort((a, b) => a.id - b.id);
  contents.cards.sort((a, b) => a.id - b.id);
  return contents;
}

interface Placed {
  card: Card;
  note: ParcelNote;
  nid: number;
  /** The place of its template. */
  ord: number;
}

function rowsByNote(cards: readonly Card[]): Map<NoteId, Card[]> {
  const rows = new Map<NoteId, Card[]>();
  for (const card of cards) {
    const siblings = rows.get(card.note);
    if (siblings) siblings.push(card);
    else rows.set(card.note, [card]);
  }
  return rows;
}

/** Those that came from Anki keep their number; others are numbered by when they were made. */
function noteNumbers(notes: readonly ParcelNote[], now: number): Map<ParcelNote, number> {
  const take = numberTaker();
  const numbers = new Map<ParcelNote, number>();
  const cameThence = (note: ParcelNote) => note.kept?.anki !== undefined || note.id === String(note.created);
  for (const note of [...notes.filter(cameThence), ...notes.filter((each) => !cameThence(each))]) {
    const wanted = keptOfNote(note).id ?? note.created;
    numbers.set(note, take(isInstant(wanted, now) && Number.isInteger(wanted) ? wanted : now));
  }
  return numbers;
}

/** The rows that a note has, and new cards for what it makes besides. */
function cardsOf(note: ParcelNote, type: NoteType, rows: readonly Card[], nid: number, { lost }: Contents): Placed[] {
  const cards = new Map(rows.map((card) => [card.ord, card]));
  const none = keptOfNote(note).none ?? [];
  for (const ord of generatedOrds(type, note.fields, note.tags))
    if (!cards.has(ord) && !none.includes(ord)) cards.set(ord, newCard(note.id, ord));
  const placed = new Map<number, Placed>();
  for (const card of cards.values()) {
    const ord = placeOf(type, card);
    if (ord === null || placed.has(ord)) lost.cards++;
    else placed.set(ord, { card, note, nid, ord });
  }
  return [...placed.values()].sort((a, b) => a.ord - b.ord);
}

/** Anki counts templates by their place. A card that had none there has none again. */
function placeOf({ kind, templates }: NoteType, card: Card): number | null {
  if (kind === "cloze") return card.ord;
  const place = templates.findIndex(({ ord }) => ord === card.ord);
  return place >= 0 ? place : card.kept?.anki !== undefined ? card.ord : null;
}

function writeCards(placed: readonly Placed[], writing: Writing, contents: Contents): Map<CardId, number> {
  const take = numberTaker();
  const cids = new Map<CardId, number>();
  const isKnown = ({ card }: Placed) => card.kept?.anki !== undefined;
  for (const { card, note, nid, ord } of [...placed.filter(isKnown), ...placed.filter((each) => !isKnown(each))]) {
    const { did, preset } = writing.deckOf(card.deck ?? note.deck);
    const { dayOf, filtered, today, startOf, frame } = writing;
    const setting = { nid, did, ord, created: note.created, position: note.position, preset, creation: frame.creation };
    const id = keptOfCard(card).id;
    const wanted = writing.schedule ? card : { ...newCard(card.note, card.ord), ...(id !== undefined && keptId(id)) };
    const row = writeCard(wanted, { ...setting, today, startOf, dayOf, filtered });
    row.id = take(row.id);
    contents.cards.push(row);
    cids.set(card.id, row.id);
  }
  return cids;
}

const keptId = (id: number) => ({ kept: { anki: JSON.stringify({ id }) } });

function writeReviews(
  reviews: readonly Review[],
  cids: ReadonlyMap<CardId, number>,
  writing: Writing,
  contents: Contents,
): void {
  const restore = restoring();
  let last = 0;
  const before = new Map<number, Before>();
  for (const review of reviews) {
    const cid = cids.get(review.card);
    if (cid === undefined) {
      contents.lost.reviews++;
      continue;
    }
    const past = before.get(cid) ?? unseen();
    before.set(cid, past);
    const row = deriveReview(review, cid, past, writing.frame.three);
    restore(row, keptText(review));
    row.id = last = Math.max(row.id, last + 1);
    contents.revlog.push(row);
    follow(past, row, 0);
  }
  const orphans = (writing.isWhole && writing.kept?.orphans) || [];
  if (orphans.length === 0) return;
  contents.revlog.push(...orphans);
  contents.revlog.sort((a, b) => a.id - b.id);
}
