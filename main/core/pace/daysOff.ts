import type { Fault } from "../../contract/faults.ts";
import type { DaysOffPlan, DaysOffView } from "../../contract/pace.ts";
import type { Card, CardId, Records, Review, Settings } from "../../contract/shapes.ts";
import { type Collection, settingsOf } from "../collection.ts";
import { studyDay } from "../schedule/day.ts";
import type { Moment } from "../schedule/moment.ts";
import { groupsUntil } from "./groups.ts";
import { type Move, moveOff } from "./moveOff.ts";
import { type Times, timesOf } from "./times.ts";

/** Days from today on whose load is told. */
const shown = 120;

/** The days off that are still to come, and what is due on the days ahead. */
export function daysOffView(collection: Collection, now: Moment): DaysOffView {
  const today = studyDay(now.ms, now.calendar);
  const off = settingsOf(collection).daysOff.filter((day) => day >= today);
  const load = loadByDay(collection, today);
  const each = secondsEach(timesOf(collection, today)) / 60;
  return {
    today,
    off,
    load: Array.from({ length: shown }, (_, i) => {
      const cards = load.get(today + i) ?? 0;
      return { day: today + i, cards, minutes: cards * each };
    }),
  };
}

/** What marking these days (all that are to be off from today on) would do. Fault: `badSetting` for a day that is past. */
export function planDaysOff(collection: Collection, days: readonly number[], now: Moment): DaysOffPlan | Fault {
  const today = studyDay(now.ms, now.calendar);
  const off = daysFrom(days, today);
  if (!(off instanceof Set)) return off;
  const moves = moveOff(collection, off, today);
  const apart = moves.map(({ card, to }) => to - card.day);
  const mean = (of: (move: Move) => number) =>
    moves.length > 0 ? moves.reduce((sum, move) => sum + of(move), 0) / moves.length : 0;
  return {
    earlier: apart.filter((days) => days < 0).length,
    later: apart.filter((days) => days > 0).length,
    furthest: Math.max(0, ...apart.map(Math.abs)),
    recall:
      moves.length > 0
        ? { before: mean(({ recall }) => recall.before), after: mean(({ recall }) => recall.after) }
        : null,
    heaviest: heaviest(collection, off, moves, today),
  };
}

/**
 * The records that mark these days: the setting, and the cards that were due on them, each moved to a day of study. Days off that are
 * past stay. Fault: `badSetting` for a day that is past.
 */
export function saveDaysOff(collection: Collection, days: readonly number[], now: Moment): Records | Fault {
  const today = studyDay(now.ms, now.calendar);
  const off = daysFrom(days, today);
  if (!(off instanceof Set)) return off;
  const before = collection.settings.get("settings") ?? null;
  const settings = settingsOf(collection);
  const daysOff = [...settings.daysOff.filter((day) => day < today), ...[...off].sort((a, b) => a - b)];
  const moves = moveOff(collection, off, today);
  const after: Settings = { ...settings, daysOff };
  if (moves.length === 0 && String(settings.daysOff) === String(daysOff)) return {};
  const cards = moves.map((move): [Card, Card] => [move.card, moved(move)]);
  const reviews = logOf(collection, moves, now.ms).map((review): [null, Review] => [null, review]);
  return { settings: [[before, after]], ...(moves.length > 0 && { cards, reviews }) };
}

function daysFrom(days: readonly number[], today: number): Set<number> | Fault {
  if (days.some((day) => !Number.isInteger(day)))
    return { code: "badSetting", detail: "a day off must be a whole day" };
  if (days.some((day) => day < today)) return { code: "badSetting", detail: "a day that is past cannot be taken off" };
  return new Set(days);
}

/** Its memory stays as it is: only the day changes, and with it the interval. */
const moved = ({ card, to }: Move): Card => ({
  ...card,
  day: to,
  interval: Math.max(1, card.interval + to - card.day),
});

/** A line of the log for each, so that history tells it. No two share a millisecond. */
function logOf(collection: Collection, moves: readonly Move[], ms: number): Review[] {
  let at = ms - 1;
  return moves.map((move) => {
    do at++;
    while (collection.reviews.has(String(at)));
    const { id, phase, stability, difficulty } = move.card;
    const { interval } = moved(move);
    const line = { id: String(at), card: id, at, grade: 0 as const, kind: "moved" as const, took: 0, phase };
    return { ...line, elapsed: move.elapsed, interval, stability, difficulty, recall: move.recall.now };
  });
}

/** Cards that are due by the day, by study day; what is overdue counts for today. */
function loadByDay(
  collection: Collection,
  today: number,
  moves: ReadonlyMap<CardId, number> = new Map(),
): Map<number, number> {
  const load = new Map<number, number>();
  for (const { cards } of groupsUntil(collection, Number.POSITIVE_INFINITY)) {
    for (const card of cards) {
      if (card.due !== null) continue;
      const day = Math.max(today, moves.get(card.id) ?? card.day);
      load.set(day, (load.get(day) ?? 0) + 1);
    }
  }
  return load;
}

/** Nine in ten are remembered, as most want it. */
const secondsEach = ({ passed, forgotten, step }: Times): number => 0.9 * passed + 0.1 * (forgotten + step);

/** The heaviest day up to where cards are moved: what lies on days off waits for the day of study after them. */
function heaviest(
  collection: Collection,
  off: ReadonlySet<number>,
  moves: readonly Move[],
  today: number,
): DaysOffPlan["heaviest"] {
  if (moves.length === 0) return null;
  const each = secondsEach(timesOf(collection, today)) / 60;
  const last = Math.max(...moves.map(({ card, to }) => Math.max(card.day, to)), ...off) + 1;
  const gathered = (load: Map<number, number>): Map<number, number> => {
    const days = new Map<number, number>();
    let waiting = 0;
    for (let day = today; day <= last || off.has(day); day++) {
      waiting += load.get(day) ?? 0;
      if (off.has(day)) continue;
      days.set(day, waiting);
      waiting = 0;
    }
    return days;
  };
  const before = gathered(loadByDay(collection, today));
  const after = gathered(loadByDay(collection, today, new Map(moves.map(({ card, to }) => [card.id, to]))));
  let found = { day: today, cards: -1 };
  for (const [day, cards] of before) {
    const most = Math.max(cards, after.get(day) ?? 0);
    if (most > found.cards) found = { day, cards: most };
  }
  return { day: found.day, before: (before.get(found.day) ?? 0) * each, after: (after.get(found.day) ?? 0) * each };
}
