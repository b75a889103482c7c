import type { Import, Records, Tables } from "../contract/shapes.ts";
import type { Pair } from "../core/import/pairs.ts";

/** What the changes of somebody who studies touch: they leave everything else of an import as it was planned. */
const ofStudy = new Set<keyof Tables>(["cards", "days", "reviews"]);

/** What is asked of a record: a card names its note, and a deck of its own. */
interface Touched {
  id: string;
  note?: string;
  deck?: string;
}

/** Records that are ready to be committed, and whether the collection is still the one that they were made for. */
export class Ready {
  readonly #ids = new Set<string>();
  /** Notes and decks that go. */
  readonly #going = new Set<string>();
  #holds = true;
  /** The record of the import that they make. */
  imported: Omit<Import, "kept"> | null = null;

  /** Whether they may still be committed. */
  get holds(): boolean {
    return this.#holds;
  }

  /** Takes note of what they touch, in passing. */
  *noting(pairs: Iterable<Pair>): Generator<Pair> {
    for (const pair of pairs) {
      const [table, before, after] = pair;
      if ((table === "notes" || table === "decks") && before && !after) this.#going.add(before.id);
      if (table === "cards" || table === "days") this.#ids.add(`${table} ${(after ?? before)?.id}`);
      if (table === "imports" && after) this.imported = withoutKept(after);
      yield pair;
    }
  }

  /** A change of the collection; null for one of which nobody knows what it touches. */
  follow(records: Records | null): void {
    if (!records) this.#holds = false;
    for (const [table, pairs] of Object.entries(records ?? {}) as [keyof Tables, Touched[][]][])
      if (pairs.length > 0) this.#holds &&= ofStudy.has(table) && !pairs.some((pair) => this.#touches(table, pair));
  }

  #touches(table: keyof Tables, pair: (Touched | null)[]): boolean {
    const touched = pair[1] ?? pair[0];
    if (!touched) return false;
    const { id, note = "", deck = "" } = touched;
    return this.#ids.has(`${table} ${id}`) || this.#going.has(note) || this.#going.has(deck);
  }
}

const withoutKept = ({ kept: _, ...shown }: Import): Omit<Import, "kept"> => shown;
