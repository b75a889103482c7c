import type { Side } from "./merge.ts";

/** What the person chose for what both sides changed, by note and part. It may grow while a plan is looked at. */
export type Decisions = Map<number, Map<string, Side>>;

/** What a `decide` asks for: of one part of one note, of one note, or (n null) of all that are undecided. */
export interface Wish {
  n: number | null;
  field: string | null;
  takes: Side;
}

/** Writes a wish down, for the conflicts (names of parts by note) that a plan has. */
export function decide(decisions: Decisions, conflicts: ReadonlyMap<number, readonly string[]>, wish: Wish): void {
  const notes = wish.n === null ? [...conflicts.keys()] : [wish.n];
  for (const n of notes) {
    const names = conflicts.get(n) ?? [];
    const chosen = decisions.get(n) ?? new Map<string, Side>();
    for (const name of names) {
      if (wish.field !== null && name !== wish.field) continue;
      if (wish.n === null && chosen.has(name)) continue;
      chosen.set(name, wish.takes);
    }
    if (chosen.size > 0) decisions.set(n, chosen);
  }
}
