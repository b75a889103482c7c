import type { Card, Records } from "../../contract/shapes.ts";
import { agendaOf } from "../agenda/agenda.ts";
import { waitsFor } from "../agenda/entry.ts";
import { type Collection, deckOf, follow, presetOf } from "../collection.ts";

/** By preset, how many cards are due by the day on each study day. */
type Counts = Map<string, Map<number, number>>;

const known = new WeakMap<Collection, { counts: Counts | null }>();

/**
 * Cards that are due by the day on that study day, in all decks that share a preset. Kept, since the previews of every card ask for
 * many days: a change of cards alone is followed, any other has it counted anew.
 */
export function dueInPreset(collection: Collection, preset: string, day: number): number {
  let kept = known.get(collection);
  if (!kept) {
    const made: { counts: Counts | null } = { counts: null };
    kept = made;
    known.set(collection, made);
    // Before the first change that it follows, so that it sees what the change did to the agenda.
    agendaOf(collection);
    follow(collection, (records) => {
      if (made.counts && !track(collection, made.counts, records)) made.counts = null;
    });
  }
  kept.counts ??= count(collection);
  return kept.counts.get(preset)?.get(day) ?? 0;
}

function count(collection: Collection): Counts {
  const counts: Counts = new Map();
  const agenda = agendaOf(collection);
  for (const deck of collection.decks.values())
    for (const [day, cards] of agenda.dueDays(deck.id)) add(counts, presetOf(collection, deck.preset).id, day, cards);
  return counts;
}

function add(counts: Counts, preset: string, day: number, cards: number): void {
  const days = counts.get(preset) ?? new Map<number, number>();
  counts.set(preset, days.set(day, (days.get(day) ?? 0) + cards));
}

/** False if it cannot be: where cards are, or which presets their decks have, may have changed. */
function track(
  collection: Collection,
  counts: Counts,
  { cards = [], notes, decks, presets, noteTypes }: Records,
): boolean {
  if (notes || decks || presets || noteTypes) return false;
  for (const [before, after] of cards) {
    if (before) move(collection, counts, before, -1);
    if (after) move(collection, counts, after, 1);
  }
  return true;
}

function move(collection: Collection, counts: Counts, card: Card, by: number): void {
  const note = collection.notes.get(card.note);
  const isMade = agendaOf(collection)
    .of(card.note)
    .some(({ ord }) => ord === card.ord);
  if (!note || !isMade || waitsFor({ card }) !== "day") return;
  const deck = collection.decks.get(deckOf(note, card));
  if (deck) add(counts, presetOf(collection, deck.preset).id, card.day, by);
}
