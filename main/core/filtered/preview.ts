import type { EarlyView, FilteredPreview } from "../../contract/filtered.ts";
import type { Card, Preset } from "../../contract/shapes.ts";
import { type Collection, deckOf, presetOfDeck } from "../collection.ts";
import { minutesFor } from "../pace/minutesFor.ts";
import { timesOf } from "../pace/times.ts";
import { startOf, studyDay } from "../schedule/day.ts";
import { noFuzz } from "../schedule/fuzz.ts";
import type { Moment } from "../schedule/moment.ts";
import { plan, recallAt } from "../schedule/schedule.ts";
import type { Choice } from "./choose.ts";
import type { Candidate } from "./order.ts";

/** Days that are told one by one. */
const mostDays = 30;
/** Cards whose next intervals are worked out; of more, so many that lie evenly among them. */
const sampled = 500;

/** What a session with these cards would come to. */
export function preview(collection: Collection, { cards, ...counts }: Choice, now: Moment): FilteredPreview {
  const today = studyDay(now.ms, now.calendar);
  const phases = { learning: 0, review: 0, fresh: 0 };
  const byDay: number[] = [];
  const early: Candidate[] = [];
  for (const of of cards) {
    const { phase, due, day } = of.card;
    if (phase === "new") phases.fresh++;
    else if (due !== null) phases.learning++;
    else phases.review++;
    if (phase === "new") continue;
    const ahead = due === null ? Math.max(0, day - today) : 0;
    if (ahead < mostDays) byDay[ahead] = (byDay[ahead] ?? 0) + 1;
    if (ahead > 0 && phase === "review") early.push(of);
  }
  return {
    ...counts,
    cards: cards.length,
    minutes: minutesFor(phases, timesOf(collection, today)),
    byDay: Array.from(byDay, (n) => n ?? 0),
    early: early.length > 0 ? costOf(collection, early, now) : null,
  };
}

/** What it means to answer cards before they are due: Good now, against Good on the day that each is due. Fuzz is left out. */
function costOf(collection: Collection, early: readonly Candidate[], now: Moment): EarlyView {
  const today = studyDay(now.ms, now.calendar);
  const every = Math.max(1, early.length / sampled);
  const sums = { now: 0, onTime: 0, recall: 0 };
  let n = 0;
  for (let i = 0; i < early.length; i += every) {
    const { card, note } = early[Math.floor(i)] as Candidate;
    const preset = presetOfDeck(collection, collection.decks.get(deckOf(note, card)));
    sums.now += goodDays(card, preset, now.ms, now);
    sums.onTime += card.day - today + goodDays(card, preset, startOf(card.day, now.calendar), now);
    sums.recall += recallAt(card, preset, now.ms);
    n++;
  }
  return { cards: early.length, now: sums.now / n, onTime: sums.onTime / n, recall: sums.recall / n };
}

/** Days until a review card comes back after Good at that instant. */
function goodDays(card: Card, preset: Preset, at: number, { calendar }: Moment): number {
  const { wait } = plan(card, preset, at, calendar, noFuzz)[2];
  return wait.unit === "days" ? wait.n : 0;
}
