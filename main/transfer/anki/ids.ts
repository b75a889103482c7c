import type { SqlValue } from "sql.js";

/** Ids of one kind. One that cannot be an id gets a new one, and everything that names it follows. */
export interface Ids {
  of(value: SqlValue | undefined): number;
  /** How many got a new one. */
  changed(): number;
}

/** SQL for an id: whole where it can be one, else its digits. */
export const idColumn = (column: string): string =>
  `iif(typeof(${column})='integer' AND ${column} BETWEEN 1 AND 9007199254740991, ${column}, cast(${column} AS text))`;

/** `last`: the greatest that may stay. New ones come after what `from` gives, but for those that are `taken`. */
export function ids(last: number, from: () => number, taken: (id: number) => boolean = () => false): Ids {
  const fresh = new Map<string, number>();
  let next: number | undefined;
  return {
    of(value) {
      const number = typeof value === "string" && /^\d{1,16}(?:\.0+)?$/.test(value) ? Number(value) : value;
      if (typeof number === "number" && number >= 1 && number <= last && Number.isInteger(number)) return number;
      const key = String(number);
      const known = fresh.get(key);
      if (known !== undefined) return known;
      next = (next ?? from()) + 1;
      while (taken(next)) next++;
      fresh.set(key, next);
      return next;
    },
    changed: () => fresh.size,
  };
}
