import { randomBytes } from "node:crypto";
import type { Adapter } from "lowdb";
import { Failure } from "../contract/faults.ts";
import type { Change } from "../contract/shapes.ts";
import type { Collection } from "../core/collection.ts";
import { encodeHeader, encodeLine, type Line, version } from "./line.ts";
import { type Loaded, load } from "./load.ts";
import { reason } from "./reason.ts";
import { type Open, Segment } from "./segment.ts";

/** Characters of what is written at once, and of a segment after which a new one begins. */
export interface Limits {
  line: number;
  segment: number;
}

/** A string of more than 2^29 characters or a file of more than 2^31 bytes could not be read again. */
const standardLimits: Limits = { line: 4e8, segment: 2e8 };

/**
 * lowdb's way to disk. `read` is the snapshot and the lines after it; `write` appends what was staged, as one flush of
 * a log segment and its mirror, instead of writing the whole collection. A new segment begins at every start, after
 * any write error and at each compaction:
 *
 *     {"v":4,"w":"a1b2c3d4","void":[],"x":"…"}
 *     {"n":17,"at":…,"offset":120,"op":"answer","what":"…","records":{"cards":[[before,after]],…},"x":"…"}
 */
export class JournalAdapter implements Adapter<Collection> {
  readonly #folder: string;
  readonly #now: number;
  readonly #open: Open;
  readonly #limits: Limits;
  readonly #writer = randomBytes(4).toString("hex");
  #last = 0;
  #staged: Line[] = [];
  #void: number[] = [];
  #segment: Segment | null = null;
  /** Characters in it. */
  #written = 0;
  #segments: string[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #next: Promise<void> | null = null;

  #loaded: Loaded | null = null;

  constructor(folder: string, now: number, open: Open, limits: Limits = standardLimits) {
    this.#limits = limits;
    this.#folder = folder;
    this.#now = now;
    this.#open = open;
  }

  async read(): Promise<Collection> {
    this.#loaded = await load(this.#folder, { now: this.#now });
    this.#last = this.#loaded.last;
    return this.#loaded.collection;
  }

  /** What `read` found beside the collection. */
  get loaded(): Loaded {
    if (!this.#loaded) throw new Error("read first");
    return this.#loaded;
  }

  /** Numbers a change and keeps it for the next `write`. */
  stage(change: Change, of?: Line["of"], bulk?: Line["bulk"]): Line {
    this.#last += 1;
    const line: Line = { ...change, n: this.#last, w: this.#writer, ...(of && { of }), ...(bulk && { bulk }) };
    this.#staged.push(line);
    return line;
  }

  /**
   * Durable when it resolves. When it rejects (with the fault `notSaved`) none of the staged lines counts. Calls that
   * come while a flush is under way share the next one.
   */
  write(): Promise<void> {
    this.#next ??= this.alone(() => {
      this.#next = null;
      return this.#flush(this.#staged.splice(0));
    });
    return this.#next;
  }

  /** Runs when all earlier writes are done; later ones wait for it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => {});
    return done;
  }

  /** Ends the current segment; the next write begins a new one. Gives the names of those that this writer has ended. */
  seal(): Promise<string[]> {
    return this.alone(async () => {
      await this.#end();
      // Void lines must be declared before anything may read the segments that hold them.
      if (this.#void.length > 0) await this.#append("").catch(() => this.#end());
      const names = this.#segments.filter((name) => name !== this.#segment?.name);
      return this.#void.length > 0 ? [] : names;
    });
  }

  /** As `seal`, for good: no file stays open. */
  async close(): Promise<void> {
    await this.seal();
    await this.alone(() => this.#end());
  }

  /** Whether every line that was refused has been declared void. */
  get isSure(): boolean {
    return this.#void.length === 0;
  }

  async #flush(lines: Line[]): Promise<void> {
    const text = this.#encode(lines);
    try {
      await this.#append(text).catch(async () => {
        await this.#end();
        await this.#append(text);
      });
    } catch (error) {
      await this.#end();
      this.#void.push(...lines.map((line) => line.n));
      throw new Failure({ code: "notSaved", detail: reason(error) });
    }
  }

  /** Throws the fault `badChange` for more than can be read again. */
  #encode(lines: Line[]): string {
    try {
      const text = lines.map(encodeLine).join("");
      if (text.length <= this.#limits.line) return text;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // the longest string that there can be
    }
    throw new Failure({ code: "badChange", detail: "it is too much for one step; choose fewer at a time" });
  }

  async #append(text: string): Promise<void> {
    if (this.#segment && this.#written > this.#limits.segment) await this.#end();
    this.#written = (this.#segment ? this.#written : 0) + text.length;
    if (this.#segment) return this.#segment.append(text);
    const name = this.#newName();
    const header = encodeHeader({ v: version, w: this.#writer, void: this.#void });
    this.#segments.push(name);
    this.#segment = await Segment.create(this.#folder, name, header + text, this.#open);
    this.#void = [];
  }

  /** Names sort by start of the app, then in the order in which they were begun. */
  #newName(): string {
    const stamp = new Date(this.#now).toISOString().replace(/[-:.]/g, "");
    return `${stamp}-${this.#writer}-${String(this.#segments.length + 1).padStart(4, "0")}.jsonl`;
  }

  async #end(): Promise<void> {
    await this.#segment?.close();
    this.#segment = null;
  }
}
