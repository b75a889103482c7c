import type { AnkiReview } from "./collection.ts";
import type { Problems } from "./problems.ts";

export interface ReadLog {
  /** Oldest first. */
  rows: AnkiReview[];
  byCard: Map<number, AnkiReview[]>;
  /** Rows of cards that are gone. */
  orphans: AnkiReview[];
}

/** The log's rows that can be, oldest first, and those of each card. */
export function readLog(revlog: readonly AnkiReview[], cards: ReadonlySet<number>, problems: Problems): ReadLog {
  const log: ReadLog = { rows: [], byCard: new Map(), orphans: [] };
  const isSorted = revlog.every(({ id }, i) => i === 0 || (revlog[i - 1] as AnkiReview).id <= id);
  const sorted = isSorted ? revlog : revlog.toSorted((a, b) => a.id - b.id);
  let last = -1;
  for (const row of sorted) {
    const clean = cleanRow(row, problems);
    if (!clean) continue;
    if (clean.id === last) problems.count("the review log", doubled);
    else if (!cards.has(clean.cid)) log.orphans.push(clean);
    else {
      last = clean.id;
      log.rows.push(clean);
      const rows = log.byCard.get(clean.cid);
      if (rows) rows.push(clean);
      else log.byCard.set(clean.cid, [clean]);
    }
  }
  if (log.orphans.length > 0) problems.of("the review log of cards that are gone", orphaned(log.orphans.length));
  return log;
}

const rowsOf = (n: number) => (n === 1 ? "One row was" : `${n.toLocaleString("en-US")} rows were`);
const doubled = (n: number) => `${rowsOf(n)} of the same millisecond as another, and left out.`;
const unknown = (n: number) => `${rowsOf(n)} no answers that Anki gives, and left out.`;
const orphaned = (n: number) => `${rowsOf(n)} about cards that are no longer there, and left out.`;

const within = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const int32 = 2 ** 31 - 1;
const isSmall = (value: number) => within(value, -int32 - 1, int32);

function cleanRow(row: AnkiReview, problems: Problems): AnkiReview | null {
  if (!within(row.id, 1, 1e14) || !within(row.ease, 0, 4)) {
    problems.count("rows of the review log", unknown);
    return null;
  }
  const { type, usn, ivl, lastIvl, factor, time } = row;
  if (within(type, 0, 5) && isSmall(usn) && isSmall(ivl) && isSmall(lastIvl) && isSmall(factor) && isSmall(time))
    return row;
  const whole = (value: number) => Math.min(Math.max(Math.round(Number(value)) || 0, -int32), int32);
  return {
    ...row,
    usn: whole(row.usn),
    ivl: whole(row.ivl),
    lastIvl: whole(row.lastIvl),
    factor: whole(row.factor),
    time: whole(row.time),
    type: within(row.type, 0, 5) ? row.type : 0,
  };
}
