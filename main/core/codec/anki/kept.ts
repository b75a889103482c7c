import type { Kept } from "../../../contract/shapes.ts";

/** What Anki knows of a record, if anything is kept of it. */
export const keptText = (record: { kept?: Kept }): string | null => record.kept?.anki ?? null;

/** The member `kept` of a record, or none if there is nothing to keep. */
export const keeping = (text: string | null): { kept?: Kept } => (text === null ? {} : { kept: { anki: text } });

/** The members of `row` that `derived` does not have, as JSON text; null if there are none. */
export function differing<T extends object>(row: T, derived: T, names: readonly (keyof T & string)[]): string | null {
  let kept: Partial<T> | null = null;
  for (const name of names) {
    if (row[name] === derived[name]) continue;
    kept ??= {};
    kept[name] = row[name];
  }
  return kept && JSON.stringify(kept);
}

/** Reads what `differing` wrote; what is no such text keeps nothing. */
export function keptMembers<T extends object>(text: string | null): Partial<T> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Partial<T>) : {};
  } catch {
    return {};
  }
}
