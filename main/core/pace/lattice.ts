import type { Preset } from "../../contract/shapes.ts";
import { type Memory, type MemoryState, memory } from "../schedule/memory.ts";
import type { Odds } from "./odds.ts";
import { throughSteps } from "./throughSteps.ts";

// Many cards at once: how many are in which state of memory, on a coarse grid of stability (a fifth more from one to the next) and
// difficulty (whole numbers). What lies between two points of the grid is shared out between them, so that nothing is lost and the
// means stay right.

const ratio = Math.log(1.2);
const least = Math.log(0.02);
const rows = 80;
const columns = 10;

/** Cards are alike whose stability, and days since the last review, differ by less than that (of its logarithm). */
const step = 0.1;

/** States of the grid. */
export const cells = rows * columns;

/** What an answer makes of a card: shares of it at points of the grid, each coming back after so many whole days. */
export interface Landing {
  /** Days until it comes back, at least 1. */
  wait: number;
  cell: number;
  share: number;
}

/** A review expected: by what chance it is remembered, and what becomes of it. The shares of all landings sum to 1. */
export interface Branch {
  recall: number;
  /** Steps answered on the day itself, for what is forgotten. */
  landings: Landing[];
}

/** How cards of one preset go on from each state. */
export interface Lattice {
  /** The review of a card in about that state (within a twentieth) after about so many days; the same object for all that are alike. */
  like(stability: number, difficulty: number, elapsed: number): Branch;
  /** The same for a card at a point of the grid that comes back when it should. Made when it is first asked for. */
  at(cell: number): Branch;
  /** The state at a point of the grid, and the days until a card in it comes back. */
  point(cell: number): MemoryState & { wait: number };
  recall: Memory["recall"];
  /** Where a card lands that leaves its steps in that state. */
  leave(state: MemoryState, share: number): Landing[];
  /** Expected answers to the steps of one forgotten card, by how many days after. */
  relearning: readonly number[];
}

/** The part of a preset that says how memory goes on. */
export type Course = Pick<Preset, "weights" | "desiredRetention" | "maximumInterval" | "relearningSteps">;

export function latticeOf(course: Course, odds: Odds): Lattice {
  const formulas = memory(course.weights);
  const [relearn] = throughSteps(course.relearningSteps, odds.step);
  const scene: Scene = { course, formulas, odds, steps: course.relearningSteps.length, days: relearn?.days ?? 0 };
  const known: Branch[] = [];
  const alike = new Map<number, Branch>();
  return {
    like: (stability, difficulty, elapsed) => {
      const s = Math.round(Math.log(Math.min(Math.max(stability, 0.001), 36_500)) / step);
      const d = Math.round(difficulty * 2);
      const e = Math.round(Math.log(Math.max(elapsed, 1)) / step);
      const key = ((s + 100) * 32 + d) * 512 + e;
      const found = alike.get(key);
      if (found) return found;
      const made = branch(scene, { stability: Math.exp(s * step), difficulty: d / 2 }, Math.exp(e * step));
      alike.set(key, made);
      return made;
    },
    at: (cell) => {
      const found = known[cell];
      if (found) return found;
      const { wait, ...state } = point(scene, cell);
      const made = branch(scene, state, wait);
      known[cell] = made;
      return made;
    },
    point: (cell) => point(scene, cell),
    recall: formulas.recall,
    leave: (state, share) => land(scene, state, share, 0),
    relearning: relearn?.answers ?? [],
  };
}

interface Scene {
  course: Course;
  formulas: Memory;
  odds: Odds;
  /** Relearning steps, and the whole days that they last. */
  steps: number;
  days: number;
}

function point(scene: Scene, cell: number): MemoryState & { wait: number } {
  const stability = Math.exp(least + Math.floor(cell / columns) * ratio);
  return { stability, difficulty: 1 + (cell % columns), wait: Math.round(daysUntil(scene, stability)) };
}

function branch(scene: Scene, state: MemoryState, elapsed: number): Branch {
  const { formulas, odds, steps, days } = scene;
  const recall = formulas.recall(state.stability, elapsed);
  const landings: Landing[] = [];
  for (const grade of [2, 3, 4] as const) {
    const share = recall * (odds.passed[grade - 1] as number);
    if (share > 0) landings.push(...land(scene, formulas.next(state, elapsed, grade), share, 0));
  }
  let forgotten = formulas.next(state, elapsed, 1);
  for (let i = 0; i < steps; i++) forgotten = formulas.next(forgotten, 0, 3);
  if (recall < 1) landings.push(...land(scene, forgotten, 1 - recall, days));
  return { recall, landings: merged(landings) };
}

/** Shared out between the neighbours on the grid, and between the whole days on either side of the interval. */
function land(scene: Scene, { stability, difficulty }: MemoryState, share: number, later: number): Landing[] {
  const until = daysUntil(scene, stability);
  const day = Math.floor(until);
  const landings: Landing[] = [];
  for (const [cell, part] of around(stability, difficulty)) {
    for (const [wait, weight] of [
      [day, 1 - (until - day)],
      [day + 1, until - day],
    ] as const)
      if (part * weight > 0) landings.push({ wait: wait + later, cell, share: share * part * weight });
  }
  return landings;
}

/** Days until a card comes back, not rounded, at least 1. */
function daysUntil({ course, formulas }: Scene, stability: number): number {
  return Math.min(Math.max(1, formulas.interval(stability, course.desiredRetention)), course.maximumInterval);
}

/** The points of the grid around a state, with its share in each; the shares sum to 1. */
function around(stability: number, difficulty: number): [cell: number, share: number][] {
  const row = Math.min(Math.max((Math.log(stability) - least) / ratio, 0), rows - 1);
  const column = Math.min(Math.max(difficulty - 1, 0), columns - 1);
  const [top, left] = [Math.min(Math.floor(row), rows - 2), Math.min(Math.floor(column), columns - 2)];
  const [down, right] = [row - top, column - left];
  const corners: [number, number][] = [
    [top * columns + left, (1 - down) * (1 - right)],
    [top * columns + left + 1, (1 - down) * right],
    [(top + 1) * columns + left, down * (1 - right)],
    [(top + 1) * columns + left + 1, down * right],
  ];
  return corners.filter(([, share]) => share > 0);
}

function merged(landings: Landing[]): Landing[] {
  const found = new Map<number, Landing>();
  for (const landing of landings) {
    const key = landing.wait * cells + landing.cell;
    const before = found.get(key);
    if (before) before.share += landing.share;
    else found.set(key, { ...landing });
  }
  return [...found.values()];
}
