import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { unlessMissing } from "./reason.ts";
import { flushFolder } from "./segment.ts";

/**
 * Makes new content durable under a name of its own beside `path`, then lets `swap` give it its place. Whatever goes wrong,
 * the unfinished file is gone again: left alone it would hold the last space of a full disk.
 */
export async function writeBeside(
  path: string,
  content: string | Uint8Array,
  swap: (fresh: string) => Promise<void>,
  mode = 0o666,
): Promise<void> {
  const fresh = `${path}.${randomUUID()}.tmp`;
  try {
    const handle = await open(fresh, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await swap(fresh);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/**
 * Puts a new file in the place of an old one, which stays beside it as `<name>.prev`. Whenever the power fails, one of
 * the two is whole: the new text is durable under another name before either name moves.
 */
export async function replace(path: string, text: string): Promise<void> {
  await writeBeside(path, text, async (fresh) => {
    await unlessMissing(rename(path, `${path}.prev`));
    await rename(fresh, path);
  });
  await flushFolder(dirname(path));
}

const asideName = (name: string, bytes: string | Uint8Array): string => `${crc32(bytes).toString(16)}-${name}`;

/** Keeps a damaged text of a file that stays where it is. The same text is kept once, however often it is found. */
export async function keepAside(folder: string, name: string, text: string): Promise<void> {
  await mkdir(join(folder, "set-aside"), { recursive: true });
  await writeFile(join(folder, "set-aside", asideName(name, text)), text);
}

/** Takes a damaged file out of the way, as it is. */
export async function moveAside(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = join(folder, "set-aside", asideName(basename(path), bytes));
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
}
