import type { CardId, Grade, Kept, Phase, Review } from "../../../contract/shapes.ts";
import type { AnkiReview } from "./collection.ts";
import { factorOf, isGraded, isReset } from "./history.ts";

/** What a card's log said so far. */
export interface Before {
  /** Whether it was answered since it was new. */
  seen: boolean;
  day: number;
  ivl: number;
}

export const unseen: Before = { seen: false, day: 0, ivl: 0 };

/** Columns that are kept of a row, in the order in which they are written down. */
const names = ["factor", "usn", "lastIvl", "type", "time", "ivl"] as const;

const sorts = { new: 0, learning: 0, review: 1, relearning: 2 } as const;
const longestAnswer = 60_000;

export function readReview(row: AnkiReview, card: CardId, before: Before, dayOf: (ms: number) => number): Review {
  const phase = phaseOf(row, before.seen);
  const elapsed = phase === "new" || !before.seen ? 0 : Math.max(0, dayOf(row.id) - before.day);
  return {
    id: String(row.id),
    card,
    at: row.id,
    grade: row.ease as Grade | 0,
    took: Math.min(Math.max(0, row.time), longestAnswer),
    phase,
    elapsed,
    interval: row.ivl,
    stability: 0,
    difficulty: 0,
    recall: null,
  };
}

/** What the next row of the same card has before it. */
export function following(row: AnkiReview, before: Before, dayOf: (ms: number) => number): Before {
  if (isReset(row)) return { ...unseen, ivl: row.ivl };
  return isGraded(row) ? { seen: true, day: dayOf(row.id), ivl: row.ivl } : { ...before, ivl: row.ivl };
}

function phaseOf({ type, lastIvl }: AnkiReview, seen: boolean): Phase {
  if (type === 1) return "review";
  if (type === 2) return "relearning";
  if (type === 0) return seen && lastIvl !== 0 ? "learning" : "new";
  return lastIvl > 0 ? "review" : seen ? "learning" : "new";
}

/** The row that Anki would have of a review if nothing else were known of it. */
export function deriveReview(review: Review, cid: number, before: Pick<Before, "ivl">): AnkiReview {
  const { at, grade, took, phase, interval, difficulty } = review;
  return {
    id: at,
    cid,
    usn: -1,
    ease: grade,
    ivl: interval,
    lastIvl: phase === "new" ? 0 : before.ivl,
    factor: difficulty > 0 ? factorOf(difficulty) : 0,
    time: took,
    type: grade === 0 ? 4 : sorts[phase],
  };
}

/** A list of a few numbers, null for what follows from the rest; null if all does. */
export function keptReview(row: AnkiReview, derived: AnkiReview): string | null {
  const list = names.map((name) => (row[name] === derived[name] ? null : row[name]));
  while (list.at(-1) === null) list.pop();
  return list.length > 0 ? JSON.stringify(list) : null;
}

/** The row with what was kept of it in its place. */
export function withKept(derived: AnkiReview, text: string | null): AnkiReview {
  if (text === null) return derived;
  const row = { ...derived };
  for (const [i, value] of keptList(text).entries()) {
    const name = names[i];
    if (name && typeof value === "number") row[name] = value;
  }
  return row;
}

function keptList(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}

/** Most rows of a log keep the same as many others do: those share it. */
export function sharing(): (text: string | null) => { kept?: Kept } {
  const known = new Map<string, { kept: Kept }>();
  return (text) => {
    if (text === null) return {};
    const found = known.get(text) ?? { kept: { anki: text } };
    known.set(text, found);
    return found;
  };
}
