import { Failure } from "../contract/faults.ts";
import type { ImportDone, ImportOptions, RehearsalNote, RehearsalView, Verdict } from "../contract/transfer.ts";
import type { Context } from "../core/import/context.ts";
import { type Decisions, decide, type Wish } from "../core/import/decisions.ts";
import { defaultOptions } from "../core/import/options.ts";
import { type Plan, plan } from "../core/import/plan.ts";
import type { Parcel } from "../core/parcel/parcel.ts";
import type { Format, Reading } from "./format.ts";
import { formatOf } from "./formats.ts";
import type { Present } from "./present.ts";

/** What stays the same about a file, however often it is read. */
export type Source = Pick<Reading, "path" | "name" | "limits" | "staging" | "newId" | "progress" | "signal" | "mirror">;

/** A file, read and compared with the collection; nothing is written but its media, beside the collection's. */
export class Rehearsal {
  /** Of the rehearsal, and of the import that it may become. */
  readonly id: string;
  readonly #source: Source;
  readonly #format: Format;
  /** The plan looks at it. */
  readonly #decisions: Decisions;
  #parcel: Parcel;
  #options: ImportOptions;
  #compared: Compared;

  private constructor(
    id: string,
    source: Source,
    format: Format,
    parcel: Parcel,
    options: ImportOptions,
    decisions: Decisions,
    made: Compared,
  ) {
    this.id = id;
    this.#decisions = decisions;
    this.#source = source;
    this.#format = format;
    this.#parcel = parcel;
    this.#options = options;
    this.#compared = made;
  }

  /** Reads the file. `options` as in `again`, or null for what is usual. Faults: `package`, `file`. */
  static async begin(id: string, source: Source, wanted: ImportOptions | null, present: Present): Promise<Rehearsal> {
    const format = await formatOf(source.path, source.name);
    const parcel = await format.read(reading(source, wanted, present));
    const options = wanted ?? defaultOptions(present.collection, parcel);
    const decisions: Decisions = new Map();
    const made = await compare(id, source, parcel, options, decisions, present);
    return new Rehearsal(id, source, format, parcel, options, decisions, made);
  }

  /** Compares once more. Only other options for its text make the file be read again. */
  async again(options: ImportOptions, present: Present): Promise<RehearsalView> {
    const isOtherText = JSON.stringify(options.text) !== JSON.stringify(this.#options.text);
    const parcel = isOtherText ? await this.#format.read(reading(this.#source, options, present)) : this.#parcel;
    if (isOtherText) this.#decisions.clear();
    const made = await compare(this.id, this.#source, parcel, options, this.#decisions, present);
    this.#parcel = parcel;
    this.#options = options;
    this.#compared = made;
    return this.view();
  }

  view(): RehearsalView {
    const { table } = this.#parcel;
    const shown = table && { names: table.names, sample: table.sample, rows: table.rows, because: table.because };
    return { id: this.id, ...this.#compared.plan.view(), table: shown ?? null };
  }

  rows(verdict: Verdict | null, words: string, from: number, to: number) {
    return this.#compared.plan.rows(verdict, words, from, Math.min(to, from + mostRows));
  }

  /** Throws the fault `gone`. */
  note(n: number): RehearsalNote {
    const note = this.#compared.plan.note(n);
    if (!note) throw new Failure({ code: "gone", detail: "note" });
    return note;
  }

  decide(wish: Wish): RehearsalView {
    decide(this.#decisions, this.#compared.plan.conflicts, wish);
    return this.view();
  }

  /** All that it would change now, record by record, and what it comes to once they were read. */
  async settle(
    present: Present,
  ): Promise<{ plan: Plan; done(imported: Omit<ImportDone, "broken"> | null): ImportDone }> {
    if (this.#compared.revision !== present.revision)
      this.#compared = await compare(this.id, this.#source, this.#parcel, this.#options, this.#decisions, present);
    const { plan, context } = this.#compared;
    context.at = present.now;
    const { counts, problems, file, format } = plan.view();
    const broken = counts.broken + problems.filter(({ weight }) => weight === "broken").length;
    const nothing = { decks: [], added: 0, changed: 0, cards: 0, reviews: 0, media: 0, removed: null };
    const same = counts.same + counts.kept;
    return {
      plan,
      done: (imported) => ({
        ...(imported ?? { id: this.id, at: present.now, file, format, same, ...nothing }),
        broken,
      }),
    };
  }
}

interface Compared {
  plan: Plan;
  /** The collection's, when it was made: it holds until that changes. */
  revision: number;
  /** Its time is that of the records, which are made later. */
  context: Context;
}

/** Rows that are given at once. */
const mostRows = 200;

const reading = (source: Source, options: ImportOptions | null, { collection, calendar, now }: Present): Reading => ({
  ...source,
  options,
  collection,
  calendar,
  now,
});

async function compare(
  importId: string,
  { name, newId, progress }: Source,
  parcel: Parcel,
  options: ImportOptions,
  decisions: Decisions,
  { collection, revision, calendar, now, log }: Present,
): Promise<Compared> {
  progress({ stage: "compare", done: 0, total: parcel.notes.length });
  const hasLog = parcel.reviews.length > 0 && options.schedule !== "none";
  const context = { at: now, calendar, newId, importId, file: name, ...(hasLog && { log: await log() }) };
  return { plan: plan(collection, parcel, options, decisions, context), revision, context };
}
