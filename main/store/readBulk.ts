import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Records, Review } from "../contract/shapes.ts";
import { invert } from "../core/collection.ts";
import { upgrade } from "../core/migrate.ts";
import { type Bulk, type BulkUse, nameOf } from "./bulk.ts";
import { version } from "./line.ts";
import { unpackPiece } from "./piece.ts";
import { readSegment, type SegmentContent, sizeOf } from "./readSegment.ts";
import { codeOf } from "./reason.ts";
import { verify } from "./seal.ts";
import { copies } from "./segment.ts";

/** What was wrong with a bulk; see SegmentContent. */
export interface Flaws {
  name: string;
  /** Lines that neither copy has. */
  missing: number;
  mended: number;
  lost: string[];
}

interface Reading {
  /** Only pieces that contain it are decoded; what is missing cannot be told then. */
  needle?: string;
  /** No reviews from before it are wanted; epoch milliseconds. */
  since?: number;
  /** Told at the end of a bulk that was not whole in its first copy. */
  flawed?: (flaws: Flaws) => void;
}

/** Milliseconds of work after which others have their turn. */
const slice = 12;

/**
 * The pieces of a bulk, in the order in which they count. Damaged lines are read from the second copy; those that are damaged
 * in both are left out and told.
 */
export async function* readBulk(folder: string, use: BulkUse, reading: Reading = {}): AsyncGenerator<Records> {
  if (!use.back) return yield* inOrder(folder, use, reading);
  const pieces: Records[] = [];
  for await (const records of inOrder(folder, use, reading)) pieces.push(records);
  for (const records of pieces.reverse()) yield invert(records);
}

/**
 * The records of a bulk put together, without reviews from before `since` (epoch milliseconds), which memory does not hold. Its id
 * alone will do: how many lines there have to be only the journal says.
 */
export async function gatherBulk(
  folder: string,
  use: Known & Partial<BulkUse>,
  since: number,
  flawed?: (flaws: Flaws) => void,
): Promise<Records> {
  const gathered: Record<string, unknown[]> = {};
  const ids = new Set<string>();
  for await (const records of inOrder(folder, use, { since, ...(flawed && { flawed }) }))
    for (const [table, pairs] of Object.entries(records) as [string, AnyPair[]][]) {
      gathered[table] ??= [];
      for (const pair of pairs) {
        const record = pair[1] ?? pair[0];
        if (!record || (table === "reviews" && (record as Review).at < since)) continue;
        gathered[table].push(pair);
        // A text is hashed when it is first looked for: here that holds nobody up, while memory changes it would.
        ids.add(record.id);
      }
    }
  // Taken back as a whole: piece by piece would hold up the others longer.
  return use.back ? invert(gathered as Records) : (gathered as Records);
}

type AnyPair = [{ id: string } | null, { id: string } | null];
type Known = Pick<Bulk, "id"> & Partial<Bulk>;

async function* inOrder(folder: string, { id, lines }: Known, reading: Reading): AsyncGenerator<Records> {
  const { needle = "", flawed } = reading;
  const name = await nameOf(folder, id);
  const first = { whole: 0, bytes: 0 };
  for await (const records of firstCopy(folder, name, reading, first)) yield records;
  if (lines === undefined ? first.bytes === (await sizeOf(folder, name)) : first.whole === lines) return;
  // What was whole so far has been given; the rest comes from both copies together.
  const both = await readBoth(folder, id, needle);
  const rest = new Map(both.lines.filter(({ n }) => n > first.whole).map(({ n, records }) => [n, records]));
  for (const [, records] of [...rest].sort(([a], [b]) => a - b)) yield records;
  const missing = lines === undefined ? both.lost.length : Math.max(0, lines - first.whole - rest.size);
  flawed?.({ name: both.name, missing, mended: both.mended, lost: both.lost });
}

/** Both copies, even if they get their lasting name at this moment. */
async function readBoth(folder: string, id: string, needle: string): Promise<SegmentContent> {
  for (;;) {
    const name = await nameOf(folder, id);
    const found = await readSegment(folder, name, needle);
    if (found.bytes > 0 || name === (await nameOf(folder, id))) return found;
  }
}

/** Pieces of the first copy up to the first flaw. Notes in `found` how far that is. */
async function* firstCopy(
  folder: string,
  name: string,
  { needle = "", since }: Reading,
  found: { whole: number; bytes: number },
): AsyncGenerator<Records> {
  let v = 0;
  let turned = performance.now();
  for await (const line of wholeLines(join(folder, copies[0], name))) {
    if (verify(line) === null) return;
    if (v === 0) {
      ({ v } = JSON.parse(line.toString()));
      // `readSegment` says what there is to say of it.
      if (!(v > 0 && v <= version)) return;
    } else {
      // A line that is gone without a trace is a flaw as well.
      if (numberOf(line) !== found.whole + 1) return;
      found.whole++;
      if (line.includes(needle)) yield upgrade(unpackPiece(JSON.parse(line.toString()), since).records, v);
    }
    found.bytes += line.length + 1;
    if (performance.now() - turned < slice) continue;
    await new Promise((done) => setImmediate(done));
    turned = performance.now();
  }
}

const numberOf = (line: Buffer): number => Number(/^\{"n":(\d+),/.exec(line.toString("latin1", 0, 24))?.[1]);

const newline = 10;

/** The lines of a file, without their ends. Ends where the file does or cannot be read on. */
async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const piece = chunk.subarray(from, end);
        yield begun.length > 0 ? Buffer.concat([...begun, piece]) : piece;
        begun = [];
        from = end + 1;
      }
      begun.push(chunk.subarray(from));
    }
  } catch (error) {
    if (codeOf(error) === "") throw error;
  }
}
