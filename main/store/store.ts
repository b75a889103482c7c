import { mkdir, open as openFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Low } from "lowdb";
import { Failure } from "../contract/faults.ts";
import type { CardId, Change, Records, Review } from "../contract/shapes.ts";
import { apply, type Collection, emptyCollection, invert } from "../core/collection.ts";
import type { ReviewLog } from "../core/search/reviewLog.ts";
import { type Bulk, type BulkUse, pieceRecords } from "./bulk.ts";
import { type Check, check } from "./check.ts";
import type { Compaction } from "./compact.ts";
import { type Drafts, openDrafts } from "./drafts.ts";
import { type Entry, History } from "./history.ts";
import { JournalAdapter, type Limits } from "./journal.ts";
import type { Line } from "./line.ts";
import { recent } from "./load.ts";
import { lock } from "./lock.ts";
import { mediaPath, putMedia } from "./media.ts";
import { gatherBulk } from "./readBulk.ts";
import { readReviewLog } from "./readReviewLog.ts";
import { withFolder } from "./reason.ts";
import { ReviewIndex } from "./reviewIndex.ts";
import { reviewsOf } from "./reviews.ts";
import { copies, flushFolder, type Open } from "./segment.ts";
import { settle, settleAll, unstage } from "./settle.ts";

export interface StoreOptions {
  /** Writes the snapshot, off the hot path (see compact.ts). It may fail: the journal has everything. */
  compact(task: Compaction): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
  /** Opens the files of the journal; another one can play a failing disk. */
  open?: Open;
  /** How much the journal writes at once, and into one file. */
  limits?: Limits;
  /** Reads the log of all reviews, off the hot path (see readReviewLog.ts, which it is by default). */
  readReviewLog?(folder: string): Promise<ReviewLog>;
  /** Journal lines after which the snapshot is written anew. */
  compactAfter?: number;
}

/**
 * Opens the collection in a folder, which is made if it is missing. Throws the faults `folder` (it cannot be used, or a
 * newer Mneme wrote it) and `busy` (another process has it).
 */
