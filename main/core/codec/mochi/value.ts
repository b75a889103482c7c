/** What a file of Mochi says, whichever of its two forms it has: keywords are their names, sets and lists are lists, instants are milliseconds. */
export type Value = null | boolean | number | string | Value[] | Map<string, Value>;

/** Levels within each other. */
export const deepest = 200;

export const mapOf = (value: Value | undefined): ReadonlyMap<string, Value> =>
  value instanceof Map ? value : new Map();

export const listOf = (value: Value | undefined): Value[] =>
  Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : [];

export const textOf = (value: Value | undefined): string => (typeof value === "string" ? value : "");

/** Epoch milliseconds, from a number, a text or a map with the member `date`; null for anything else. */
export function instantOf(value: Value | undefined): number | null {
  const plain = value instanceof Map ? value.get("date") : value;
  const ms = typeof plain === "number" ? plain : typeof plain === "string" ? Date.parse(plain) : Number.NaN;
  return Number.isFinite(ms) && ms > 0 ? Math.trunc(ms) : null;
}
