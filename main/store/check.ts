import { isDeepStrictEqual } from "node:util";
import type { Review } from "../contract/shapes.ts";
import { type Collection, tableNames } from "../core/collection.ts";
import { load, recent } from "./load.ts";
import { checkMedia } from "./media.ts";
import { listBulks, listSegments, noNeedle, readSegment } from "./readSegment.ts";

export interface Check {
  /** Whole lines in all segments and bulks. */
  lines: number;
  problems: string[];
}

/**
 * Reads everything anew: verifies every line, the snapshot and the media files, and compares what they give with what is in memory.
 * Reviews are compared from `since` (epoch milliseconds) on: earlier ones are on disk only.
 */
export async function check(folder: string, memory: Collection, since: number): Promise<Check> {
  const disk = await load(folder, { now: since + recent });
  const problems = new Set(disk.problems);
  let lines = 0;
  for (const name of [...(await listSegments(folder)), ...(await listBulks(folder))]) {
    const { count, lost } = await readSegment(folder, name, noNeedle);
    lines += count;
    for (const text of lost) problems.add(`A damaged line in ${name}: ${text.slice(0, 80)}…`);
  }
  for (const table of tableNames) {
    const kept = new Map<string, unknown>(memory[table]);
    if (table === "reviews")
      for (const review of kept.values() as Iterable<Review>) if (review.at < since) kept.delete(review.id);
    if (!isDeepStrictEqual(kept, disk.collection[table]))
      problems.add(`The ${table} on disk differ from those on the screen. Please restart Mneme; the disk counts.`);
  }
  for (const problem of await checkMedia(folder, memory.media.values())) problems.add(problem);
  return { lines, problems: [...problems] };
}
