import { readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import { codeOf, unlessMissing } from "./reason.ts";

/** What the file `lock` says. */
interface Lock {
  pid: number;
  host: string;
  /** When that process began, as the system counts it; "" where it does not tell. It unmasks a pid that was given anew. */
  began: string;
  at: number;
}

/**
 * Takes the folder for this process; the function it gives back lets go. A lock whose process is gone is replaced.
 * It keeps two windows from confusing each other; safety does not rest on it, since every writer has its own files.
 * Throws the fault `busy`.
 */
export async function lock(folder: string, at: number): Promise<() => Promise<void>> {
  const path = join(folder, "lock");
  const text = JSON.stringify({ pid: process.pid, host: hostname(), began: await began(process.pid), at });
  if (!(await create(path, text))) {
    const holder = await read(path);
    if (holder && (await alive(holder))) throw busy(holder);
    await rm(path, { force: true });
    if (!(await create(path, text))) throw busy(holder);
  }
  return () => rm(path, { force: true });
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // On a full disk the empty file has to do: it is still possible to look.
    if (codeOf(error) !== "ENOSPC") throw error;
  }
  return true;
}

/** Null if it is gone, or was cut short by a power failure. */
async function read(path: string): Promise<Lock | null> {
  try {
    const value = JSON.parse((await unlessMissing(readFile(path, "utf8"))) ?? "");
    return typeof value?.pid === "number" ? value : null;
  } catch {
    return null;
  }
}

async function alive({ pid, host, began: then }: Lock): Promise<boolean> {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  return (await began(pid)) === then;
}

/** Field 22 of Linux's /proc/<pid>/stat: start time in clock ticks since boot. The name in field 2 may hold spaces. */
async function began(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function busy(holder: Lock | null): Failure {
  const detail = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  return new Failure({ code: "busy", detail });
}
