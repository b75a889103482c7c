import type { DeckId, NoteId, NoteTypeId, Records } from "../../contract/shapes.ts";
import { type Collection, follow } from "../collection.ts";
import { type Entry, entriesOf } from "./entry.ts";
import { Shelf } from "./shelf.ts";

/**
 * What every deck holds, by when it is due: so that nothing has to pass over all notes to know what a day brings. Decks are taken
 * as they are named here, without those inside them. Suspended cards wait for nothing; a card that is buried for today waits as if it were not.
 */
export class Agenda {
  readonly #collection: Collection;
  readonly #shelves = new Map<DeckId, Shelf>();
  readonly #notes = new Map<NoteId, Entry[]>();

  constructor(collection: Collection) {
    this.#collection = collection;
    for (const id of collection.notes.keys()) this.#place(id);
  }

  /** All cards of a deck, and those among them that were never studied; suspended ones too. */
  counts(deck: DeckId): { cards: number; unseen: number } {
    const { cards, unseen } = this.#shelves.get(deck) ?? none;
    return { cards, unseen };
  }

  /** How many cards of the deck are due on that study day (by the day: not steps within it). */
  dueOn(deck: DeckId, day: number): number {
    return this.#shelves.get(deck)?.days.get(day)?.size ?? 0;
  }

  /** The same for every study day on which some are due, in no order. */
  *dueDays(deck: DeckId): Generator<[day: number, cards: number], void> {
    for (const [day, { size }] of this.#shelves.get(deck)?.days ?? []) yield [day, size];
  }

  /** Cards that are due by the day, on that study day or before it, in no order. */
  *dueCards(decks: Iterable<DeckId>, upTo: number): Generator<Entry, void> {
    for (const deck of decks)
      for (const [day, entries] of this.#shelves.get(deck)?.days ?? []) if (day <= upTo) yield* entries;
  }

  /** Cards on steps within a day, in no order. */
  *steps(decks: Iterable<DeckId>): Generator<Entry, void> {
    for (const deck of decks) yield* this.#shelves.get(deck)?.steps ?? [];
  }

  /** New cards of one deck after another, each in the order of its positions. Whoever needs the first few reads no further. */
  *fresh(decks: Iterable<DeckId>): Generator<Entry, void> {
    for (const deck of decks) yield* this.#shelves.get(deck)?.fresh ?? [];
  }

  /** How many new cards wait in the deck. */
  freshIn(deck: DeckId): number {
    return this.#shelves.get(deck)?.fresh.size ?? 0;
  }

  /** The cards of a note. */
  of(note: NoteId): readonly Entry[] {
    return this.#notes.get(note) ?? [];
  }

  /** Brings it up to a change that the collection has gone through. */
  follow(records: Records): void {
    for (const note of this.#touched(records)) this.#place(note);
  }

  #touched({ notes = [], cards = [], noteTypes = [] }: Records): Set<NoteId> {
    const touched = new Set<NoteId>();
    for (const [before, after] of notes) touched.add((after ?? before)?.id ?? "");
    for (const [before, after] of cards) touched.add((after ?? before)?.note ?? "");
    const types = new Set<NoteTypeId>(noteTypes.map(([before, after]) => (after ?? before)?.id ?? ""));
    if (types.size > 0)
      for (const note of this.#collection.notes.values()) if (types.has(note.type)) touched.add(note.id);
    return touched;
  }

  #place(id: NoteId): void {
    for (const entry of this.of(id)) this.#shelves.get(entry.deck)?.delete(entry);
    const note = this.#collection.notes.get(id);
    const entries = note ? entriesOf(this.#collection, note) : [];
    if (entries.length > 0) this.#notes.set(id, entries);
    else this.#notes.delete(id);
    for (const entry of entries) this.#shelf(entry.deck).add(entry);
  }

  #shelf(deck: DeckId): Shelf {
    const there = this.#shelves.get(deck);
    if (there) return there;
    const made = new Shelf();
    this.#shelves.set(deck, made);
    return made;
  }
}

const none = { cards: 0, unseen: 0 };

const agendas = new WeakMap<Collection, Agenda>();

/** The collection's agenda: made in one pass when it is first asked for, and kept true by `apply` from then on. */
export function agendaOf(collection: Collection): Agenda {
  const there = agendas.get(collection);
  if (there) return there;
  const made = new Agenda(collection);
  agendas.set(collection, made);
  follow(collection, (records) => made.follow(records));
  return made;
}
