import type { Json } from "./json.ts";

/** A part of Anki's JSON on its way out: what says the same as before keeps the way in which it was written. */
export interface Patch {
  /** Writes a member, unless what was read from it before is what it shall say. */
  put<T>(key: string, was: T | undefined, is: T, written: unknown): void;
  /** The part as it is now; the very same if nothing was put. */
  done(): Json;
}

export function patch(raw: Json): Patch {
  let next: Json | null = null;
  return {
    put(key, was, is, written) {
      if (same(was, is)) return;
      next ??= { ...raw };
      next[key] = written;
    },
    done: () => next ?? raw,
  };
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, i) => each === b[i]));

/** The part with what Mneme says of itself, or without it if there is nothing to say. */
export function withOwn(part: Json, own: Json): Json {
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length > 0) return { ...part, mneme: said };
  if (!("mneme" in part)) return part;
  const { mneme: _, ...rest } = part;
  return rest;
}
