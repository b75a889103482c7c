import type { Card, CatchUp } from "../../contract/shapes.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { DAY } from "../schedule/day.ts";
import { memory } from "../schedule/memory.ts";
import type { Group } from "./groups.ts";
import { groupsUntil } from "./groups.ts";

/** Cards due by the day on a study day before that one. */
export const backlogBefore = (collection: Collection, day: number): Group[] =>
  groupsUntil(collection, day - 1).map((group) => ({ ...group, cards: group.cards.filter(({ due }) => due === null) }));

export const countOf = (groups: readonly Group[]): number => groups.reduce((sum, { cards }) => sum + cards.length, 0);

/** How many of them are still known, as expected: the sum of their recall. */
export const knownOf = (groups: readonly Group[], ms: number): number =>
  groups.reduce((sum, { preset, cards }) => {
    const { recall } = memory(preset.weights);
    const of = (card: Card) => recall(card.stability, (ms - card.last) / DAY);
    return sum + cards.reduce((own, card) => own + of(card), 0);
  }, 0);

/** Days after the day that was said, when a plan that was never finished is no longer one. */
const patience = 60;

/** The plan that runs on a study day; null if there is none, or nothing of its backlog is left. */
export function runningPlan(collection: Collection, today: number): (CatchUp & { left: number }) | null {
  const { catchUp } = settingsOf(collection);
  if (!catchUp || today > catchUp.until + patience) return null;
  const left = countOf(backlogBefore(collection, catchUp.since));
  return left > 0 ? { ...catchUp, left } : null;
}
