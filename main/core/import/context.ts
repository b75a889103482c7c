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
  const isFine = wanted !== "" && wanted.length <= longestId;
  const id = isFine && !isTaken(wanted) && !used.has(wanted) ? wanted : newId();
  used.add(id);
  return id;
}

/** What is remembered of a record that could not stay as it came: the id that it had, and its name with the one it got. */
interface Origin {
  from?: string;
  name?: string;
  here?: string;
}

function readOrigin({ kept }: { kept?: Kept }): Origin {
  if (kept?.mneme === undefined) return {};
  try {
    const origin: unknown = JSON.parse(kept.mneme);
    return typeof origin === "object" && origin !== null ? origin : {};
  } catch {
    return {};
  }
}

/** The id under which the next import asks for it; null if it has that. */
export function originOf(record: { kept?: Kept }): string | null {
  const { from } = readOrigin(record);
  return typeof from === "string" ? from : null;
}

/** The record, with what it was elsewhere if that is another id or name. */
export function withOrigin<T extends { id: string; name: string; kept?: Kept }>(
  record: T,
  there: { id: string; name: string },
): T {
  const origin: Origin = {
    ...(record.id !== there.id && { from: there.id }),
    ...(record.name !== there.name && { name: there.name, here: record.name }),
  };
  const { kept: { mneme: _, ...kept } = {}, ...bare } = record;
  const all = Object.keys(origin).length > 0 ? { ...kept, mneme: JSON.stringify(origin) } : kept;
  return { ...bare, ...(Object.keys(all).length > 0 && { kept: all }) } as T;
}

/** The record as it goes out: under the name that it had, if only an import gave it another. */
export function outgoing<T extends { id: string; name: string; kept?: Kept }>(record: T): T {
  if (record.kept?.mneme === undefined) return record;
  const { name, here } = readOrigin(record);
  const own = typeof name === "string" && here === record.name ? name : record.name;
  return withOrigin({ ...record, name: own }, { id: record.id, name: own });
}

/** The first of "Name", "Name 2", "Name 3" … that is free; case does not count. */
export function unusedName(name: string, isTaken: (folded: string) => boolean): string {
  const wanted = name.trim() === "" ? "Unnamed" : name;
  for (let n = 1; ; n++) {
    const next = n === 1 ? wanted : `${wanted} ${n}`;
    if (!isTaken(foldName(next))) return next;
  }
}

export const foldName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
