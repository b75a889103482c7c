import { chmod, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Failure } from "../contract/faults.ts";
import type { ExportSpec } from "../contract/transfer.ts";
import type { Loss, Parcel } from "../core/parcel/parcel.ts";
import { unlessMissing } from "../store/reason.ts";
import { flushFolder } from "../store/segment.ts";
import type { Format, Writing } from "./format.ts";
import { inWords } from "./inWords.ts";
import type { Target } from "./messages.ts";
import type { Present } from "./present.ts";

const noFile = "it is a pipe or a device, which a deck must not replace; choose the name of a file";

interface Means extends Pick<Writing, "progress" | "signal"> {
  bytes(hash: string): Promise<Uint8Array>;
  spec: ExportSpec;
  present: Present;
}

/**
 * Writes a parcel under a name of its own, then gives it its place and the permissions of the file that was there, which stays whole
 * until then. A pipe or a device is never replaced. Fault: `file`.
 */
export async function writeParcel(
  { write }: Required<Pick<Format, "write">>,
  parcel: Parcel,
  { path, fresh }: Target,
  { bytes, spec, present, progress, signal }: Means,
): Promise<Loss[]> {
  const { calendar, now } = present;
  return inWords("write", async () => {
    const there = await unlessMissing(stat(path));
    if (there && !there.isFile() && !there.isDirectory()) throw new Failure({ code: "file", detail: noFile });
    try {
      const losses = await write(parcel, { path: fresh, media: bytes, options: spec, calendar, now, progress, signal });
      signal.throwIfAborted();
      if (there?.isFile()) await chmod(fresh, there.mode & 0o777);
      await flush(fresh);
      await rename(fresh, path);
      await flushFolder(dirname(path)).catch(() => {});
      return losses;
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      throw error;
    }
  });
}

async function flush(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) return;
  const handle = await open(path, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const whole = new Intl.NumberFormat("en-GB");

/** Sentences about what is left out. */
export const lossesIn = (losses: readonly Loss[]): string[] =>
  losses
    .filter(({ count }) => count > 0)
    .map(({ what, count, careful }) => `${careful ? "" : "Not in it: "}${whole.format(count)} ${what}.`);
