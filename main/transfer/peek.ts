import { open, opendir, stat } from "node:fs/promises";
import { inWords } from "./inWords.ts";

export interface Peek {
  /** The first bytes; none of a folder. */
  head: Uint8Array;
  /** Names of what lies in a folder; null for a file. */
  inside: string[] | null;
}

const headBytes = 65_536;
const mostNames = 10_000;

/** How a file begins, or what lies in a folder. Throws the fault `file`. */
export const peek = (path: string): Promise<Peek> =>
  inWords("read", async () => {
    if ((await stat(path)).isDirectory()) return { head: new Uint8Array(), inside: await namesIn(path) };
    const file = await open(path, "r");
    try {
      const head = new Uint8Array(headBytes);
      let filled = 0;
      for (;;) {
        const { bytesRead } = await file.read(head, filled, headBytes - filled, filled);
        filled += bytesRead;
        if (bytesRead === 0 || filled === headBytes) return { head: head.subarray(0, filled), inside: null };
      }
    } finally {
      await file.close();
    }
  });

async function namesIn(path: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(path)) {
    names.push(name);
    if (names.length === mostNames) break;
  }
  return names.sort();
}
