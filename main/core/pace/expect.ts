import type { Card, Grade, Preset } from "../../contract/shapes.ts";
import { type MemoryState, memory } from "../schedule/memory.ts";
import { Flow } from "./flow.ts";
import type { Group } from "./groups.ts";
import { type Branch, type Lattice, latticeOf } from "./lattice.ts";
import { type Load, noLoads } from "./load.ts";
import type { Odds } from "./odds.ts";
import { throughSteps, type Way } from "./throughSteps.ts";

/** Everything by which cards of a preset go on. */
interface Course {
  preset: Preset;
  odds: Odds;
  lattice: Lattice;
  learning: Way[];
  relearning: Way[];
}

/** Lattices are dear to fill, so they are kept as long as the preset's weights are. */
const known = new WeakMap<readonly number[], Map<string, Course>>();
/** Odds change once a day, and desired retentions seldom. */
const most = 8;

export function courseOf(preset: Preset, odds: Odds): Course {
  const { desiredRetention, maximumInterval, learningSteps, relearningSteps } = preset;
  const key = JSON.stringify([desiredRetention, maximumInterval, learningSteps, relearningSteps, odds]);
  const courses = known.get(preset.weights) ?? new Map<string, Course>();
  known.set(preset.weights, courses);
  const found = courses.get(key);
  if (found) return found;
  const made = {
    preset,
    odds,
    lattice: latticeOf(preset, odds),
    learning: throughSteps(learningSteps, odds.step),
    relearning: throughSteps(relearningSteps, odds.step),
  };
  if (courses.size >= most) courses.clear();
  courses.set(key, made);
  return made;
}

/**
 * What the cards of a group bring on each of the `days` study days from `today` on, new ones left out: with each day's reviews expected to be
 * done on that day, and those that are overdue today.
 */
export function expectSeen({ preset, cards }: Group, odds: Odds, today: number, days: number): Load[] {
  const loads = noLoads(days);
  const course = courseOf(preset, odds);
  const flow = new Flow(course.lattice, loads);
  const alike = new Map<Branch, Float64Array>();
  for (const card of cards) {
    const day = card.due === null ? Math.max(0, card.day - today) : 0;
    if (day >= days) continue;
    if (card.phase === "review") {
      const elapsed = today + day - (card.day - card.interval);
      const branch = course.lattice.like(card.stability, card.difficulty, elapsed);
      const row = alike.get(branch) ?? new Float64Array(days);
      row[day] = (row[day] ?? 0) + 1;
      alike.set(branch, row);
    } else {
      const load = loads[day];
      if (load) load.cards++;
      goOn(flow, course, wayOf(course, card), card, day, 1);
    }
  }
  for (const [branch, row] of alike) for (const [day, n] of row.entries()) if (n > 0) flow.review(day, branch, n);
  flow.run();
  return loads;
}

/** A card on a step that is gone counts as one on the last; where there are none at all, one more answer lets it go. */
function wayOf({ learning, relearning }: Course, { phase, step }: Card): Way {
  const ways = phase === "relearning" ? relearning : learning;
  return ways.length < 2 ? oneMore : (ways[Math.min(step, ways.length - 2)] ?? oneMore);
}

const oneMore: Way = { answers: [1], days: 0, steps: 1 };

/** Through the steps, then to the first review. */
function goOn(flow: Flow, { preset, lattice }: Course, way: Way, state: MemoryState, day: number, cards: number): void {
  const { next } = memory(preset.weights);
  flow.answerSteps(day, way.answers, cards);
  let left = state;
  for (let i = 0; i < way.steps; i++) left = next(left, 0, 3);
  for (const { wait, cell, share } of lattice.leave(left, cards)) flow.land(day + way.days + wait, cell, share);
}

const units = new WeakMap<Course, Load[]>();

/** What one new card of that preset brings on the day it is first seen (0) and on each of those after. */
export function unitLoad(preset: Preset, odds: Odds, days: number): readonly Load[] {
  const course = courseOf(preset, odds);
  const found = units.get(course);
  if (found && found.length >= days) return found;
  const loads = noLoads(days);
  const flow = new Flow(course.lattice, loads);
  const [first] = loads;
  if (first) Object.assign(first, { cards: 1, fresh: 1 });
  for (const grade of [1, 2, 3, 4] as const) {
    const share = odds.first[grade - 1] as number;
    const state = memory(preset.weights).next(null, 0, grade);
    if (share > 0) goOn(flow, course, firstWay(course, grade, state), state, 0, share);
  }
  flow.run();
  units.set(course, loads);
  return loads;
}

/** Where the first answer leads: Again and Hard to the first step, Good past it, Easy past all. */
function firstWay({ preset, learning }: Course, grade: Grade, { stability }: MemoryState): Way {
  const done = learning.length - 1;
  const at = done === 0 ? 0 : grade === 4 ? done : grade === 3 ? Math.min(1, done) : 0;
  const { interval, sameDay } = memory(preset.weights);
  // Without steps FSRS asks again on the same day what it expects to be forgotten within half of it.
  if (done === 0 && sameDay && interval(stability, preset.desiredRetention) < 0.5) return oneMore;
  return learning[at] ?? oneMore;
}
