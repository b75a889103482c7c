import { Failure } from "../contract/faults.ts";

const reasons: Record<string, string> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "the disk is read-only",
  EACCES: "writing is not allowed there",
  EPERM: "writing is not allowed there",
  EIO: "the disk reported an error",
  ENOTDIR: "part of the path is a file, not a folder",
  EEXIST: "a file stands where a folder should be",
  ENOENT: "it has gone away",
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** Why the system refused, in words for the person. */
export function reason(error: unknown): string {
  const code = codeOf(error);
  return reasons[code] ?? (code || String(error));
}

/** Runs what prepares or reads the data folder; whatever the system refuses becomes the fault `folder`. */
export async function withFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === "") throw error;
    throw new Failure({ code: "folder", detail: `${folder}: ${reason(error)}` });
  }
}

/** The file's bytes, or null if there is no such file. */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
