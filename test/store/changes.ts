import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Change } from "../../main/contract/shapes.ts";
import { newCard } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import type { Open, SegmentFile } from "../../main/store/segment.ts";
import { openStore, type StoreOptions } from "../../main/store/store.ts";

export const now = Date.UTC(2026, 10, 23, 12);

/** A folder that is gone when the test is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mneme-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const openIn = (folder: string, options: Partial<StoreOptions> = {}) =>
  openStore(folder, { compact, now: () => now, ...options });

/** The i-th answer: a card of its own and its review. */
export function answer(i: number, at = now + i): Change {
  const after = { ...newCard("n", i), phase: "learning" as const, due: at + 60_000, last: at, reps: 1 };
  const review = { id: String(at), card: after.id, at, grade: 3 as const, took: 1_000, phase: "new" as const };
  const outcome = { elapsed: 0, interval: -60, stability: 1, difficulty: 5, recall: null };
  const records: Change["records"] = { cards: [[null, after]], reviews: [[null, { ...review, ...outcome }]] };
  return { at, offset: 60, op: "answer", what: `card ${i}`, records };
}

/** A note that is written for the first time. */
export function edit(id: string, text: string): Change {
  const times = { created: 0, modified: 0 };
  const note = { id, type: "basic", deck: "d", fields: { Front: text }, tags: [], position: 0, ...times };
  return { at: now, offset: 60, op: "edit", what: text, records: { notes: [[null, note]] } };
}

/** How a disk may refuse, in the order in which a write goes. */
export type Trouble = "open" | "write" | "short write" | "flush";

/** Files of the real disk, of which the next `left` calls of a kind fail. */
export class TroubledDisk {
  kind: Trouble = "open";
  left = 0;
  code = "EIO";

  open: Open = async (path, flags) => {
    this.#meet("open");
    const file = await open(path, flags);
    const troubled: SegmentFile = {
      appendFile: async (text) => {
        this.#meet("write");
        if (this.#due("short write")) {
          await file.appendFile(String(text).slice(0, String(text).length / 2));
          throw this.#error();
        }
        await file.appendFile(text);
      },
      datasync: async () => {
        this.#meet("flush");
        await file.datasync();
      },
      close: () => file.close(),
    };
    return troubled;
  };

  #due(kind: Trouble): boolean {
    if (kind !== this.kind || this.left === 0) return false;
    this.left -= 1;
    return true;
  }

  #meet(kind: Trouble): void {
    if (this.#due(kind)) throw this.#error();
  }

  #error(): Error {
    return Object.assign(new Error(this.code), { code: this.code });
  }
}
