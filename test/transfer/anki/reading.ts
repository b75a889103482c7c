import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Media } from "../../../main/contract/shapes.ts";
import { type AnkiFile, readBare, readPackage } from "../../../main/transfer/anki/readAnki.ts";
import { type Limits, type Progress, standardLimits } from "../../../main/transfer/format.ts";

export interface Read extends AnkiFile {
  /** By name: what was staged. */
  bytes: Map<string, Uint8Array>;
  told: Progress[];
}

/** Reads a file as the app does, its media kept in memory. */
export async function readFileAt(
  path: string,
  given: { limits?: Partial<Limits>; now?: number; signal?: AbortSignal; name?: string } = {},
): Promise<Read> {
  const bytes = new Map<string, Uint8Array>();
  const told: Progress[] = [];
  const put = async (name: string, content: Uint8Array): Promise<Media> => {
    bytes.set(name, Uint8Array.from(content));
    const hash = createHash("sha256").update(content).digest("hex");
    return { id: name, hash, size: content.length, type: "image/png", added: 0 };
  };
  const file = await (/\.anki21?$/.test(path) ? readBare : readPackage)({
    path,
    name: given.name ?? basename(path),
    limits: { ...standardLimits, ...given.limits },
    staging: { put },
    now: given.now ?? Date.UTC(2026, 10, 25),
    progress: (progress) => told.push(progress),
    signal: given.signal ?? new AbortController().signal,
  });
  return { ...file, bytes, told };
}

/** Reads bytes as a file of that name. */
export async function readBytes(
  bytes: Uint8Array,
  given: { limits?: Partial<Limits>; now?: number; signal?: AbortSignal; name?: string } = {},
): Promise<Read> {
  const folder = await mkdtemp(join(tmpdir(), "mneme-anki-"));
  try {
    const name = given.name ?? "x.apkg";
    await writeFile(join(folder, name), bytes);
    return await readFileAt(join(folder, name), given);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Names and what is behind them, quickly compared. */
export const digests = (files: Iterable<readonly [string, Uint8Array]>): string[] =>
  [...files].map(([name, bytes]) => `${name} ${bytes.length} ${createHash("sha1").update(bytes).digest("hex")}`).sort();
