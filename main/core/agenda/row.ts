import { byPosition, type Entry } from "./entry.ts";

/**
 * New cards in the order of their positions. Cards come and go one by one, so it is sorted once: those that go are passed over,
 * and those that come are put in their places when it is next read.
 */
export class Row {
  readonly #here = new Set<Entry>();
  #sorted: Entry[] = [];
  #came: Entry[] = [];

  add(entry: Entry): void {
    this.#here.add(entry);
    this.#came.push(entry);
  }

  delete(entry: Entry): void {
    this.#here.delete(entry);
  }

  get size(): number {
    return this.#here.size;
  }

  /** It may change while it is read; what goes meanwhile is then left out. */
  *[Symbol.iterator](): Generator<Entry, void> {
    this.#tidy();
    for (const entry of this.#sorted) if (this.#here.has(entry)) yield entry;
  }

  #tidy(): void {
    const gone = this.#sorted.length + this.#came.length - this.#here.size;
    if (this.#came.length === 0 && gone * 2 <= this.#sorted.length) return;
    const came = this.#came.filter((entry) => this.#here.has(entry)).sort(byPosition);
    this.#came = [];
    this.#sorted = merge(
      this.#sorted.filter((entry) => this.#here.has(entry)),
      came,
    );
  }
}

function merge(a: Entry[], b: Entry[]): Entry[] {
  if (b.length === 0) return a;
  const merged: Entry[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [left, right] = [a[i], b[j]];
    if (left && (!right || byPosition(left, right) <= 0)) {
      merged.push(left);
      i++;
    } else if (right) {
      merged.push(right);
      j++;
    }
  }
  return merged;
}
