import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where each segment lives, twice: the same bytes in both. */
export const copies = ["log", "mirror"] as const;

/** What a segment asks of a file. */
export type SegmentFile = Pick<FileHandle, "appendFile" | "datasync" | "close">;
export type Open = (path: string, flags: "ax") => Promise<SegmentFile>;

/** Makes the names in a folder durable: without it a power cut may take a new file back. */
export async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder, and does not need to.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A stretch of the journal that is being written, in two copies. It is only ever appended to, by one process; after
 * any error it is closed for good, because neither its tail nor its descriptor can be trusted any more.
 */
export class Segment {
  readonly name: string;
  readonly #files: SegmentFile[] = [];

  private constructor(name: string) {
    this.name = name;
  }

  /** Creates both files with this first text. Durable when it resolves, the folders included; if it rejects, gone again. */
  static async create(folder: string, name: string, text: string, openFile: Open): Promise<Segment> {
    const segment = new Segment(name);
    const paths = copies.map((copy) => join(folder, copy, name));
    try {
      for (const path of paths) {
        await mkdir(dirname(path), { recursive: true });
        segment.#files.push(await openFile(path, "ax"));
      }
      await segment.append(text);
      await Promise.all(copies.map((copy) => flushFolder(join(folder, copy))));
      return segment;
    } catch (error) {
      await segment.close();
      // Nothing in them was ever acknowledged, and a full disk needs the room.
      await Promise.allSettled(paths.map((path) => rm(path, { force: true })));
      throw error;
    }
  }

  /** Durable in both copies when it resolves; unknown in both when it rejects. */
  async append(text: string): Promise<void> {
    const ends = await Promise.allSettled(
      this.#files.map(async (file) => {
        await file.appendFile(text);
        await file.datasync();
      }),
    );
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  /** Never rejects: what had to be durable is flushed already. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#files.splice(0).map((file) => file.close()));
  }
}
