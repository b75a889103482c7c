import { createHash } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure } from "../contract/faults.ts";
import type { Media } from "../contract/shapes.ts";
import { sniff } from "../core/media/sniff.ts";
import { mediaPath } from "./media.ts";
import { codeOf, reason, unlessMissing } from "./reason.ts";
import { flushFolder } from "./segment.ts";

/** Where media lie until the change that brings them counts: one folder for each, by the id of its bulk. */
const stagingFolder = (folder: string, id: string) => join(folder, "staging", id);

/** Bytes that stay free for the log, whatever comes in. */
const reserve = 2 ** 28;
/** Files, and their bytes, that are written at the same time: one after the other would take minutes. */
const together = { files: 32, bytes: 2 ** 26 };

/** Media that came with a file and are not the collection's yet. */
export class MediaStaging {
  readonly #folder: string;
  readonly #path: string;
  readonly #now: number;
  readonly #kept = new Map<string, Promise<void>>();
  /** Hashes of what the collection did not have. */
  readonly #fresh = new Set<string>();
  /** Those that are being written, and their bytes; one that failed stays. */
  #writing: Promise<void>[] = [];
  #bytes = 0;
  /** Bytes that there was room for at the beginning, and those taken since. */
  #room: Promise<number> | null = null;
  #taken = 0;

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
    if (!this.#kept.has(hash)) {
      const writing = this.#keep(hash, bytes);
      writing.catch(() => {});
      this.#kept.set(hash, writing);
      this.#writing.push(writing);
      this.#bytes += bytes.length;
      if (this.#writing.length >= together.files || this.#bytes >= together.bytes) await this.#written();
    }
    return { id: name, hash, size: bytes.length, type, added: this.#now };
  }

  /** Where the bytes of that hash lie, once they are written; null if it is no hash. */
  path(hash: string): string | null {
    return this.#fresh.has(hash) ? join(this.#path, hash) : mediaPath(this.#folder, hash);
  }

  /** Resolves when all that was put is durable. Throws the fault `notSaved`. */
  async flushed(): Promise<void> {
    await this.#written();
    if (this.#fresh.size === 0) return;
    await inWords(async () => {
      for (const path of [this.#path, dirname(this.#path), this.#folder]) await flushFolder(path);
    });
  }

  /** Takes everything away again. */
  async drop(): Promise<void> {
    await Promise.allSettled(this.#kept.values());
    await rm(this.#path, { recursive: true, force: true });
  }

  async #written(): Promise<void> {
    const writing = this.#writing;
    await inWords(() => Promise.all(writing));
    if (writing !== this.#writing) return;
    this.#writing = [];
    this.#bytes = 0;
  }

  async #keep(hash: string, bytes: Uint8Array): Promise<void> {
    const had = await readFile(mediaPath(this.#folder, hash) as string).catch(() => null);
    if (had?.equals(bytes)) return;
    this.#fresh.add(hash);
    await mkdir(this.#path, { recursive: true });
    this.#taken += bytes.length;
    this.#room ??= roomIn(this.#folder);
    if (this.#taken > (await this.#room))
      throw new Failure({ code: "notSaved", detail: "its media need more room than the disk has" });
    const file = await open(join(this.#path, hash), "w");
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}

async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw codeOf(error) === "" ? error : new Failure({ code: "notSaved", detail: reason(error) });
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
  await flushFolder(folder);
  await rm(from, { recursive: true, force: true });
}

/** The ids of all staging folders. */
export const listStaging = async (folder: string): Promise<string[]> =>
  (await unlessMissing(readdir(join(folder, "staging")))) ?? [];

/** Takes the media of an import away that never counted. */
export const dropStaging = (folder: string, id: string): Promise<void> =>
  rm(stagingFolder(folder, id), { recursive: true, force: true });
