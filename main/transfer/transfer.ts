import { apply, type Collection, emptyCollection, settingsOf } from "../core/collection.ts";
import { load } from "../store/load.ts";
import { readReviewLog } from "../store/readReviewLog.ts";
import { ReviewIndex } from "../store/reviewIndex.ts";
import type { MediaStaging } from "../store/staging.ts";
import { converting } from "./converting.ts";
import { exporting } from "./exporting.ts";
import type { Progress } from "./format.ts";
import type { AskName, Asks, Begin, News, Request } from "./messages.ts";
import { mirroring } from "./mirroring.ts";
import type { Present } from "./present.ts";
import type { Ready } from "./ready.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { rehearsing } from "./rehearsing.ts";
import { removing } from "./removing.ts";

/** What a transfer is given besides its questions. */
export interface Surroundings extends Begin {
  newId(): string;
  progress(progress: Progress): void;
  signal: AbortSignal;
}

/** What it remembers between two questions. */
export interface Memory {
  rehearsal: Rehearsal | null;
  /** Where its media wait. */
  staging: MediaStaging | null;
  /** What was staged last. */
  ready: Ready | null;
}

type Answers = { [N in AskName]: (input: Asks[N][0], present: Present) => Asks[N][1] | Promise<Asks[N][1]> };

/** What the process of a transfer does. It has a copy of the collection, follows its changes, and writes nothing into it. */
export class Transfer {
  readonly #folder: string | null;
  readonly #memory: Memory = { rehearsal: null, staging: null, ready: null };
  readonly #answers: Answers;
  #collection: Collection | null = null;
  #revision = 0;
  readonly #reviews: ReviewIndex;

  constructor(around: Surroundings) {
    this.#folder = around.folder;
    this.#reviews = this.#newIndex();
    this.#answers = {
      ...rehearsing(around, this.#memory),
      ...removing(around, this.#memory),
      ...exporting(around),
      ...converting(around),
      ...mirroring(around),
      holds: () => this.#memory.ready?.holds ?? false,
    };
  }

  /** Throws faults. */
  async ask({ ask, input, now, zone }: Omit<Request, "n">): Promise<unknown> {
    const answer = this.#answers[ask] as (input: unknown, present: Present) => unknown;
    return answer(input, await this.#present(now, zone));
  }

  /** A change of the collection; one that was read from disk already does no harm. */
  follow({ records }: News): void {
    this.#revision++;
    this.#memory.ready?.follow(records);
    if (records) {
      if (this.#collection) apply(this.#collection, records);
      this.#reviews.follow(records);
    } else {
      this.#collection = null;
      this.#reviews.forget();
    }
  }

  async #present(now: number, zone: string): Promise<Present> {
    this.#collection ??=
      this.#folder === null ? emptyCollection() : (await load(this.#folder, { now, shared: true })).collection;
    const collection = this.#collection;
    const calendar = { zone, rolloverHour: settingsOf(collection).rolloverHour };
    return { collection, revision: this.#revision, calendar, now, log: () => this.#reviews.read() };
  }

  #newIndex(): ReviewIndex {
    const folder = this.#folder;
    return new ReviewIndex(async () => (folder === null ? new Map() : readReviewLog(folder)));
  }
}
