import { holds, type Side, sideOf } from "./around.ts";
import type { Pattern } from "./compile.ts";
import type { Program } from "./program.ts";

/** A way through the program, and what it has passed. */
interface Way {
  at: number;
  slots: number[];
}

/**
 * Finds the match that begins first; of those, the one that the order of the pattern prefers, with its groups. All ways are
 * followed side by side in that order (Pike 1987), so the time is that of the text times that of the pattern.
 */
export function finder({ steps, sets }: Program, groups: number): Pattern["find"] {
  const size = 2 * (groups + 1);

  /** Adds a way with all that needs no character, most preferred first. */
  function add(ways: Way[], seen: Uint8Array, way: Way, place: number, before: Side, after: Side): void {
    const stack = [way];
    for (let top = stack.pop(); top; top = stack.pop()) {
      const { at, slots } = top;
      if (seen[at]) continue;
      seen[at] = 1;
      const step = steps[at];
      if (step?.op === "split") stack.push({ at: step.second, slots }, { at: step.first, slots });
      else if (step?.op === "jump") stack.push({ at: step.to, slots });
      else if (step?.op === "save") stack.push({ at: at + 1, slots: slots.with(step.slot, place) });
      else if (step?.op !== "assert") ways.push(top);
      else if (holds(step.kind, before, after)) stack.push({ at: at + 1, slots });
    }
  }

  return (text, from, effort = { left: Number.POSITIVE_INFINITY }) => {
    const fresh: number[] = new Array(size).fill(-1);
    let ways: Way[] = [];
    let seen = new Uint8Array(steps.length);
    let found: number[] | null = null;
    let before: Side = from === 0 ? "edge" : sideOf(lastBefore(text, from));
    for (let place = from; ; ) {
      const point = text.codePointAt(place);
      const after: Side = point === undefined ? "edge" : sideOf(point);
      if (!found) add(ways, seen, { at: 0, slots: fresh }, place, before, after);
      effort.left -= ways.length;
      if ((ways.length === 0 && found) || effort.left < 0) return found;
      const width = point === undefined ? 0 : point > 0xffff ? 2 : 1;
      const following = text.codePointAt(place + width);
      const behind: Side = following === undefined ? "edge" : sideOf(following);
      const next: Way[] = [];
      seen = new Uint8Array(steps.length);
      for (const { at, slots } of ways) {
        const step = steps[at];
        if (step?.op === "match") {
          found = slots;
          break; // ways that come later are preferred less
        }
        if (step?.op === "chars" && point !== undefined && sets[step.set]?.has(point))
          add(next, seen, { at: at + 1, slots }, place + width, after, behind);
      }
      if (point === undefined) return found;
      ways = next;
      before = after;
      place += width;
    }
  };
}

function lastBefore(text: string, place: number): number {
  const pair = place > 1 ? (text.codePointAt(place - 2) as number) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(place - 1);
}
