import { type Branch, cells, type Lattice } from "./lattice.ts";
import type { Load } from "./load.ts";

/** Shares of a card smaller than this make no difference to anyone. */
const negligible = 1e-7;

/** Reviews of cards of one preset, expected day by day: what is reviewed on one day comes back on another. */
export class Flow {
  readonly #lattice: Lattice;
  readonly #loads: Load[];
  readonly #coming: Float64Array;

  /** `loads`: one for each day; the flow adds to them. */
  constructor(lattice: Lattice, loads: Load[]) {
    this.#lattice = lattice;
    this.#loads = loads;
    this.#coming = new Float64Array(loads.length * cells);
  }

  /** So many cards come up for review on that day, and go on by that branch. */
  review(day: number, { recall, landings }: Branch, cards: number): void {
    const load = this.#loads[day];
    if (!load) return;
    load.cards += cards;
    load.passed += cards * recall;
    load.forgotten += cards * (1 - recall);
    this.answerSteps(day, this.#lattice.relearning, cards * (1 - recall));
    for (const { wait, cell, share } of landings) this.land(day + wait, cell, cards * share);
  }

  /** So many cards are on their steps from that day on. */
  answerSteps(day: number, answers: readonly number[], cards: number): void {
    answers.forEach((n, later) => {
      const load = this.#loads[day + later];
      if (load) load.step += n * cards;
    });
  }

  /** So many cards come back on that day, at that point of the grid. */
  land(day: number, cell: number, cards: number): void {
    if (day < this.#loads.length) this.#coming[day * cells + cell] = (this.#coming[day * cells + cell] ?? 0) + cards;
  }

  /** Lets everything that has come in run through the days. Once, at the end. */
  run(): void {
    for (let day = 0; day < this.#loads.length; day++) {
      for (let cell = 0; cell < cells; cell++) {
        const cards = this.#coming[day * cells + cell] ?? 0;
        if (cards > negligible) this.review(day, this.#lattice.at(cell), cards);
      }
    }
  }
}
