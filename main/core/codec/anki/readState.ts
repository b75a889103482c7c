import type { Card, Phase, Preset } from "../../../contract/shapes.ts";
import { DAY } from "../../schedule/day.ts";
import type { AnkiCard } from "./collection.ts";

/** What the columns of a card say, but for its memory. */
export type State = Pick<
  Card,
  | "phase"
  | "step"
  | "due"
  | "day"
  | "interval"
  | "reps"
  | "lapses"
  | "buried"
  | "buriedAsSibling"
  | "suspended"
  | "flag"
>;

export interface StateSetting {
  /** The study day from which `due` counts. */
  creation: number;
  preset: Preset;
  /** Instant of the last review; 0 for none. */
  last: number;
  dayOf: (ms: number) => number;
}

/** A due date beyond it is an instant, and not a day. */
const leastInstant = 1_000_000_000;

/** Days; no date that anybody needs lies further from a collection's first, or from 1970. */
const furthest = 100_000;

/** An instant that a calendar knows, of seconds that may be anything. */
const instantOf = (seconds: number) => Math.max(0, Math.min(seconds * 1_000, furthest * DAY));

/** Of a card in a filtered deck it is what it will be at home. */
export function readState(row: AnkiCard, { creation, preset, last, dayOf }: StateSetting): State {
  const phase = phaseOf(row);
  const suspended = row.queue === -1;
  const isBuried = row.queue === -2 || row.queue === -3;
  const common = {
    phase,
    reps: row.reps,
    lapses: row.lapses,
    suspended,
    // Which day it was, nobody says; but burying was most likely what was done last.
    buried: isBuried ? dayOf(instantOf(row.mod)) : null,
    ...(row.queue === -2 && { buriedAsSibling: true as const }),
    flag: row.flags & 7,
  };
  if (phase === "new") return { ...common, step: 0, due: null, day: 0, interval: 0 };
  const due = homeDue(row, phase);
  const isInstant = due > leastInstant || (phase !== "review" && (row.queue === 1 || row.queue === 4));
  const day = isInstant ? dayOf(instantOf(due)) : creation + Math.max(-furthest, Math.min(due, furthest));
  if (phase === "review") return { ...common, step: 0, due: null, day, interval: Math.max(0, row.ivl) };
  const steps = phase === "learning" ? preset.learningSteps : preset.relearningSteps;
  const step = Math.max(0, Math.min(steps.length - (row.left % 1_000), steps.length - 1));
  if (isInstant) return { ...common, step, due: instantOf(due), day, interval: 0 };
  return { ...common, step, due: null, day, interval: Math.max(0, day - dayOf(last)) };
}

/** Older schedulers let a forgotten card be a review one in the queue of those that are learnt. */
function phaseOf({ type, queue }: AnkiCard): Phase {
  const isLearnt = queue === 1 || queue === 3;
  switch (type) {
    case 1:
      return "learning";
    case 2:
      return isLearnt ? "relearning" : "review";
    case 3:
      return "relearning";
    default:
      return isLearnt ? "learning" : queue === 2 ? "review" : "new";
  }
}

/** In a filtered deck `due` is a place in it, but for cards on steps that it did not stop. */
export function homeDue({ due, odue, odid, queue }: AnkiCard, phase: Phase): number {
  if (odid === 0) return due;
  return phase === "new" || phase === "review" || (queue === 4 && odue !== 0) ? odue : due;
}
