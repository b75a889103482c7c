import { join } from "node:path";
import type { Collection } from "../core/collection.ts";
import { load } from "./load.ts";
import { replace } from "./replace.ts";
import { checksumOf } from "./seal.ts";
import { encodeSnapshot, type Head, newHead, type PartName } from "./snapshot.ts";

/** What a worker needs to know; all else it reads for itself. */
export interface Compaction {
  folder: string;
  /** Segments that are no longer written to. */
  segments: string[];
  /** Epoch milliseconds. */
  now: number;
}

/**
 * Writes the snapshot anew, from the old one and the segments after it. Content is only written if it changed; progress
 * comes last, since it may then say so. Nothing is removed: a failure at any point leaves what was there.
 */
export async function compact({ folder, segments, now }: Compaction): Promise<void> {
  const { collection, covers, content } = await load(folder, { now, segments });
  const checksum = content ?? (await write(folder, "content", newHead(covers), collection));
  await write(folder, "progress", newHead(covers, checksum), collection);
}

async function write(folder: string, part: PartName, head: Head, collection: Collection): Promise<string> {
  const text = encodeSnapshot(part, head, collection);
  await replace(join(folder, `${part}.json`), `${text}\n`);
  return checksumOf(text);
}
