import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Failure } from "../contract/faults.ts";
import { upgrade } from "../core/migrate.ts";
import { type Line, version } from "./line.ts";
import { unpackPiece } from "./piece.ts";
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
  /** Format of its lines; that of the oldest if the header is damaged, since upgrading a new line changes nothing. */
  v: number;
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
  /** In the order in which they were written. With a needle, only those that contain it or name a bulk. */
  lines: Line[];
  /** Whole lines, decoded or not, without the header. */
  count: number;
  /** Ids of lines that were reported as not saved. */
  void: string[];
  /** Texts that are damaged in both copies. */
  lost: string[];
  /** Places that were damaged in one copy and whole in the other. */
  mended: number;
  /** Places of any kind, in any copy, that are no whole line. */
  flaws: number;
}

const newline = 10;

/** A needle that no line holds: for those who only want to know of whole lines, void ones and bulks. */
export const noNeedle = "\n";

/** No text of a record can hold this: there its quotes are escaped. */
const namesBulk = '"bulk":{"id":';

/** Names of all segments of which there is a copy, oldest first. */
export const listSegments = (folder: string): Promise<string[]> => list(folder, ".jsonl");

/** Names of all bulks of which there is a copy. */
export const listBulks = (folder: string): Promise<string[]> => list(folder, ".bulk");

async function list(folder: string, ending: string): Promise<string[]> {
  const lists = await Promise.all(copies.map((copy) => unlessMissing(readdir(join(folder, copy)))));
  return [...new Set(lists.flatMap((names) => names ?? []))].filter((name) => name.endsWith(ending)).sort();
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
  const log = join(folder, copies[0], name);
  const mirror = join(folder, copies[1], name);
  const bytes = await unlessMissing(readFile(log));
  const alike = (await unlessMissing(stat(mirror)))?.size === bytes?.length;
  const alone = alike ? readCopies(name, bytes, null, needle) : null;
  // Reading both copies always would double the time, and find nothing more.
  return alone?.flaws === 0 ? alone : readCopies(name, bytes, await unlessMissing(readFile(mirror)), needle);
}

/** The pure part of `readSegment`; null for a copy that is missing. */
export function readCopies(name: string, log: Buffer | null, mirror: Buffer | null, needle = ""): SegmentContent {
  const copy = (bytes: Buffer | null) => readCopy(bytes ?? Buffer.alloc(0), name, needle);
  return merge(name, copy(log), copy(mirror));
}

function readCopy(bytes: Buffer, name: string, needle: string): Copy {
  const copy: Copy = { size: bytes.length, writer: null, v: 1, void: [], whole: [], flaws: [] };
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    const end = bytes.indexOf(newline, from);
    to = end < 0 ? bytes.length : end + 1;
    const piece = bytes.subarray(from, end < 0 ? to : end);
    if (verify(piece) === null) copy.flaws.push({ from, to, text: piece.toString(), torn: end < 0 });
    else if (from > 0 && !piece.includes(needle) && !piece.includes(namesBulk))
      copy.whole.push({ from, to, line: null });
    else copy.whole.push({ from, to, line: decode(copy, piece, name) });
  }
  return copy;
}

/** A line; or null if it is the header, which goes into the copy. */
function decode(copy: Copy, piece: Buffer, name: string): Line | null {
  const { x: _, ...value } = JSON.parse(piece.toString());
  if (!("v" in value)) return unpackPiece(value) as Line;
  if (value.v > version) throw new Failure({ code: "folder", detail: `a newer Mneme wrote ${name}` });
  copy.writer = value.w;
  copy.v = value.v;
  copy.void = value.void;
  return null;
}

function merge(name: string, log: Copy, mirror: Copy): SegmentContent {
  // The name carries the writer too, for the case that the header is damaged in both copies.
  const w = log.writer ?? mirror.writer ?? name.split("-")[1] ?? name;
  const placed = new Map(log.whole.map((piece) => [piece.from, piece]));
  for (const piece of mirror.whole) if (!placed.has(piece.from)) placed.set(piece.from, piece);
  const whole = [...placed.values()].sort((a, b) => a.from - b.from);
  const v = Math.max(log.v, mirror.v);
  const lines = whole.flatMap(({ line }) => (line ? [{ ...line, w, records: upgrade(line.records, v) }] : []));
  const flaws = new Map([...mirror.flaws, ...log.flaws].filter((f) => !f.torn).map((f) => [`${f.from}-${f.to}`, f]));
  const lost = [...flaws.values()].filter((flaw) => !covered(flaw, whole));
  return {
    name,
    bytes: Math.max(log.size, mirror.size),
    last: lines.at(-1)?.n ?? 0,
    lines,
    count: whole.filter(({ from }) => from > 0).length,
    void: (log.writer ? log.void : mirror.void).map((n) => `${n}-${w}`),
    lost: lost.map((flaw) => flaw.text),
    mended: flaws.size - lost.length,
    flaws: log.flaws.length + mirror.flaws.length,
  };
}

/** Both copies hold the same bytes at the same places, so a flaw in one is made good by whole lines there in the other. */
function covered(flaw: Flaw, whole: Copy["whole"]): boolean {
  let found = 0;
  for (const { from, to } of whole) found += Math.max(0, Math.min(to, flaw.to) - Math.max(from, flaw.from));
  return found >= flaw.to - flaw.from;
}
