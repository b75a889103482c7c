import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Media } from "../../main/contract/shapes.ts";
import { emptyCollection } from "../../main/core/collection.ts";
import type { Parcel } from "../../main/core/parcel/parcel.ts";
import { writeZip } from "../../main/transfer/anki/zipFile.ts";
import { type Limits, standardLimits } from "../../main/transfer/format.ts";
import { formatOf } from "../../main/transfer/formats.ts";

const folder = await mkdtemp(join(tmpdir(), "mneme-zipped-"));
let count = 0;

/** A zip file of these entries, on disk. */
export async function zipped(name: string, entries: Record<string, string | Uint8Array>): Promise<string> {
  const path = join(folder, `${++count}-${name}`);
  await writeZip(path, 0, async ({ add }) => {
    for (const [entry, content] of Object.entries(entries)) await add(entry, Buffer.from(content), true);
  });
  return path;
}

export const now = Date.UTC(2026, 10, 25, 12);

/** Reads a file or folder as the app does; media are told by name. */
export async function readAny(path: string, name: string, limits: Partial<Limits> = {}): Promise<Parcel> {
  let last = 0;
  const put = async (id: string, bytes: Uint8Array): Promise<Media> => ({
    ...{ id, hash: Buffer.from(bytes).toString("hex").slice(0, 64), size: bytes.length, type: "image/png", added: 0 },
  });
  const format = await formatOf(path, name);
  return format.read({
    ...{ path, name, staging: { put }, collection: emptyCollection(), options: null, now },
    limits: { ...standardLimits, ...limits },
    calendar: { zone: "UTC", rolloverHour: 4 },
    newId: () => `id${++last}`,
    progress: () => {},
    signal: new AbortController().signal,
  });
}
