import type { Card, Deck, FormatId, Kept, Note, NoteType, Review } from "../../contract/shapes.ts";
import { type Collection, newCard, settingsOf } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import { isPersonal } from "../import/base.ts";
import { outgoing } from "../import/context.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { emptyParcel, type Parcel, type ParcelNote } from "../parcel/parcel.ts";
import { chooseNotes, type Selection } from "./chooseNotes.ts";
import { mediaOf } from "./mediaOf.ts";

export interface Choice {
  format: FormatId;
  /** Without it all cards are new, and tags that say how one gets on stay at home. */
  schedule: boolean;
  presets: boolean;
  media: boolean;
}

/**
 * What a selection holds, with all that belongs to it. `reviews` are those of its cards (`cardsOf`); others are left out. Everything
 * of the collection if all of it is selected; else the decks that were chosen and those of the cards, the types of the notes, and the
 * files that they name.
 */
export function selectParcel(
  collection: Collection,
  selection: Selection,
  reviews: readonly Review[],
  { format, schedule, presets, media }: Choice,
): Parcel {
  const whole = selection.of === "all";
  const notes = chooseNotes(collection, selection);
  const rows = rowsOf(collection, notes, schedule);
  const decks = decksOf(collection, selection, notes, rows);
  const types = typesOf(collection, notes, whole);
  const used = new Set(notes.map(({ type }) => type));
  const shown = [...used].map((id) => noteTypeOf(collection, id));
  const wanted = new Set(decks.map(({ preset }) => preset));
  const kept = whole || notes.every(({ came }) => came) ? keptOf(collection) : null;
  return {
    ...emptyParcel(format),
    whole,
    decks,
    presets: presets ? [...collection.presets.values()].filter(({ id }) => whole || wanted.has(id)).map(outgoing) : [],
    noteTypes: types,
    notes: notes.map((note) => outgoingNote(note, schedule)),
    cards: rows,
    reviews: schedule ? reviewsOf(reviews, notes) : [],
    media: media ? (whole ? [...collection.media.values()] : mediaOf(collection.media, notes, shown)) : [],
    ...(whole && presets && { limitsFromTop: settingsOf(collection).limitsFromTop }),
    ...(kept && { kept }),
  };
}

/** How it came is between this collection and the file that it came from. */
function outgoingNote({ came: _, ...note }: Note, schedule: boolean): ParcelNote {
  return schedule || !note.tags.some(isPersonal)
    ? note
    : { ...note, tags: note.tags.filter((tag) => !isPersonal(tag)) };
}

function rowsOf(collection: Collection, notes: readonly Note[], schedule: boolean): Card[] {
  const chosen = new Map(notes.map(({ id }, i) => [id, i]));
  const placeOf = ({ note }: Card) => chosen.get(note) ?? 0;
  const rows = [...collection.cards.values()].filter(({ note }) => chosen.has(note));
  rows.sort((a, b) => placeOf(a) - placeOf(b) || a.ord - b.ord);
  if (schedule) return rows;
  return rows.flatMap(({ note, ord, deck }) => (deck === undefined ? [] : [{ ...newCard(note, ord), deck }]));
}

/** The decks of a chosen deck, empty ones too, and those that its cards lie in; outer ones only where they are one of these. */
function decksOf(collection: Collection, selection: Selection, notes: readonly Note[], rows: readonly Card[]): Deck[] {
  const { of } = selection;
  if (of === "all") return [...collection.decks.values()];
  const ids = of === "deck" ? decksWithin(collection, selection.deck) : new Set<string>();
  for (const { deck } of notes) ids.add(deck);
  for (const { deck } of rows) if (deck !== undefined) ids.add(deck);
  return [...collection.decks.values()].filter(({ id }) => ids.has(id));
}

/** Types that are not as Mneme brings them. */
function typesOf(collection: Collection, notes: readonly Note[], whole: boolean): NoteType[] {
  const used = new Set(notes.map(({ type }) => type));
  return [...collection.noteTypes.values()].filter(({ id }) => whole || used.has(id)).map(outgoing);
}

function reviewsOf(reviews: readonly Review[], notes: readonly Note[]): Review[] {
  const chosen = new Set(notes.map(({ id }) => id));
  const mine = reviews.filter(({ card }) => chosen.has(card.slice(0, card.lastIndexOf("/"))));
  return mine.sort((a, b) => a.at - b.at);
}

/** What belonged to the whole collection that a file came from, if there was but one file: of several nobody knows whose holds. */
function keptOf(collection: Collection): Kept | null {
  const imports = [...collection.imports.values()].filter(({ kept, removed }) => kept && removed === null);
  const [first] = imports;
  const isOne = imports.every(({ file }) => file === first?.file);
  const latest = imports.sort((a, b) => b.at - a.at)[0];
  return (isOne && latest?.kept) || null;
}
