import { createReadStream } from "node:fs";
import { join } from "node:path";
import type { Records, Review } from "../contract/shapes.ts";
import { invert } from "../core/collection.ts";
import { upgrade } from "../core/migrate.ts";
import { type Bulk, type BulkUse, nameOf } from "./bulk.ts";
import { type Piece, unpackPiece } from "./piece.ts";
import { readSegment } from "./readSegment.ts";
import { verify } from "./seal.ts";
import { copies } from "./segment.ts";

/** Milliseconds of work after which others have their turn. */
const slice = 12;

/**
 * The pieces of a bulk, in the order in which they count. Damaged lines are read from the second copy; those that are damaged
 * in both are left out, and `lost` is told how many.
 */
export async function* readBulk(
  folder: string,
  use: Bulk & Partial<BulkUse>,
  lost: (lines: number) => void = () => {},
): AsyncGenerator<Records> {
  const pieces = use.back ? (await all(folder, use, lost)).reverse().map(invert) : inOrder(folder, use, lost);
  yield* pieces;
}

async function all(folder: string, use: Bulk, lost: (lines: number) => void): Promise<Records[]> {
  const pieces: Records[] = [];
  for await (const records of inOrder(folder, use, lost)) pieces.push(records);
  return pieces;
}

async function* inOrder(folder: string, use: Bulk, lost: (lines: number) => void): AsyncGenerator<Records> {
  let whole = 0;
  for await (const records of firstCopy(folder, use.id)) {
    whole++;
    yield records;
  }
  if (whole === use.lines) return;
  // What was whole so far has been given; the rest comes from both copies together.
  const { lines } = await readSegment(folder, await nameOf(folder, use.id));
  const left = lines.filter(({ n }) => n > whole);
  for (const { records } of left) yield records;
  if (whole + left.length < use.lines) lost(use.lines - whole - left.length);
}

/** The pieces of the first copy, up to the first flaw. Others have their turn in between. */
async function* firstCopy(folder: string, id: string): AsyncGenerator<Records> {
  let v = 0;
  let rest: Buffer = Buffer.alloc(0);
  let since = performance.now();
  const path = join(folder, copies[0], await nameOf(folder, id));
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 18 })) {
      let from = 0;
      rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, from)) {
        const line = rest.subarray(from, end);
        from = end + 1;
        if (verify(line) === null) return;
        const value = JSON.parse(line.toString()) as Piece & { v?: number };
        if (value.v !== undefined) v = value.v;
        else if (v === 0) return;
        else yield upgrade(unpackPiece(value).records, v);
        if (performance.now() - since > slice) {
          await new Promise((done) => setImmediate(done));
          since = performance.now();
        }
      }
      rest = rest.subarray(from);
    }
  } catch {
    // It cannot be read on: the second copy is asked for the rest.
  }
}

/** The records of a bulk put together, without reviews from before `since` (epoch milliseconds), which memory does not hold. */
export async function gatherBulk(
  folder: string,
  use: BulkUse,
  since: number,
  lost: (lines: number) => void = () => {},
): Promise<Records> {
  const gathered: Record<string, unknown[]> = {};
  for await (const records of inOrder(folder, use, lost))
    for (const [table, pairs] of Object.entries(records)) {
      gathered[table] ??= [];
      const kept = table === "reviews" ? (pairs as Pairs).filter(([a, b]) => ((b ?? a)?.at ?? 0) >= since) : pairs;
      for (const pair of kept) gathered[table].push(pair);
    }
  // Taken back as a whole: piece by piece would hold up the others longer.
  return use.back ? invert(gathered as Records) : (gathered as Records);
}

type Pairs = [Review | null, Review | null][];
