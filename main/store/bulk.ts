import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import type { Tables } from "../contract/shapes.ts";
import { encodeHeader, version } from "./line.ts";
import { Packing } from "./piece.ts";
import { codeOf, reason, unlessMissing } from "./reason.ts";
import { seal } from "./seal.ts";
import { copies, flushFolder } from "./segment.ts";

/**
 * The records of a change that is too large for a line: a file of their own beside the segments, in both copies, written and
 * flushed before the line that names it. Without such a line it counts for nothing, and the next start removes it.
 *
 *     {"v":4,"w":"<id>","void":[],"x":"…"}
 *     {"n":1,"records":{"notes":[[null,{…}],…]},"added":{"reviews":{"fields":[…],"rows":[…]}},"x":"…"}
 */
export interface Bulk {
  /** Also names the file. */
  id: string;
  /** Pieces, without the header. */
  lines: number;
  bytes: number;
}

/** As a journal line names one: `back` takes the records back. */
export interface BulkUse extends Bulk {
  back: boolean;
}

export type Pair = { [T in keyof Tables]: [table: T, before: Tables[T] | null, after: Tables[T] | null] }[keyof Tables];

/** Names of the file: until its line is written, and then. */
export const stagedName = (id: string): string => `${id}.staged`;
export const bulkName = (id: string): string => `${id}.bulk`;

/** A line ends with as many records or characters: short lines are read without holding anybody up. */
export const pieceRecords = 250;
const pieceCharacters = 2 ** 18;
/** Characters that are written at once, and of the longest line: beyond it no text could be read again. */
const atOnce = 2 ** 21;
const longest = 4e8;

/**
 * Writes records, each of which comes once, as a bulk that counts when `Store.commitStaged` has named it. Durable when it resolves.
 * Throws the faults `notSaved`, `badChange` (a record that is too long) and `stopped` (the signal); then nothing of it is left.
 * Of `id` only letters, digits, `-` and `_` are taken.
 */
export async function stageRecords(
  folder: string,
  id: string,
  pairs: Iterable<Pair>,
  { signal, progress }: { signal?: AbortSignal; progress?: (records: number) => void } = {},
): Promise<Bulk> {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error(`no name for a bulk: ${id}`);
  const paths = copies.map((copy) => join(folder, copy, stagedName(id)));
  const files: FileHandle[] = [];
  const write = (text: string) => Promise.all(files.map((file) => file.appendFile(text)));
  const close = () => Promise.allSettled(files.splice(0).map((file) => file.close()));
  try {
    for (const path of paths) files.push(await open(path, "wx"));
    let text = encodeHeader({ v: version, w: id, void: [] });
    let lines = 0;
    let records = 0;
    for (const line of linesOf(pairs)) {
      if (signal?.aborted) throw new Failure({ code: "stopped" });
      lines++;
      records += line.records;
      text += `${seal(line.text)}\n`;
      if (text.length < atOnce) continue;
      await write(text);
      text = "";
      progress?.(records);
    }
    await write(text);
    await Promise.all(files.map((file) => file.sync()));
    const { size } = await (files[0] as FileHandle).stat();
    await Promise.all(copies.map((copy) => flushFolder(join(folder, copy))));
    return { id, lines, bytes: size };
  } catch (error) {
    await close();
    await Promise.allSettled(paths.map((path) => rm(path, { force: true })));
    throw codeOf(error) === "" ? error : new Failure({ code: "notSaved", detail: reason(error) });
  } finally {
    await close();
  }
}

function* linesOf(pairs: Iterable<Pair>): Generator<{ text: string; records: number }> {
  const packing = new Packing();
  let lines = 0;
  for (const pair of pairs) {
    packing.add(pair);
    if (packing.length > longest) throw tooLong();
    if (packing.count < pieceRecords && packing.length < pieceCharacters) continue;
    yield { records: packing.count, text: packing.take(++lines) };
  }
  if (packing.count > 0) yield { records: packing.count, text: packing.take(++lines) };
}

const tooLong = () => new Failure({ code: "badChange", detail: "one of its records is too long" });

/** Forgets a bulk that no line names. */
export async function dropStaged(folder: string, id: string): Promise<void> {
  for (const copy of copies) await rm(join(folder, copy, stagedName(id)), { force: true });
}

/** Gives a bulk that a line names its lasting name. */
export async function settleBulk(folder: string, id: string): Promise<void> {
  for (const copy of copies) {
    await unlessMissing(rename(join(folder, copy, stagedName(id)), join(folder, copy, bulkName(id))));
    await flushFolder(join(folder, copy));
  }
}

/** The name under which a bulk lies now: it may not have its lasting one yet. */
export async function nameOf(folder: string, id: string): Promise<string> {
  const found = await Promise.all(copies.map((copy) => unlessMissing(stat(join(folder, copy, bulkName(id))))));
  return found.some(Boolean) ? bulkName(id) : stagedName(id);
}
