import type { Records } from "../../contract/shapes.ts";
import type { ImportOptions, RehearsalNote, RehearsalRow, RehearsalView, Verdict } from "../../contract/transfer.ts";
import type { Collection } from "../collection.ts";
import type { Parcel } from "../parcel/parcel.ts";
import { cardsHere } from "./cardsHere.ts";
import { compare } from "./compare.ts";
import type { Context } from "./context.ts";
import type { Decisions } from "./decisions.ts";
import { idleDecks } from "./idleDecks.ts";
import { noteChanges } from "./noteChanges.ts";
import { type Pair, pairs, type Whole } from "./pairs.ts";
import { placesFor } from "./places.ts";
import { reviewsHere } from "./reviewsHere.ts";
import { rowsOf } from "./rows.ts";

/** What bringing a parcel in would do. It holds while the collection stays as it is. */
export interface Plan {
  /** `undecided` and all else follow `decisions`, which may have grown since. */
  view(): Omit<RehearsalView, "id" | "table">;
  /** Rows of a verdict (null: of any) that hold those words; `to` not included. */
  rows(verdict: Verdict | null, words: string, from: number, to: number): { count: number; rows: RehearsalRow[] };
  /** Null for a place that the parcel does not have. */
  note(n: number): RehearsalNote | null;
  /** Names of the parts that both sides changed, by note: what can be decided (`decide`). */
  conflicts: ReadonlyMap<number, readonly string[]>;
  /** All that changes, record by record, made while it is read. Nothing at all if nothing changes. */
  pairs(): Iterable<Pair>;
  /** The same as one value. */
  records(): Records;
}

/**
 * Compares a parcel with the collection. Pure: nothing changes until the records are applied. Notes outside the parcel are never
 * touched. Whatever a hostile file made of the parcel, this throws nothing: what cannot be used is left out and told.
 */
export function plan(
  collection: Collection,
  parcel: Parcel,
  options: ImportOptions,
  decisions: Decisions,
  context: Context,
): Plan {
  const places = placesFor(collection, parcel, options, context);
  const comparison = compare(collection, parcel, options, places, context);
  const cards = cardsHere(collection, parcel, comparison, places, options.schedule);
  const idle = idleDecks(parcel, comparison, places, cards);
  const whole: Whole = {
    ...{ collection, parcel, options, places, comparison, cards, idle, context },
    sideOf(n, { changed, name }) {
      if (changed !== "both") return changed;
      return decisions.get(n)?.get(name) ?? options.conflicts;
    },
  };
  const conflicts = new Map<number, string[]>();
  comparison.verdicts.forEach((verdict, n) => {
    if (verdict !== "conflict") return;
    const both = comparison.partsOf(n).filter(({ changed }) => changed === "both");
    conflicts.set(
      n,
      both.map(({ name }) => name),
    );
  });
  const problems = problemsOf(whole);
  const reviews = once(() => countReviews(whole));
  const rows = rowsOf(comparison);
  const [fresh, unmade] = [places.decks.fresh(), new Set<string>()];
  for (const { id, name } of fresh) if (idle.has(id)) unmade.add(name);
  const made = (names: readonly string[]) => names.filter((name) => !unmade.has(name)).slice(0, mostNames);
  const all = () => pairs(whole);
  return {
    view: () => ({
      file: context.file,
      format: parcel.format,
      whole: parcel.whole,
      options,
      counts: countVerdicts(comparison.verdicts),
      undecided: [...conflicts].filter(([n, names]) => names.some((name) => !decisions.get(n)?.has(name))).length,
      decks: made(places.decks.names()),
      newDecks: made(fresh.map(({ name }) => name)),
      types: places.types.rows.slice(0, mostNames),
      cards:
        comparison.cards + cards.rows.filter(({ n, id }) => comparison.mine[n] && !collection.cards.has(id)).length,
      reviews: reviews(),
      presets: places.presets.pairs.length,
      media: {
        files: places.media.added.length,
        bytes: places.media.added.reduce((sum, { size }) => sum + size, 0),
      },
      problems: problems.slice(0, mostProblems),
      problemCount: problems.length,
    }),
    rows: rows.rows,
    note: (n) => (n in parcel.notes ? noteChanges(whole, n, rows.rowAt(n)) : null),
    conflicts,
    pairs: all,
    records: () => recordsOf(all()),
  };
}

function once(count: () => number): () => number {
  let known: number | null = null;
  return () => {
    known ??= count();
    return known;
  };
}

/** What a window can show. */
const mostNames = 1_000;
const mostProblems = 200;

function countVerdicts(verdicts: readonly Verdict[]): RehearsalView["counts"] {
  const counts = { new: 0, changed: 0, conflict: 0, same: 0, kept: 0, suspicious: 0, broken: 0 };
  for (const verdict of verdicts) counts[verdict]++;
  return counts;
}

/** Those of the file; those of a single note of the parcel stand with it. */
function problemsOf({ parcel, places, cards }: Whole): RehearsalView["problems"] {
  const notes = new Set(parcel.notes.map(({ id }) => id));
  const problems = [...parcel.problems, ...places.media.problems].filter(({ note }) => !notes.has(note ?? ""));
  if (cards.lost > 0) {
    const say = `${cards.lost} ${cards.lost === 1 ? "card belongs" : "cards belong"} to no note of the file.`;
    problems.push({ place: "cards", say, weight: "broken" });
  }
  return problems.map(({ place, say, weight }) => ({ place, say, weight }));
}

function countReviews({ collection, parcel, cards, context }: Whole): number {
  let count = 0;
  for (const _ of reviewsHere(collection, parcel.reviews, cards, context)) count++;
  return count;
}

/** Pairs by table. */
export function recordsOf(all: Iterable<Pair>): Records {
  const records: { [table: string]: unknown[] } = {};
  for (const [table, before, after] of all) {
    const pairsOf = records[table] ?? [];
    records[table] = pairsOf;
    pairsOf.push([before, after]);
  }
  return records as Records;
}
