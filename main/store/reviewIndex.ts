import type { Records } from "../contract/shapes.ts";
import { followReviews, type ReviewLog } from "../core/search/reviewLog.ts";

/** The log of all reviews in brief: read from the journal when it is first asked for, then kept up with each change. */
export class ReviewIndex {
  readonly #readLog: () => Promise<ReviewLog>;
  #log: Promise<ReviewLog> | null = null;
  #ready: ReviewLog | null = null;
  /** Changes that were made while the journal was read. */
  #missed: Records[] = [];

  constructor(readLog: () => Promise<ReviewLog>) {
    this.#readLog = readLog;
  }

  /** The same object each time, always up to date. */
  read(): Promise<ReviewLog> {
    if (this.#log) return this.#log;
    const reading: Promise<ReviewLog> = this.#readLog().then(
      (log) => {
        // Forgotten meanwhile: what was read may lack what came since.
        if (this.#log !== reading) return this.read();
        for (const records of this.#missed.splice(0)) followReviews(log, records);
        this.#ready = log;
        return log;
      },
      (error: unknown) => {
        if (this.#log === reading) this.#log = null;
        throw error;
      },
    );
    this.#log = reading;
    return reading;
  }

  /** More has changed than can be followed: whoever asks next has it read anew. */
  forget(): void {
    this.#log = null;
    this.#ready = null;
    this.#missed = [];
  }

  /** A change that is in memory now. */
  follow(records: Records): void {
    if (!records.reviews) return;
    if (this.#ready) followReviews(this.#ready, records);
    else if (this.#log) this.#missed.push(records);
  }
}
