import { hash } from "../../schedule/random.ts";

/** Gives numbers away, each once: the one that is wanted, or the next that is free. */
export function numberTaker(): (wanted: number) => number {
  const taken = new Set<number>();
  return (wanted) => {
    let id = wanted;
    while (taken.has(id)) id++;
    taken.add(id);
    return id;
  };
}

/** A number like those of Anki's decks and note types, for an id of Mneme's: always the same. */
export function numberFor(id: string): number {
  const own = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  if (own > 0) return own;
  return 1_400_000_000_000 + (hash(id) % 100_000_000) * 1_000 + (hash(id, 1) % 1_000);
}

/** 63 bits of a text, as digits: by these Anki knows the fields and templates of a type again. */
export const digitsFor = (text: string): string =>
  String((BigInt(hash(text)) << 31n) | BigInt(hash(text, 1) >>> 1) | 1n);
