import { createHash, randomUUID } from "node:crypto";
import { lstat, mkdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Failure } from "../contract/faults.ts";
import { selectParcel } from "../core/export/selectParcel.ts";
import { mediaPath } from "../store/media.ts";
import { codeOf, unlessMissing } from "../store/reason.ts";
import { withMedia } from "./exporting.ts";
import { inWords } from "./inWords.ts";
import { names } from "./markdown/layout.ts";
import { folderOf, put } from "./markdown/writeFolder.ts";
import type { Asks, Mirrored } from "./messages.ts";
import type { Present } from "./present.ts";
import type { Surroundings } from "./transfer.ts";

/** The question about a deck that is kept in a folder as well. */
export function mirroring({ folder, signal }: Surroundings) {
  const pathOf = (hash: string) => (folder === null ? null : mediaPath(folder, hash));

  return {
    mirror: async ({ deck, path, files: known }: Asks["mirror"][0], { collection }: Present): Promise<Mirrored> => {
      if (!collection.decks.has(deck)) throw new Failure({ code: "gone", detail: "deck" });
      const choice = { format: "markdownFolder", schedule: false, presets: true, media: true } as const;
      const { parcel } = await withMedia(selectParcel(collection, { of: "deck", deck }, [], choice), pathOf);
      const made = folderOf(parcel, false);
      let rest = "";
      for await (const piece of made.rest) rest += piece;
      const wanted = new Map<string, { hash: string; content: () => Promise<string | Uint8Array> }>();
      for (const [name, text] of [...made.texts, ...made.types, [names.rest, rest] as const])
        wanted.set(name, { hash: hashOf(text), content: async () => text });
      for (const [name, hash] of made.files) wanted.set(name, { hash, content: () => readFile(pathOf(hash) ?? "") });
      return inWords("write", () => bringUp(path, wanted, known, signal));
    },
  };
}

/** Makes the folders on the way. The root itself is not made again: who took it away wants it away. */
async function makeWay(root: string, folder: string): Promise<void> {
  let path = root;
  for (const step of folder === "." ? [] : folder.split("/")) {
    path = join(path, step);
    await mkdir(path).catch((error: unknown) => {
      if (codeOf(error) !== "EEXIST") throw error;
    });
  }
}

type Wanted = ReadonlyMap<string, { hash: string; content: () => Promise<string | Uint8Array> }>;

/**
 * Makes a folder hold what is wanted. Only files that differ are written, each at once; only files that were written before are taken
 * away. Where anybody else changed one of them since, nothing at all is written.
 */
async function bringUp(
  path: string,
  wanted: Wanted,
  known: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Mirrored> {
  if ((await lstat(path)).isSymbolicLink())
    throw new Failure({ code: "file", detail: "a link to elsewhere stands where the folder was" });
  const root = await realpath(path);
  const before = new Map(Object.entries(known));
  const there = new Map<string, string | null>();
  const outside: string[] = [];
  for (const name of new Set([...wanted.keys(), ...before.keys()])) {
    const hash = await hashAt(root, name);
    there.set(name, hash);
    if (hash !== (before.get(name) ?? null) && hash !== (wanted.get(name)?.hash ?? null)) outside.push(name);
  }
  if (outside.length > 0) return { files: { ...known }, outside };
  for (const [name, { hash, content }] of wanted) {
    if (signal.aborted) throw new Failure({ code: "stopped" });
    if (there.get(name) === hash) continue;
    const file = join(root, name);
    await makeWay(root, dirname(name));
    // Within the root by its real path: a folder that became a link leads nowhere.
    const inside = await realpath(dirname(file));
    if (inside !== dirname(file)) return { files: { ...known }, outside: [name] };
    const fresh = join(inside, `.${randomUUID()}.tmp`);
    try {
      await put(fresh, await content());
      // Looked at once more: somebody may be saving it just now.
      if ((await hashAt(root, name)) !== there.get(name)) return { files: { ...known }, outside: [name] };
      await rename(fresh, file);
    } finally {
      await rm(fresh, { force: true });
    }
  }
  for (const name of before.keys())
    if (!wanted.has(name) && (await hashAt(root, name)) === before.get(name))
      await rm(join(root, name), { force: true });
  return { files: Object.fromEntries([...wanted].map(([name, { hash }]) => [name, hash])), outside: [] };
}

const noFile = "no file";
export const isFile = (hash: string): boolean => hash !== noFile;

/** Null where there is no file; `root` is a real path. What leads elsewhere is no file of this folder, and nothing that Mneme wrote. */
export async function hashAt(root: string, name: string): Promise<string | null> {
  const path = join(root, name);
  const found = await unlessMissing(lstat(path));
  if (!found) return null;
  if (!found.isFile() || (await unlessMissing(realpath(dirname(path)))) !== dirname(path)) return noFile;
  const bytes = await unlessMissing(readFile(path));
  return bytes ? hashOf(bytes) : null;
}

export const hashOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
