import { readdir, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { inWords } from "./transfer/inWords.ts";
import { names } from "./transfer/markdown/layout.ts";
import { hashAt, isFile } from "./transfer/mirroring.ts";

/** Hashes of files by name, as they lie in a mirror: those that were written there, and texts that somebody added. */
export interface MirrorFiles {
  files: Record<string, string>;
  added: Record<string, string>;
}

/**
 * What lies in a mirror now. Nothing outside of the folder is looked at: what leads elsewhere is no file of it. Throws the fault `file`
 * if the folder is gone.
 */
export const readMirror = ({ path, files }: { path: string; files: Record<string, string> }): Promise<MirrorFiles> =>
  inWords("read", async () => {
    const root = await realpath(path);
    const inside = (await readdir(root, { recursive: true })).map((name) => name.replaceAll(sep, "/"));
    const added = await hashed(
      root,
      inside.filter((name) => isText(name) && !(name in files)),
    );
    return {
      files: Object.fromEntries(await hashed(root, Object.keys(files))),
      added: Object.fromEntries(added.filter(([, hash]) => isFile(hash))),
    };
  });

async function hashed(root: string, of: readonly string[]): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const name of of) {
    const hash = await hashAt(root, name);
    if (hash !== null) found.push([name, hash]);
  }
  return found;
}

/** Waits until nobody has written there for a moment, or has for too long. */
export async function still(mirror: { path: string; files: Record<string, string> }): Promise<MirrorFiles> {
  let seen = await readMirror(mirror);
  for (let tries = 0; tries < mostTries; tries++) {
    await setTimeout(moment);
    const later = await readMirror(mirror);
    if (isDeepStrictEqual(seen, later)) break;
    seen = later;
  }
  return seen;
}

const moment = 250;
const mostTries = 40;

/** What is the same in both. */
export const common = (a: Record<string, string>, b: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(a).filter(([name, hash]) => b[name] === hash));

/** A text that is read as notes (main/transfer/markdown/readFolder.ts). */
const isText = (name: string): boolean =>
  /\.(?:md|markdown)$/i.test(name) &&
  !/(?:^|\/)\./.test(name) &&
  !name.startsWith(`${names.media}/`) &&
  !name.startsWith(`${names.types}/`);
