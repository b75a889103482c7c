import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import { type Line, version } from "./line.ts";
import { unlessMissing } from "./reason.ts";
import { verify } from "./seal.ts";
import { copies } from "./segment.ts";

/** A stretch of bytes of one copy that is no whole line. */
interface Flaw {
  from: number;
  to: number;
  text: string;
  /** Without an end of line: a write that was cut short, and so never acknowledged. */
  torn: boolean;
}

interface Copy {
  size: number;
  writer: string | null;
  void: number[];
  whole: { from: number; to: number; line: Line | null }[];
  flaws: Flaw[];
}

export interface SegmentContent {
  name: string;
  /** Of the longer copy. */
  bytes: number;
  /** The greatest number of a line; 0 if there is none. */
  last: number;
  /** In the order in which they were written. With a needle, only those that contain it. */
  lines: Line[];
  /** Whole lines, decoded or not, without the header. */
  count: number;
  /** Ids of lines that were reported as not saved. */
  void: string[];
  /** Texts that are damaged in both copies. */
  lost: string[];
  /** Places that were damaged in one copy and whole in the other. */
  mended: number;
}

const newline = 10;

/** Names of all segments of which there is a copy, oldest first. */
export async function listSegments(folder: string): Promise<string[]> {
  const lists = await Promise.all(copies.map((copy) => unlessMissing(readdir(join(folder, copy)))));
  return [...new Set(lists.flatMap((list) => list ?? []))].filter((name) => name.endsWith(".jsonl")).sort();
}

/** Bytes of the longer copy. */
export async function sizeOf(folder: string, name: string): Promise<number> {
  const sizes = copies.map(async (copy) => (await unlessMissing(stat(join(folder, copy, name))))?.size ?? 0);
  return Math.max(...(await Promise.all(sizes)));
}

/**
 * Reads a segment: every line is verified, and what is missing or damaged in one copy is taken from the other.
 * With a needle only lines that contain it are decoded. Throws the fault `folder` if a newer Mneme wrote it.
 */
export async function readSegment(folder: string, name: string, needle = ""): Promise<SegmentContent> {
  const [first, second] = copies.map((copy) => join(folder, copy, name)) as [string, string];
  const log = readCopy((await unlessMissing(readFile(first))) ?? Buffer.alloc(0), name, needle);
  const same = (await unlessMissing(stat(second)))?.size === log.size;
  if (same && log.flaws.length === 0) return merge(name, log, null);
  return merge(name, log, readCopy((await unlessMissing(readFile(second))) ?? Buffer.alloc(0), name, needle));
}

function readCopy(bytes: Buffer, name: string, needle: string): Copy {
  const copy: Copy = { size: bytes.length, writer: null, void: [], whole: [], flaws: [] };
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    const end = bytes.indexOf(newline, from);
    to = end < 0 ? bytes.length : end + 1;
    const piece = bytes.subarray(from, end < 0 ? to : end);
    if (!take(copy, piece, from, to, name, needle))
      copy.flaws.push({ from, to, text: piece.toString(), torn: end < 0 });
  }
  return copy;
}

function take(copy: Copy, piece: Buffer, from: number, to: number, name: string, needle: string): boolean {
  if (verify(piece) === null) return false;
  if (from > 0 && !piece.includes(needle)) return copy.whole.push({ from, to, line: null }) > 0;
  const value = JSON.parse(piece.toString());
  if ("v" in value) {
    if (value.v > version) throw new Failure({ code: "folder", detail: `a newer Mneme wrote ${name}` });
    copy.writer = value.w;
    copy.void = value.void;
  } else {
    delete value.x;
  }
  return copy.whole.push({ from, to, line: "v" in value ? null : value }) > 0;
}

function merge(name: string, log: Copy, mirror: Copy | null): SegmentContent {
  // The name carries the writer too, for the case that the header is damaged in both copies.
  const w = log.writer ?? mirror?.writer ?? name.split("-")[1] ?? name;
  const placed = new Map(log.whole.map((piece) => [piece.from, piece]));
  for (const piece of mirror?.whole ?? []) if (!placed.has(piece.from)) placed.set(piece.from, piece);
  const whole = [...placed.values()].sort((a, b) => a.from - b.from);
  const lines = whole.flatMap(({ line }) => (line ? [{ ...line, w }] : []));
  const flaws = new Map([...(mirror?.flaws ?? []), ...log.flaws].filter((f) => !f.torn).map((f) => [f.from, f]));
  const lost = [...flaws.values()].filter((flaw) => !covered(flaw, whole));
  return {
    name,
    bytes: Math.max(log.size, mirror?.size ?? 0),
    last: Math.max(0, ...lines.map((line) => line.n)),
    lines,
    count: whole.filter(({ from }) => from > 0).length,
    void: (log.writer ? log.void : (mirror?.void ?? [])).map((n) => `${n}-${w}`),
    lost: lost.map((flaw) => flaw.text),
    mended: flaws.size - lost.length,
  };
}

/** Both copies hold the same bytes at the same places, so a flaw in one is made good by whole lines there in the other. */
function covered(flaw: Flaw, whole: Copy["whole"]): boolean {
  let found = 0;
  for (const { from, to } of whole) found += Math.max(0, Math.min(to, flaw.to) - Math.max(from, flaw.from));
  return found >= flaw.to - flaw.from;
}
