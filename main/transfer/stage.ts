import type { Import } from "../contract/shapes.ts";
import type { Pair } from "../core/import/pairs.ts";
import { type Bulk, dropStaged, stageRecords } from "../store/bulk.ts";
import type { Reading } from "./format.ts";
import { Ready } from "./ready.ts";
import type { Memory } from "./transfer.ts";

export interface Made {
  /** Null if there are no records. */
  bulk: Bulk | null;
  /** The import's own record among them. */
  imported: Omit<Import, "kept"> | null;
}

/** Writes records where they wait for the line that makes them count. What was staged under that id before is gone. */
export async function stage(
  folder: string,
  id: string,
  pairs: Iterable<Pair>,
  memory: Memory,
  { signal, progress }: Pick<Reading, "signal" | "progress">,
): Promise<Made> {
  memory.ready = null;
  await dropStaged(folder, id);
  const ready = new Ready();
  const bulk = await stageRecords(folder, id, ready.noting(pairs), {
    signal,
    progress: (done) => progress({ stage: "write", done, total: 0 }),
  });
  memory.ready = ready;
  if (bulk.lines > 0) return { bulk, imported: ready.imported };
  await dropStaged(folder, id);
  return { bulk: null, imported: null };
}
