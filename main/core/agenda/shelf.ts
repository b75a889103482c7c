import { type Entry, waitsFor } from "./entry.ts";
import { Row } from "./row.ts";

/** What one deck holds, inner decks left out. */
export class Shelf {
  /** All its cards, and those that were never studied, whatever else they wait for. */
  cards = 0;
  unseen = 0;
  readonly fresh = new Row();
  readonly steps = new Set<Entry>();
  /** By the study day on which they are due. */
  readonly days = new Map<number, Set<Entry>>();

  add(entry: Entry): void {
    this.#count(entry, 1);
    const waits = waitsFor(entry);
    if (waits === "fresh") this.fresh.add(entry);
    else if (waits === "instant") this.steps.add(entry);
    else if (waits === "day") {
      const day = entry.card?.day ?? 0;
      const there = this.days.get(day);
      if (there) there.add(entry);
      else this.days.set(day, new Set([entry]));
    }
  }

  delete(entry: Entry): void {
    this.#count(entry, -1);
    const waits = waitsFor(entry);
    if (waits === "fresh") this.fresh.delete(entry);
    else if (waits === "instant") this.steps.delete(entry);
    else if (waits === "day") {
      const day = entry.card?.day ?? 0;
      const there = this.days.get(day);
      there?.delete(entry);
      if (there?.size === 0) this.days.delete(day);
    }
  }

  #count({ card }: Entry, by: number): void {
    this.cards += by;
    if (!card || card.phase === "new") this.unseen += by;
  }
}
