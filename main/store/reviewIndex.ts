import type { Records } from "../contract/shapes.ts";
import { followReviews, type ReviewLog } from "../core/search/reviewLog.ts";
import type { Line } from "./line.ts";
import { listSegments, readSegment } from "./readSegment.ts";

/** The log of all reviews in brief: read from the journal when it is first asked for, then kept up with each change. */
export class ReviewIndex {
  readonly #folder: string;
  #log: Promise<ReviewLog> | null = null;
  #ready: ReviewLog | null = null;
  /** Changes that were made while the journal was read. */
  #missed: Records[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The same object each time, always up to date. */
  read(): Promise<ReviewLog> {
    this.#log ??= readLog(this.#folder).then(
      (log) => {
        for (const records of this.#missed.splice(0)) followReviews(log, records);
        this.#ready = log;
        return log;
      },
      (error: unknown) => {
        this.#log = null;
        throw error;
      },
    );
    return this.#log;
  }

  /** A change that is in memory now. */
  follow(records: Records): void {
    if (!records.reviews) return;
    if (this.#ready) followReviews(this.#ready, records);
    else if (this.#log) this.#missed.push(records);
  }
}

/** Every line that counts, whichever segment it is in; see `inOrder`. */
async function readLog(folder: string): Promise<ReviewLog> {
  const kept: { n: number; w: string; records: Records }[] = [];
  const voided = new Set<string>();
  for (const name of await listSegments(folder)) {
    const segment = await readSegment(folder, name, '"reviews":[[');
    for (const id of segment.void) voided.add(id);
    for (const { n, w, records } of segment.lines as Line[])
      kept.push({ n, w, records: { reviews: records.reviews ?? [] } });
  }
  const log: ReviewLog = new Map();
  const seen = new Set<string>();
  for (const { n, w, records } of kept.sort((a, b) => a.n - b.n || (a.w < b.w ? -1 : 1))) {
    const id = `${n}-${w}`;
    if (seen.has(id) || voided.has(id)) continue;
    seen.add(id);
    followReviews(log, records);
  }
  return log;
}