export async function openStore(folder: string, options: StoreOptions): Promise<Store> {
  return withFolder(folder, async () => {
    for (const copy of copies) await mkdir(join(folder, copy), { recursive: true });
    // New folders must outlive a power cut. The one above may not be ours to open.
    await flushFolder(folder);
    await flushFolder(dirname(folder)).catch(() => {});
    const unlock = await lock(folder, options.now());
    try {
      const adapter = new JournalAdapter(folder, options.now(), options.open ?? openFile, options.limits);
      const db = new Low(adapter, emptyCollection());
      await db.read();
      adapter.loaded.problems.push(...(await settleAll(folder, adapter.loaded.lines)));
      const history = new History(folder, [...adapter.loaded.lines], adapter.loaded.older);
      await history.reach();
      const drafts = await openDrafts(folder, adapter.loaded.problems);
      return new Store(folder, options, db, adapter, history, drafts, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  });
}

/** A bulk that has been read. */
export interface Gathered {
  use: BulkUse;
  records: Records;
}

/** Lines after which the snapshot is written anew. */
const compactAfter = 2_000;

/** A collection in memory, and the only way to change it. */
export class Store {
  /** What was found at opening and what was done about it, in sentences for the person. */
  readonly problems: readonly string[];
  readonly drafts: Drafts;
  readonly #folder: string;
  readonly #options: StoreOptions;
  readonly #db: Low<Collection>;
  readonly #adapter: JournalAdapter;
  readonly #history: History;
  readonly #unlock: () => Promise<void>;
  readonly #reviews: ReviewIndex;
  readonly #openedAt: number;
  /** What the snapshot does not hold, in lines. */
  #lines: number;
  /** The last write, done when memory shows it; and the last undo or redo. */
  #latest: Promise<unknown> = Promise.resolve();
  #turn: Promise<unknown> = Promise.resolve();
  #compaction: Promise<void> | null = null;
  /** Bulks that a line names, or may name, which this store has written. */
  readonly #named = new Set<string>();
  readonly #listeners = new Set<(records: Records | null) => void>();
  #closed = false;

  constructor(
    folder: string,
    options: StoreOptions,
    db: Low<Collection>,
    adapter: JournalAdapter,
    history: History,
    drafts: Drafts,
    unlock: () => Promise<void>,
  ) {
    this.#folder = folder;
    this.#options = options;
    this.#db = db;
    this.#adapter = adapter;
    this.#history = history;
    this.drafts = drafts;
    this.#unlock = unlock;
    this.#reviews = new ReviewIndex(() => (options.readReviewLog ?? readReviewLog)(folder));
    this.#openedAt = options.now();
    this.problems = adapter.loaded.problems;
    this.#lines = adapter.loaded.lines.reduce((sum, line) => sum + weightOf(line), 0);
    this.#compactIfDue();
  }

  /** Where it lies. */
  get folder(): string {
    return this.#folder;
  }

  get collection(): Collection {
    return this.#db.data;
  }

  /** What `undo` would take back. */
  get undoable(): Entry | null {
    return this.#history.undoable;
  }

  /** What `redo` would do again. */
  get redoable(): Entry | null {
    return this.#history.redoable;
  }

  /** Durable on disk, then in memory, then resolved. Throws the fault `notSaved`, and memory is as it was. */
  async commit(change: Change): Promise<void> {
    await this.#write(change);
  }

  /**
   * The slow half of `commitStaged`, which holds nobody up: reads what `stageRecords` wrote. Throws the fault `notSaved` if the disk does
   * not give it back whole.
   */
  gather(bulk: Bulk): Promise<Gathered> {
    return this.#gather({ ...bulk, back: false });
  }

  /**
   * As `commit`, for records that `stageRecords` has written and media that were staged under the same id. They come into memory all
   * at once.
   */
  commitStaged(change: Omit<Change, "records">, bulk: Bulk | Gathered): Promise<Line> {
    return this.#inTurn(async () => {
      const gathered = "use" in bulk ? bulk : await this.gather(bulk);
      return this.#useBulk({ ...change, records: {} }, gathered);
    });
  }

  /** Takes away what was staged under an id, unless it was committed. Never rejects: what stays goes at the next start. */
  async unstage(id: string): Promise<void> {
    if (!this.#named.has(id)) await unstage(this.#folder, id).catch(() => {});
  }

  /** Tells every change from now on, right after it is in memory; null in place of records that lie in a bulk. Ends when called. */
  onCommit(listener: (records: Records | null) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes the last change back; null if there is none. Faults as `commit`. `now` in epoch milliseconds. */
  undo(now: number): Promise<Line | null> {
    return this.#inTurn(() => this.#again("undo", now));
  }

  /** Does again what was last taken back; null if there is nothing. Faults as `commit`. `now` in epoch milliseconds. */
  redo(now: number): Promise<Line | null> {
    return this.#inTurn(() => this.#again("redo", now));
  }

  /** The whole log of some cards, oldest first, without what was undone. */
  reviewsOf(cards: readonly CardId[]): Promise<Review[]> {
    return reviewsOf(this.#folder, cards);
  }

  /** When every card was answered, and how. The first time it reads the whole journal; the log keeps up with changes. */
  reviewLog(): Promise<ReviewLog> {
    return this.#reviews.read();
  }

  /** Keeps the bytes of a media file; their hash, once they are durable. Throws the fault `notSaved`. */
  putMedia(bytes: Uint8Array): Promise<string> {
    if (this.#closed) return Promise.reject(new Failure({ code: "readOnly", detail: "it is closing" }));
    return putMedia(this.#folder, bytes);
  }

  /** Where the bytes of that hash lie; null if it is no hash. */
  mediaPath(hash: string): string | null {
    return mediaPath(this.#folder, hash);
  }

  /** Reads everything anew and compares it with memory. Writes wait for it. */
  async check(): Promise<Check> {
    await this.#latest;
    const since = Math.max(this.#openedAt, this.#options.now()) - recent;
    return this.#adapter.alone(() => check(this.#folder, this.collection, since));
  }

  /** Waits for all writes, and lets go of the folder. */
  async close(): Promise<void> {
    await this.#turn;
    this.#closed = true;
    await this.#adapter.close();
    await this.#compaction;
    await this.drafts.settled();
    await this.#unlock();
  }

  async #again(op: "undo" | "redo", now: number): Promise<Line | null> {
    const next = () => (op === "undo" ? this.undoable : this.redoable);
    for (;;) {
      const entry = next();
      if (!entry) return null;
      const { bulk, records } = entry;
      if (!bulk) return this.#write(again(op, entry, op === "undo" ? invert(records) : records, now), entry);
      const gathered = await this.#gather({ ...bulk, back: op === "undo" ? !bulk.back : bulk.back });
      const latest = this.#latest;
      await latest;
      // Others may have changed something meanwhile, which then comes first.
      if (latest === this.#latest && next() === entry) return this.#useBulk(again(op, entry, {}, now), gathered, entry);
    }
  }

  async #gather(use: BulkUse): Promise<Gathered> {
    let missing = 0;
    const records = await gatherBulk(this.#folder, use, this.#options.now() - recent, (flaws) => {
      ({ missing } = flaws);
    });
    // Half a change is none.
    if (missing > 0) throw new Failure({ code: "notSaved", detail: "the disk does not give back what was written" });
    return { use, records };
  }

  async #useBulk(change: Change, { use, records }: Gathered, of?: Entry): Promise<Line> {
    this.#named.add(use.id);
    const line = await this.#write(change, of, { use, records }).catch(async (error: unknown) => {
      // A line that was refused may be on disk all the same, until another one says that it does not count.
      await this.#adapter.seal();
      if (!of && this.#adapter.isSure) this.#named.delete(use.id);
      throw error;
    });
    // It counts already. What is not settled now is settled at the next start.
    await settle(this.#folder, use.id).catch(() => {});
    // Only now, so that a start that has to settle what the line names need not look for it in the whole journal.
    this.#compactIfDue();
    return line;
  }

  #write(change: Change, of?: Entry, bulk?: Gathered): Promise<Line> {
    if (this.#closed) return Promise.reject(new Failure({ code: "readOnly", detail: "it is closing" }));
    const done = this.#save(this.#adapter.stage(change, of && { line: of.line, op: of.op }, bulk?.use), bulk?.records);
    this.#latest = done.catch(() => {});
    return done;
  }

  async #save(line: Line, bulk?: Records): Promise<Line> {
    await this.#db.write();
    apply(this.collection, bulk ?? line.records);
    if (bulk) this.#reviews.forget();
    else this.#reviews.follow(line.records);
    this.#history.add(line);
    for (const listener of this.#listeners) listener(bulk ? null : line.records);
    this.#lines += weightOf(line);
    if (!bulk) this.#compactIfDue();
    return line;
  }

  /** One at a time, and after all that was committed before: each has to see what the one before it left. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(async () => {
      await this.#latest;
      const value = await work();
      await this.#history.reach();
      return value;
    });
    this.#turn = done.catch(() => {});
    return done;
  }

  #compactIfDue(): void {
    if (this.#compaction || this.#lines < (this.#options.compactAfter ?? compactAfter)) return;
    this.#lines = 0;
    this.#compaction = this.#compact()
      // Another try comes with the next lines; the journal has everything meanwhile.
      .catch(() => {})
      .finally(() => {
        this.#compaction = null;
      });
  }

  async #compact(): Promise<void> {
    const segments = [...this.#adapter.loaded.read, ...(await this.#adapter.seal())];
    await this.#options.compact({ folder: this.#folder, segments, now: this.#options.now() });
  }
}

/** What it costs a start to read it, in lines. */
const weightOf = ({ bulk }: Line): number => (bulk ? bulk.lines * pieceRecords : 1);

function again(op: "undo" | "redo", { what }: Entry, records: Change["records"], now: number): Change {
  return { at: now, offset: -new Date(now).getTimezoneOffset(), op, what, records };
}
