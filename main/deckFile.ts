import { readFile, realpath, rename, stat, writeFile } from "node:fs/promises";
import { Failure } from "./contract/faults.ts";
import { codeOf, reason, unlessMissing } from "./store/reason.ts";
import { writeBeside } from "./store/replace.ts";

const refusedReading: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
};

const refusedWriting: Record<string, string> = {
  ENOENT: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EFBIG: "it would be larger than a file may be there",
};

/** The bytes of a file that the person named. Throws the fault `file`. */
export const readDeckFile = (path: string): Promise<Uint8Array> => inWords(refusedReading, () => readFile(path));

/** Writes the text where the person wants it. An old file there stays whole until the new one is. Throws the fault `file`. */
export const writeDeckFile = (path: string, text: string): Promise<void> =>
  inWords(refusedWriting, async () => {
    const old = await unlessMissing(stat(path));
    // A pipe or a device is written to, never replaced; a folder refuses that by itself.
    if (old && !old.isFile()) return writeFile(path, text);
    const target = old ? await realpath(path) : path;
    await writeBeside(target, text, (fresh) => rename(fresh, target), old ? old.mode & 0o777 : 0o666);
  });

async function inWords<T>(words: Record<string, string>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new Failure({ code: "file", detail: words[codeOf(error)] ?? reason(error) });
  }
}
