import { holds, type Side, sideOf } from "./around.ts";
import type { Program } from "./program.ts";

/** Characters that no pattern step tells apart are one class. */
interface CharClass {
  id: number;
  /** Which sets hold it. */
  sets: boolean[];
  side: Side;
}

/** All ways through the program that are open at a place in the text. */
interface State {
  steps: number[];
  before: Side;
  /** By class; null when a match was found on the way. */
  next: (State | null | undefined)[];
  /** Whether it matches if the text ends here. */
  ends: boolean | undefined;
}

/** States beyond which all are forgotten and made anew as needed. */
const mostStates = 2_000;

/**
 * Says whether a text contains a match, in time that grows with the text's length only, whatever the pattern: each set of
 * open ways is a state that is made once, when it is first met (as RE2 and the regex crate do).
 */
export function matcher({ steps, sets, asserts }: Program): (text: string) => boolean {
  const classes = new Map<string, CharClass>();
  const byPoint = new Map<number, CharClass>();
  const ascii: (CharClass | undefined)[] = new Array(128);
  let states = new Map<string, State>();

  function classOf(point: number): CharClass {
    const found = point < 128 ? ascii[point] : byPoint.get(point);
    if (found) return found;
    const held = sets.map((set) => set.has(point));
    const side = asserts ? sideOf(point) : "other";
    const key = `${side}${held.map(Number).join("")}`;
    const known = classes.get(key) ?? { id: classes.size, sets: held, side };
    classes.set(key, known);
    if (point < 128) ascii[point] = known;
    else byPoint.set(point, known);
    return known;
  }

  function stateOf(open: number[], before: Side): State {
    const key = `${before} ${open.join(",")}`;
    const known = states.get(key);
    if (known) return known;
    if (states.size >= mostStates) states = new Map();
    const state: State = { steps: open, before, next: [], ends: undefined };
    states.set(key, state);
    return state;
  }

  /** The steps that wait for a character; null if a match needs none. */
  function follow(state: State, after: Side): number[] | null {
    const seen = new Uint8Array(steps.length);
    const waiting: number[] = [];
    const stack = [...state.steps];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (seen[at]) continue;
      seen[at] = 1;
      const step = steps[at];
      if (step?.op === "match") return null;
      if (step?.op === "chars") waiting.push(at);
      else if (step?.op === "split") stack.push(step.first, step.second);
      else if (step?.op === "jump") stack.push(step.to);
      else if (step?.op === "save" || (step?.op === "assert" && holds(step.kind, state.before, after)))
        stack.push(at + 1);
    }
    return waiting;
  }

  function advance(state: State, char: CharClass): State | null {
    const waiting = follow(state, char.side);
    const open = waiting?.filter((at) => {
      const step = steps[at];
      return step?.op === "chars" && char.sets[step.set];
    });
    // A match may begin at any place.
    const next = open ? stateOf([0, ...open.map((at) => at + 1).sort((a, b) => a - b)], char.side) : null;
    state.next[char.id] = next;
    return next;
  }

  const none = asserts ? "edge" : "other";
  return (text) => {
    let state = stateOf([0], none);
    for (let i = 0; i < text.length; i++) {
      let point = text.charCodeAt(i);
      if (point >= 0xd800 && point < 0xdc00) {
        point = text.codePointAt(i) as number;
        if (point > 0xffff) i++;
      }
      const char = (point < 128 ? ascii[point] : undefined) ?? classOf(point);
      const next = state.next[char.id];
      const reached = next === undefined ? advance(state, char) : next;
      if (reached === null) return true;
      state = reached;
    }
    state.ends ??= follow(state, none) === null;
    return state.ends;
  };
}
