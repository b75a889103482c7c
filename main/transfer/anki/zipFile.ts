import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { PassThrough } from "node:stream";
import { ZipFile } from "yazl";

/** A package in the making. */
export interface NewPackage {
  /** Adds a file; resolves when there is room for another. */
  add(name: string, bytes: Uint8Array, compress?: boolean): Promise<void>;
}

/**
 * Writes a zip file in one pass. It bears its name when it is whole and on the disk; if anything goes wrong, nothing of it is left.
 * `now`: epoch milliseconds.
 */
export async function writeZip(path: string, now: number, fill: (into: NewPackage) => Promise<void>): Promise<void> {
  const fresh = `${path}.${randomUUID()}.tmp`;
  try {
    await stream(fresh, now, fill);
    await rename(fresh, path);
    await flush(dirname(path)).catch(() => {}); // not every system lets a folder be flushed
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

async function stream(path: string, now: number, fill: (into: NewPackage) => Promise<void>): Promise<void> {
  const zip = new ZipFile();
  const content = zip.outputStream as PassThrough;
  const file = createWriteStream(path, { flags: "wx", flush: true });
  const written = new Promise<void>((resolve, reject) => {
    file.on("close", () => (file.errored ? reject(file.errored) : resolve()));
    zip.on("error", reject);
    content.on("error", reject);
    file.on("error", reject);
  });
  written.catch(() => {}); // told below, whatever comes first
  content.pipe(file);
  try {
    await fill({
      async add(name, bytes, compress = false) {
        const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        zip.addBuffer(buffer, name, { compress, mtime: new Date(now), forceDosTimestamp: true });
        if (content.writableNeedDrain) await Promise.race([once(content, "drain"), written]);
      },
    });
    zip.end();
    await written;
  } catch (error) {
    file.destroy();
    if (!file.closed) await once(file, "close").catch(() => {});
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
