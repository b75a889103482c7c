import type { CardId, Grade, Kept, Phase, Review } from "../../../contract/shapes.ts";
import { longestAnswer } from "../../study/longestAnswer.ts";
import type { AnkiReview } from "./collection.ts";
import { factorOf, isGraded, isReset } from "./history.ts";

// A log has a row for every answer of a life, so nothing is made twice here.

/** What a card's log said so far. */
export interface Before {
  /** Whether it was answered since it was new. */
  seen: boolean;
  day: number;
  ivl: number;
}

export const unseen = (): Before => ({ seen: false, day: 0, ivl: 0 });

const sorts = { new: 0, learning: 0, review: 1, relearning: 2 } as const;

/**
 * What an answer was. The first scheduler had three buttons for cards on steps, so that 2 was Good there: `three` says that a collection
 * is still of that time.
 */
const gradeOf = ({ ease, type }: AnkiReview, three: boolean): Grade | 0 =>
  (three && (ease === 2 || ease === 3) && (type === 0 || type === 2) ? ease + 1 : ease) as Grade | 0;

const easeOf = ({ grade, phase }: Review, three: boolean): number =>
  three && grade > 2 && phase !== "review" ? grade - 1 : grade;

/** The review of a row, which was on that study day. */
export function readReview(row: AnkiReview, card: CardId, before: Before, day: number, three: boolean): Review {
  const phase = phaseOf(row, before.seen);
  return {
    id: String(row.id),
    card,
    at: row.id,
    grade: gradeOf(row, three),
    took: Math.min(Math.max(0, row.time), longestAnswer),
    phase,
    elapsed: phase === "new" || !before.seen ? 0 : Math.max(0, day - before.day),
    interval: row.ivl,
    stability: 0,
    difficulty: 0,
    recall: null,
  };
}

function phaseOf({ type, lastIvl }: AnkiReview, seen: boolean): Phase {
  if (type === 1) return "review";
  if (type === 2) return "relearning";
  if (type === 0) return seen && lastIvl !== 0 ? "learning" : "new";
  return lastIvl > 0 ? "review" : seen ? "learning" : "new";
}

/** Tells what the next row of the same card has before it. */
export function follow(before: Before, row: AnkiReview, day: number): void {
  before.ivl = row.ivl;
  if (isReset(row)) before.seen = false;
  else if (isGraded(row)) {
    before.seen = true;
    before.day = day;
  }
}

/** The row that Anki would have of a review if nothing else were known of it. */
export function deriveReview(review: Review, cid: number, before: Pick<Before, "ivl">, three: boolean): AnkiReview {
  return {
    id: review.at,
    cid,
    usn: -1,
    ease: easeOf(review, three),
    ivl: review.interval,
    lastIvl: review.phase === "new" ? 0 : before.ivl,
    factor: review.difficulty > 0 ? factorOf(review.difficulty) : 0,
    time: review.took,
    type: review.grade === 0 ? 4 : sorts[review.phase],
  };
}

/** Columns that are kept of a row, in the order in which they are written down. */
const names = ["factor", "usn", "lastIvl", "type", "time", "ease"] as const;

/** A list of a few numbers, null for what follows from the rest; null if all does. */
export function keptReview(row: AnkiReview, derived: AnkiReview): string | null {
  let text = "";
  let last = 0;
  for (const name of names) {
    const isSame = row[name] === derived[name];
    text += text === "" ? "[" : ",";
    text += isSame ? "null" : row[name];
    if (!isSame) last = text.length;
  }
  return last === 0 ? null : `${text.slice(0, last)}]`;
}

/** Puts what was kept of rows in its place. Most have the same as many others, which is read once. */
export function restoring(): (row: AnkiReview, text: string | null) => void {
  const known = new Map<string, unknown[]>();
  return (row, text) => {
    if (text === null) return;
    const list = known.get(text) ?? keptList(text);
    known.set(text, list);
    for (let i = 0; i < names.length; i++) {
      const value = list[i];
      if (typeof value === "number") row[names[i] as (typeof names)[number]] = value;
    }
  };
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
export function sharing(): (text: string) => Kept {
  const known = new Map<string, Kept>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const made = { anki: text };
    known.set(text, made);
    return made;
  };
}
