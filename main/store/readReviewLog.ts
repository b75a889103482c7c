import type { CardId, Records } from "../contract/shapes.ts";
import { followReviews, type ReviewLog } from "../core/search/reviewLog.ts";
import type { Line } from "./line.ts";
import { readBulk } from "./readBulk.ts";
import { listSegments, readSegment } from "./readSegment.ts";

/** A log as it travels between threads without being copied: the reviews of all cards one behind the other. */
export interface PackedLog {
  cards: CardId[];
  /** How many reviews each card has. */
  counts: Uint32Array;
  reviews: Float64Array;
}

export function packLog(log: ReviewLog): PackedLog {
  const lists = [...log.values()];
  const reviews = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    reviews.set(list, at);
    at += list.length;
  }
  return { cards: [...log.keys()], counts: Uint32Array.from(lists, ({ length }) => length), reviews };
}

/** What `packLog` packed. */
export function unpackLog({ cards, counts, reviews }: PackedLog): ReviewLog {
  const log: ReviewLog = new Map();
  let at = 0;
  for (const [i, card] of cards.entries()) {
    const end = at + (counts[i] ?? 0);
    log.set(card, Array.from(reviews.subarray(at, end)));
    at = end;
  }
  return log;
}

/** Reads every line that counts, whichever segment it is in; see `inOrder`. */
export async function readReviewLog(folder: string): Promise<ReviewLog> {
  const kept: (Pick<Line, "n" | "w" | "bulk"> & { records: Records })[] = [];
  const voided = new Set<string>();
  for (const name of await listSegments(folder)) {
    const segment = await readSegment(folder, name, '"reviews":[[');
    for (const id of segment.void) voided.add(id);
    for (const { n, w, records, bulk } of segment.lines)
      kept.push({ n, w, records: { reviews: records.reviews ?? [] }, ...(bulk && { bulk }) });
  }
  const log: ReviewLog = new Map();
  const seen = new Set<string>();
  for (const { n, w, records, bulk } of kept.sort((a, b) => a.n - b.n || (a.w < b.w ? -1 : 1))) {
    const id = `${n}-${w}`;
    if (seen.has(id) || voided.has(id)) continue;
    seen.add(id);
    followReviews(log, records);
    if (bulk) for await (const piece of readBulk(folder, bulk)) followReviews(log, { reviews: piece.reviews ?? [] });
  }
  return log;
}
