import { createHash } from "node:crypto";
import { mkdir, open, readdir, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import type { Media } from "../contract/shapes.ts";
import { sniff } from "../core/media/sniff.ts";
import { mediaPath } from "./media.ts";
import { reason, unlessMissing } from "./reason.ts";
import { flushFolder } from "./segment.ts";

/** Where media lie until the change that brings them counts: one folder for each, by the id of its bulk. */
const stagingFolder = (folder: string, id: string) => join(folder, "staging", id);

/** Bytes that stay free for the log, whatever comes in. */
const reserve = 2 ** 28;
/** Files that are flushed at the same time: one after the other would take minutes. */
const together = 32;

/** Media that came with a file and are not the collection's yet. */
export class MediaStaging {
  readonly #folder: string;
  readonly #path: string;
  readonly #now: number;
  readonly #kept = new Map<string, Promise<void>>();
  #room: number | null = null;

  constructor(folder: string, id: string, now: number) {
    if (!/^[\w-]{1,64}$/.test(id)) throw new Error(`no name for a staging folder: ${id}`);
    this.#folder = folder;
    this.#path = stagingFolder(folder, id);
    this.#now = now;
  }

  /**
   * Keeps the bytes under their SHA-256, the same bytes once; bytes that the collection has already are not written. `flushed` says when
   * all is durable. Throws the fault `notSaved`.
   */
  async put(name: string, bytes: Uint8Array): Promise<Media> {
    const hash = createHash("sha256").update(bytes).digest("hex");
    const type = sniff(bytes)?.type ?? "application/octet-stream";
    let writing = this.#kept.get(hash);
    if (!writing) {
      writing = this.#write(hash, bytes);
      this.#kept.set(hash, writing);
      writing.catch(() => {});
      if (this.#kept.size % together === 0) await this.flushed();
    }
    return { id: name, hash, size: bytes.length, type, added: this.#now };
  }

  /** Bytes that were put, or that the collection has; null if neither. */
  path(hash: string): string | null {
    return this.#kept.has(hash) ? join(this.#path, hash) : mediaPath(this.#folder, hash);
  }

  /** Resolves when all that was put is durable. Throws the fault `notSaved`. */
  async flushed(): Promise<void> {
    try {
      await Promise.all(this.#kept.values());
    } catch (error) {
      throw error instanceof Failure ? error : new Failure({ code: "notSaved", detail: reason(error) });
    }
  }

  /** Takes everything away again. */
  async drop(): Promise<void> {
    await Promise.allSettled(this.#kept.values());
    await rm(this.#path, { recursive: true, force: true });
  }

  async #write(hash: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.#path, { recursive: true });
    this.#room ??= await roomIn(this.#folder);
    this.#room -= bytes.length;
    if (this.#room < 0) throw new Failure({ code: "notSaved", detail: "its media need more room than the disk has" });
    const file = await open(join(this.#path, hash), "w");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}

/** Bytes that may be written before the disk is too full to study on. */
async function roomIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - reserve;
}

/** Makes staged media the collection's: each moves to its place, and the folder goes. Nothing if there is none. */
export async function adoptMedia(folder: string, id: string): Promise<void> {
  const from = stagingFolder(folder, id);
  const names = await unlessMissing(readdir(from));
  if (!names) return;
  await mkdir(join(folder, "media"), { recursive: true });
  for (const name of names) {
    const to = mediaPath(folder, name);
    if (to) await rename(join(from, name), to);
  }
  await flushFolder(join(folder, "media"));
  await rm(from, { recursive: true, force: true });
}

/** The ids of all staging folders. */
export const listStaging = async (folder: string): Promise<string[]> =>
  (await unlessMissing(readdir(join(folder, "staging")))) ?? [];

/** Takes the media of an import away that never counted. */
export const dropStaging = (folder: string, id: string): Promise<void> =>
  rm(stagingFolder(folder, id), { recursive: true, force: true });
