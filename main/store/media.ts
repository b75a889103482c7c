import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Failure } from "../contract/faults.ts";
import type { Media } from "../contract/shapes.ts";
import { codeOf, reason, unlessMissing } from "./reason.ts";
import { writeBeside } from "./replace.ts";
import { flushFolder } from "./segment.ts";

/** Where the bytes of that hash lie; null if it is no hash. No name from outside is ever part of a path. */
export const mediaPath = (folder: string, hash: string): string | null =>
  /^[0-9a-f]{64}$/.test(hash) ? join(folder, "media", hash) : null;

/** Keeps bytes under their SHA-256, which it gives. Durable when it resolves. Throws the fault `notSaved`. */
export async function putMedia(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const path = mediaPath(folder, hash) as string;
  try {
    const kept = await unlessMissing(readFile(path));
    if (kept?.equals(bytes)) return hash;
    await mkdir(dirname(path), { recursive: true });
    await writeBeside(path, bytes, (fresh) => rename(fresh, path));
    await flushFolder(dirname(path));
    await flushFolder(folder);
    return hash;
  } catch (error) {
    throw new Failure({ code: "notSaved", detail: reason(error) });
  }
}

/** Reads every file that the table names and compares it with its hash. One sentence for each that is not as it was. */
export async function checkMedia(folder: string, media: Iterable<Media>): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, hash } of media) {
    const found = await hashOf(mediaPath(folder, hash)).catch((error: unknown) => reason(error));
    if (found === null) problems.push(`The media file “${id}” is missing. Its notes are here; add the file again.`);
    else if (found !== hash)
      problems.push(`The media file “${id}” is damaged. Its notes are here; add the file again.`);
  }
  return problems;
}

/** Null if there is no such file. */
async function hashOf(path: string | null): Promise<string | null> {
  if (path === null) return null;
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(path), hash);
    return hash.digest("hex");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
