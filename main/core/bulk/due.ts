import type { Fault } from "../../contract/faults.ts";
import type { Card, Preset, Records } from "../../contract/shapes.ts";
import { type Collection, deckOf, presetOf } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import { memory } from "../schedule/memory.ts";
import type { Moment } from "../schedule/moment.ts";
import { fraction } from "../schedule/random.ts";
import { type Chosen, cardRecords } from "./chosen.ts";

/** Days from today, both ends included; each card gets one of them. */
export interface DueRange {
  least: number;
  most: number;
  /** The days become the interval too. */
  asInterval: boolean;
}

const longest = 36_500;

/** Reads Anki's way to write it: `0`, `3`, `5-7`, `60-90!`. Fault: `badChange`. */
export function parseDue(text: string): DueRange | Fault {
  const parts = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*(!?)\s*$/.exec(text);
  if (!parts)
    return {
      code: "badChange",
      detail: `“${text}” is no due date; write 0 for today, 3, or 5-7 for one of these days`,
    };
  const [a, b] = [Number(parts[1]), Number(parts[2] ?? parts[1])];
  if (Math.max(a, b) > longest) return { code: "badChange", detail: `a due date lies at most ${longest} days ahead` };
  return { least: Math.min(a, b), most: Math.max(a, b), asInterval: parts[3] === "!" };
}

/**
 * Cards come back on one of those days. What is known of their memory stays as it is, so their recall until then is told
 * truly; a new card is taken as known just so well that it would come back then. Suspended cards stay suspended.
 */
export function setDue(collection: Collection, { cards, notes }: Chosen, days: DueRange, now: Moment): Records {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const presetFor = (card: Card) => {
    const note = byId.get(card.note);
    return presetOf(collection, (note && collection.decks.get(deckOf(note, card))?.preset) ?? "");
  };
  const today = studyDay(now.ms, now.calendar);
  return cardRecords(collection, cards, (card) => {
    const share = fraction(`${card.id} ${now.ms}`);
    const n = days.least + Math.floor(share * (days.most - days.least + 1));
    const known = card.phase === "new" ? assumed(card, n, presetFor(card), now.ms) : card;
    const since = studyDay(known.last, now.calendar);
    const interval = days.asInterval ? n : today + n - since;
    return {
      ...known,
      phase: "review",
      step: 0,
      due: null,
      day: today + n,
      interval: Math.max(1, interval),
      buried: null,
      placed: "due",
    };
  });
}

function assumed(card: Card, days: number, preset: Preset, at: number): Card {
  const { interval, next } = memory(preset.weights);
  const stability = Math.max(1, days) / interval(1, preset.desiredRetention);
  return { ...card, last: at, stability, difficulty: next(null, 0, 3).difficulty };
}
