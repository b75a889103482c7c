import type { Card, Preset } from "../../contract/shapes.ts";
import { agendaOf } from "../agenda/agenda.ts";
import { type Collection, presetOfDeck } from "../collection.ts";

/** Cards that are scheduled alike. */
export interface Group {
  preset: Preset;
  /** Seen, not suspended, due within the time that was asked for; those on steps within a day too. */
  cards: Card[];
  /** How many were never seen and may be. */
  unseen: number;
}

/** The cards of each preset (with the desired retention of their decks) that are due up to and including a study day. */
export function groupsUntil(collection: Collection, day: number): Group[] {
  const agenda = agendaOf(collection);
  const groups = new Map<string, Group>();
  for (const deck of collection.decks.values()) {
    const preset = presetOfDeck(collection, deck);
    const key = `${preset.desiredRetention} ${preset.id}`;
    const group = groups.get(key) ?? { preset, cards: [], unseen: 0 };
    groups.set(key, group);
    for (const { card } of agenda.dueCards([deck.id], day)) if (card) group.cards.push(card);
    for (const { card } of agenda.steps([deck.id])) if (card) group.cards.push(card);
    group.unseen += agenda.freshIn(deck.id);
  }
  return [...groups.values()];
}
