import type { Kept } from "../../contract/shapes.ts";
import type { Calendar } from "../schedule/day.ts";
import type { ReviewLog } from "../search/reviewLog.ts";

/** What an import is given from outside. */
export interface Context {
  /** Epoch milliseconds. */
  at: number;
  calendar: Calendar;
  newId(): string;
  /** Of its record in the table `imports`. */
  importId: string;
  /** The file's name, without its folder. */
  file: string;
  /** All reviews, so that none comes twice; without it only the recent ones are known. */
  log?: ReviewLog;
}

/** Longer ids could not be named in a call. */
const longestId = 100;

/** The id that a record had elsewhere, if it can be used and nothing has it; else a new one. `used` takes it. */
export function ownId(
  wanted: string,
  isTaken: (id: string) => boolean,
  used: Set<string>,
  newId: () => string,
): string {
  const isFine = wanted !== "" && wanted.length <= longestId && !(wanted in {});
  const id = isFine && !isTaken(wanted) && !used.has(wanted) ? wanted : newId();
  used.add(id);
  return id;
}

/** Of a record that could not keep its id: what it was, so that the next import finds it. */
export function originOf(record: { kept?: Kept }): string | null {
  const known = record.kept?.mneme;
  if (known === undefined) return null;
  try {
    const from = (JSON.parse(known) as { from?: unknown } | null)?.from;
    return typeof from === "string" ? from : null;
  } catch {
    return null;
  }
}

/** The record, with what it was elsewhere. */
export const withOrigin = <T extends { kept?: Kept }>(record: T, from: string): T => ({
  ...record,
  kept: { ...record.kept, mneme: JSON.stringify({ from }) },
});

/** The first of "Name", "Name 2", "Name 3" … that is free; case does not count. */
export function unusedName(name: string, isTaken: (folded: string) => boolean): string {
  const wanted = name.trim() === "" ? "Unnamed" : name;
  for (let n = 1; ; n++) {
    const next = n === 1 ? wanted : `${wanted} ${n}`;
    if (!isTaken(foldName(next))) return next;
  }
}

export const foldName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
