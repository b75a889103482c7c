import type { Change, Op } from "../contract/shapes.ts";
import type { BulkUse } from "./bulk.ts";
import { seal } from "./seal.ts";

/** Formats that this Mneme writes, and the newest that it reads. */
export const version = 4;

/** A change as the journal holds it. */
export interface Line extends Change {
  /** Lamport number: greater than every number its writer had seen. Lines are ordered by (n, w). */
  n: number;
  /** The writer: eight hex digits, new at each start. On disk it stands in the segment's header. */
  w: string;
  /** For undo and redo: the line that is taken back or done again, and what that was. */
  of?: { line: string; op: Op };
  /** The records lie in a file of their own; `records` is empty. */
  bulk?: BulkUse;
}

/**
 * The first line of a segment. `void` names lines of this writer in earlier segments that may have reached the disk
 * although they were reported as not saved: they do not count.
 */
export interface Header {
  v: number;
  w: string;
  void: number[];
}

export const idOf = (line: { n: number; w: string }): string => `${line.n}-${line.w}`;

export const byOrder = (a: Line, b: Line): number => a.n - b.n || (a.w < b.w ? -1 : a.w > b.w ? 1 : 0);

/** `{"n":17,"at":…,"offset":…,"op":"answer","what":…,"records":{…},"x":"1a2b3c4d"}`, with `of` and `bulk` before `records` if any. */
export function encodeLine({ n, at, offset, op, what, of, bulk, records }: Line): string {
  return `${seal(JSON.stringify({ n, at, offset, op, what, of, bulk, records }))}\n`;
}

/** `{"v":4,"w":"a1b2c3d4","void":[],"x":"1a2b3c4d"}` */
export function encodeHeader(header: Header): string {
  return `${seal(JSON.stringify(header))}\n`;
}
