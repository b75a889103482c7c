import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import { type Collection, emptyCollection } from "../core/collection.ts";
import { upgradeAll } from "../core/migrate.ts";
import { version } from "./line.ts";
import { unlessMissing } from "./reason.ts";
import { moveAside } from "./replace.ts";
import { verify } from "./seal.ts";
import { type Covers, decodeTables, type Head, type PartName } from "./snapshot.ts";

export interface Part {
  collection: Collection;
  covers: Covers;
  /** Of the file; null if there is none. */
  checksum: string | null;
  content: string | null;
}

const nothing = (): Part => ({ collection: emptyCollection(), covers: {}, checksum: null, content: null });

/**
 * Reads `<part>.json`, else the one before it, else nothing: the journal has it all. What is damaged is set aside and
 * told in `problems`, but for `shared` (see load.ts). Throws the fault `folder` if a newer Mneme wrote it.
 */
export async function readSnapshot(folder: string, part: PartName, problems: string[], shared = false): Promise<Part> {
  for (const name of [`${part}.json`, `${part}.json.prev`]) {
    const path = join(folder, name);
    const bytes = await unlessMissing(readFile(path));
    if (!bytes) continue;
    const found = decode(part, name, bytes);
    if (found) return found;
    if (shared) continue;
    await moveAside(folder, path, bytes);
    problems.push(`The file ${name} was damaged. It was set aside, and everything was read again from the log.`);
  }
  return nothing();
}

function decode(part: PartName, name: string, bytes: Buffer): Part | null {
  // Without the last newline.
  const checksum = verify(bytes.subarray(0, -1));
  if (checksum === null) return null;
  const value = JSON.parse(bytes.toString()) as Head & Record<string, unknown>;
  if (value.v > version) throw new Failure({ code: "folder", detail: `a newer Mneme wrote ${name}` });
  const collection = decodeTables(part, value);
  upgradeAll(collection, value.v);
  return { collection, covers: value.covers, checksum, content: value.content ?? null };
}
