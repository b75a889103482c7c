import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ImportOptions } from "../../../main/contract/transfer.ts";
import { type Collection, emptyCollection } from "../../../main/core/collection.ts";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { type Limits, standardLimits } from "../../../main/transfer/format.ts";
import { formatOf } from "../../../main/transfer/formats.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-text-"));

interface Given {
  collection?: Collection;
  options?: ImportOptions;
  limits?: Partial<Limits>;
  signal?: AbortSignal;
}

/** Reads a file as the app does. */
export async function readText(name: string, content: string | Uint8Array, given: Given = {}): Promise<Parcel> {
  const path = join(folder, name);
  await writeFile(path, content);
  return readPath(path, name, given);
}

export async function readPath(path: string, name: string, given: Given = {}): Promise<Parcel> {
  let last = 0;
  const format = await formatOf(path, name);
  return format.read({
    path,
    name,
    limits: { ...standardLimits, ...given.limits },
    staging: { put: () => Promise.reject(new Error("no media here")) },
    collection: given.collection ?? emptyCollection(),
    options: given.options ?? null,
    calendar: { zone: "UTC", rolloverHour: 4 },
    now: 5,
    newId: () => `id${++last}`,
    progress: () => {},
    signal: given.signal ?? new AbortController().signal,
  });
}
