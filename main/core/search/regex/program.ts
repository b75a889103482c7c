import type { CharSet } from "./chars.ts";
import type { Assertion, Syntax } from "./syntax.ts";

export type Step =
  | { op: "chars"; set: number }
  /** `first` is tried before `second`. */
  | { op: "split"; first: number; second: number }
  | { op: "jump"; to: number }
  /** Remembers the place in that slot: 2n where group n begins, 2n+1 where it ends. */
  | { op: "save"; slot: number }
  | { op: "assert"; kind: Assertion }
  | { op: "match" };

export interface Program {
  steps: Step[];
  sets: CharSet[];
  /** Whether any step asks what lies around a place. */
  asserts: boolean;
}

/** Steps beyond which a pattern is refused. */
const longest = 5_000;

/** Steps for a machine that follows all ways through the pattern at once (Thompson 1968); null if they are too many. */
export function program(syntax: Syntax): Program | null {
  const steps: Step[] = [];
  const sets: CharSet[] = [];
  const known = new Map<CharSet, number>();
  let tooLong = false;

  const add = (step: Step): number => {
    if (steps.length >= longest) tooLong = true;
    else steps.push(step);
    return steps.length - 1;
  };
  const split = (greedy: boolean) => {
    const at = add({ op: "split", first: steps.length + 1, second: steps.length + 1 });
    const step = steps[at];
    return (exit: number) => {
      if (step?.op === "split") step[greedy ? "second" : "first"] = exit;
    };
  };

  function write(node: Syntax): void {
    if (tooLong) return;
    switch (node.type) {
      case "chars": {
        const set = known.get(node.set) ?? sets.push(node.set) - 1;
        known.set(node.set, set);
        add({ op: "chars", set });
        return;
      }
      case "assertion":
        add({ op: "assert", kind: node.kind });
        return;
      case "sequence":
        for (const item of node.items) write(item);
        return;
      case "group":
        add({ op: "save", slot: 2 * node.index });
        write(node.item);
        add({ op: "save", slot: 2 * node.index + 1 });
        return;
      case "choice":
        writeChoice(node.items);
        return;
      case "repeat":
        writeRepeat(node);
        return;
    }
  }

  function writeChoice(items: Syntax[]): void {
    const ends: number[] = [];
    for (const item of items.slice(0, -1)) {
      const otherwise = split(true);
      write(item);
      ends.push(add({ op: "jump", to: 0 }));
      otherwise(steps.length);
    }
    write(items.at(-1) as Syntax);
    for (const end of ends) steps[end] = { op: "jump", to: steps.length };
  }

  function writeRepeat({ item, least, most, greedy }: Extract<Syntax, { type: "repeat" }>): void {
    for (let i = 0; i < least && !tooLong; i++) write(item);
    if (most === Number.POSITIVE_INFINITY) {
      const loop = steps.length;
      const leave = split(greedy);
      write(item);
      add({ op: "jump", to: loop });
      leave(steps.length);
      return;
    }
    const leaves: ((exit: number) => void)[] = [];
    for (let i = least; i < most && !tooLong; i++) {
      leaves.push(split(greedy));
      write(item);
    }
    for (const leave of leaves) leave(steps.length);
  }

  add({ op: "save", slot: 0 });
  write(syntax);
  add({ op: "save", slot: 1 });
  add({ op: "match" });
  return tooLong ? null : { steps, sets, asserts: steps.some(({ op }) => op === "assert") };
}
