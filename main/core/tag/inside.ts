import { fold } from "../search/fold.ts";

/** Whether a tag is that one or lies inside it; case does not count. */
export function inside(outer: string, tag: string): boolean {
  const [a, b] = [fold(outer), fold(tag)];
  return b === a || b.startsWith(`${a}::`);
}
