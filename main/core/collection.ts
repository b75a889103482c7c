import type {
  Card,
  CardId,
  Deck,
  DeckId,
  Note,
  NoteId,
  Preset,
  Records,
  Settings,
  Tables,
} from "../contract/shapes.ts";

/** Everything Mneme knows, in memory: one map by id for each table. Of the reviews only the recent ones are here. */
export type Collection = { [T in keyof Tables]: Map<string, Tables[T]> };

export const tableNames = [
  "decks",
  "noteTypes",
  "notes",
  "media",
  "searches",
  "cards",
  "days",
  "presets",
  "settings",
  "imports",
  "reviews",
] as const;

/** A collection without anything in it. */
export function emptyCollection(): Collection {
  return {
    decks: new Map(),
    noteTypes: new Map(),
    notes: new Map(),
    media: new Map(),
    searches: new Map(),
    cards: new Map(),
    days: new Map(),
    presets: new Map(),
    settings: new Map(),
    imports: new Map(),
    reviews: new Map(),
  };
}

/** Carries a change into the collection, in place, and tells what follows it. The only function that alters one. */
export function apply(collection: Collection, records: Records): void {
  for (const table of tableNames) applyTable(collection[table] as Map<string, { id: string }>, records[table] ?? []);
  followers.get(collection)?.forEach((tell) => void tell(records));
}

/** Tells every change of the collection from now on, right after it is made: for what is derived and kept (core/agenda). */
export function follow(collection: Collection, tell: (records: Records) => void): void {
  const others = followers.get(collection);
  if (others) others.push(tell);
  else followers.set(collection, [tell]);
}

const followers = new WeakMap<Collection, ((records: Records) => void)[]>();

function applyTable(map: Map<string, { id: string }>, pairs: [{ id: string } | null, { id: string } | null][]): void {
  for (const [before, after] of pairs) {
    if (after) map.set(after.id, after);
    else if (before) map.delete(before.id);
  }
}

/** The records that take a change back: `apply(c, invert(r))` after `apply(c, r)` leaves `c` as it was. */
export function invert(records: Records): Records {
  const flip = (pairs: [unknown, unknown][]) => pairs.map(([before, after]) => [after, before]).reverse();
  return Object.fromEntries(Object.entries(records).map(([table, pairs]) => [table, flip(pairs)]));
}

export const cardId = (note: NoteId, ord: number): CardId => `${note}/${ord}`;

/** The card's row, or what it is before anything happened to it. */
export function cardOf(collection: Collection, note: NoteId, ord: number): Card {
  return collection.cards.get(cardId(note, ord)) ?? newCard(note, ord);
}

/** A card to which nothing has happened yet. */
export function newCard(note: NoteId, ord: number): Card {
  return {
    id: cardId(note, ord),
    note,
    ord,
    phase: "new",
    step: 0,
    due: null,
    day: 0,
    interval: 0,
    stability: 0,
    difficulty: 0,
    last: 0,
    reps: 0,
    lapses: 0,
    buried: null,
    suspended: false,
    flag: 0,
  };
}

/** Anki's defaults, with FSRS on. Weights: FSRS-6, as published with fsrs-rs 6. */
export const defaultPreset: Preset = {
  id: "default",
  name: "Default",
  desiredRetention: 0.9,
  newPerDay: 20,
  reviewsPerDay: 200,
  learningSteps: [60, 600],
  relearningSteps: [600],
  maximumInterval: 36_500,
  weights: [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ],
  newIgnoresReviews: false,
  // Unlike Anki's: siblings that come on one day answer each other.
  bury: { fresh: true, reviews: true, interday: true },
  leechLapses: 8,
  leechAction: "tag",
  easyDays: [1, 1, 1, 1, 1, 1, 1],
  buttons: 4,
  order: { newGather: "turns", newSort: "gathered", newMix: "mixed", interdayMix: "mixed", reviews: "auto" },
};

export const defaultSettings: Settings = {
  id: "settings",
  theme: "system",
  rolloverHour: 4,
  learnAhead: 1_200,
  autoplay: true,
  limitsFromTop: false,
  budget: null,
  more: null,
  daysOff: [],
  catchUp: null,
  streak: false,
  timer: false,
  timebox: 0,
  autoAdvance: { question: 0, answer: 0, action: "bury" },
  told: [],
};

/** The deck that a card is in: its own, or else its note's. */
export const deckOf = (note: Pick<Note, "deck">, card: Pick<Card, "deck"> | undefined): DeckId =>
  card?.deck ?? note.deck;

/** The same for the card of an ordinal, and the deck itself; undefined if it is gone. */
export const deckOfCard = (collection: Collection, note: Note, ord: number): Deck | undefined =>
  collection.decks.get(deckOf(note, collection.cards.get(cardId(note.id, ord))));

/** By what the same note is known in other collections. */
export const guidOf = (note: Pick<Note, "id" | "guid">): string => note.guid ?? note.id;

/** The settings, with the defaults where none were stored. */
export const settingsOf = (collection: Collection): Settings => ({
  ...defaultSettings,
  ...collection.settings.get("settings"),
});

/** The preset by which a deck's cards are scheduled: its own, with what the deck says otherwise. */
export const presetOfDeck = (collection: Collection, deck: Deck | undefined): Preset => {
  const preset = presetOf(collection, deck?.preset ?? "");
  return deck?.desiredRetention === undefined ? preset : { ...preset, desiredRetention: deck.desiredRetention };
};

/** The preset of that id, or else the default one. */
export const presetOf = (collection: Collection, id: string): Preset =>
  collection.presets.get(id) ?? collection.presets.get("default") ?? defaultPreset;
