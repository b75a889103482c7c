import type { Card } from "../../../contract/shapes.ts";
import { cardId, defaultPreset, newCard } from "../../collection.ts";
import { memory } from "../../schedule/memory.ts";
import { type Entry, numberIn } from "./log.ts";

const day = 86_400_000;
/** What Mnemosyne aims at. */
const retention = 0.9;

/**
 * A card's schedule: grades 0 and 1 are on the way, 2 to 5 are learnt, anything below is new. Mnemosyne schedules by SM-2; its interval and
 * easiness stand for the history, which is not in the file. Null for a new card.
 */
export function readCard(
  entry: Entry,
  note: string,
  ord: number,
  { dayOf, now }: { dayOf(ms: number): number; now: number },
): Card | null {
  const grade = numberIn(entry, "gr", -1);
  const last = Math.min(numberIn(entry, "l_rp", -1) * 1_000, now);
  if (grade < 0 || last <= 0) return null;
  const lapses = count(numberIn(entry, "lps", 0));
  const reps = Math.max(1, count(numberIn(entry, "ac_rp", 0)) + count(numberIn(entry, "rt_rp", 0)));
  const next = numberIn(entry, "n_rp", last / 1_000) * 1_000;
  const days = Math.min(Math.max(0, Math.round((next - last) / day)), 36_500);
  const ease = Math.min(Math.max(numberIn(entry, "e", 2.5), 1.3), 5);
  const isLearnt = grade >= 2;
  const formulas = memory(defaultPreset.weights);
  const state = isLearnt ? formulas.assumed(Math.max(1, days), ease, retention) : formulas.next(null, 0, 1);
  return {
    ...newCard(note, ord),
    ...{ id: cardId(note, ord), reps, lapses, last, ...state },
    phase: isLearnt ? "review" : lapses > 0 ? "relearning" : "learning",
    due: isLearnt ? null : now,
    day: isLearnt ? dayOf(last + days * day) : dayOf(now),
    interval: isLearnt ? Math.max(1, days) : 0,
  };
}

const count = (value: number): number => Math.min(Math.max(0, Math.trunc(value)), 1_000_000);
