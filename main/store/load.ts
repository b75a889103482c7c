import type { Records } from "../contract/shapes.ts";
import { apply, type Collection } from "../core/collection.ts";
import { byOrder, idOf, type Line } from "./line.ts";
import { type Flaws, gatherBulk } from "./readBulk.ts";
import { listSegments, readSegment, type SegmentContent, sizeOf } from "./readSegment.ts";
import { type Part, readSnapshot } from "./readSnapshot.ts";
import { keepAside } from "./replace.ts";
import { type Covers, type PartName, parts } from "./snapshot.ts";

/** Reviews older than this are left on disk, milliseconds: three days. */
export const recent = 3 * 24 * 60 * 60 * 1_000;

export interface Loaded {
  collection: Collection;
  /** How far it reaches, whether by snapshot or by lines. */
  covers: Covers;
  /** The lines read beyond the snapshot, in order. */
  lines: Line[];
  /** Segments that hold those lines. */
  read: string[];
  /** Segments of which the snapshot holds some or all lines; sorted by the last, since clocks may err. */
  older: string[];
  /** The greatest line number seen. */
  last: number;
  /** Checksum of the content file if no line read changes content; null if it has to be written. */
  content: string | null;
  problems: string[];
}

interface Limits {
  /** Epoch milliseconds. */
  now: number;
  /** Only these segments, beyond the snapshot. */
  segments?: string[];
  /** Somebody else writes meanwhile: a line that is not whole yet is no damage, and nothing is told or set aside. */
  shared?: true;
}

/** Reads a collection: the snapshot, then every line after it. */
export async function load(folder: string, { now, segments, shared }: Limits): Promise<Loaded> {
  const problems: string[] = [];
  const content = await readSnapshot(folder, "content", problems, shared);
  const progress = await readSnapshot(folder, "progress", problems, shared);
  if (content.checksum !== null && content.checksum === progress.content) content.covers = progress.covers;

  const { beyond, older } = await readBeyond(folder, content.covers, progress.covers);
  // What one part reaches into, the other has to follow.
  const begun = new Set([...Object.keys(content.covers), ...Object.keys(progress.covers)]);
  const read = segments ? beyond.filter(({ name }) => segments.includes(name) || begun.has(name)) : beyond;
  if (!shared) for (const segment of read) problems.push(...(await tell(folder, segment)));

  const collection = { ...progress.collection };
  for (const table of parts.content) Object.assign(collection, { [table]: content.collection[table] });
  const lines: Line[] = [];
  const flawed = new Map<string, Flaws & Pick<Line, "what">>();
  let contentChanged = content.checksum === null;
  for (const { line, name } of inOrder(read, beyond)) {
    const newTo = (part: Part) => line.n > (part.covers[name]?.n ?? 0);
    const take = (records: Records) => {
      const contentRecords = newTo(content) ? only("content", records) : {};
      contentChanged ||= Object.values(contentRecords).some((pairs) => pairs.length > 0);
      apply(collection, contentRecords);
      if (newTo(progress)) apply(collection, only("progress", records));
    };
    if (!newTo(content) && !newTo(progress)) continue;
    lines.push(line);
    if (!line.bulk) take(line.records);
    else {
      const note = (flaws: Flaws) => void flawed.set(flaws.name, { ...flaws, what: line.what });
      take(await gatherBulk(folder, line.bulk, now - recent, note));
    }
  }
  if (!shared) for (const bulk of flawed.values()) problems.push(...(await tellBulk(folder, bulk)));
  for (const [id, review] of collection.reviews) if (review.at < now - recent) collection.reviews.delete(id);

  const covers = { ...content.covers, ...progress.covers };
  for (const { name, last, bytes } of read) covers[name] = { n: Math.max(last, covers[name]?.n ?? 0), bytes };
  return {
    collection,
    covers,
    lines,
    read: read.map(({ name }) => name),
    older: older.sort((a, b) => (covers[a]?.n ?? 0) - (covers[b]?.n ?? 0)),
    last: Math.max(0, ...Object.values(covers).map(({ n }) => n)),
    content: contentChanged ? null : content.checksum,
    problems,
  };
}

/** Reads the segments that hold bytes beyond the snapshot; `older` are those of which the snapshot holds something. */
async function readBeyond(
  folder: string,
  content: Covers,
  progress: Covers,
): Promise<{ beyond: SegmentContent[]; older: string[] }> {
  const beyond: SegmentContent[] = [];
  const names = await listSegments(folder);
  const sizes = await Promise.all(names.map((name) => sizeOf(folder, name)));
  for (const [i, name] of names.entries()) {
    const reach = Math.min(content[name]?.bytes ?? -1, progress[name]?.bytes ?? -1);
    if ((sizes[i] ?? 0) > reach) beyond.push(await readSegment(folder, name));
  }
  return { beyond, older: names.filter((name) => content[name] && progress[name]) };
}

/**
 * The lines that count, each once: after a failed write the same line may stand in two segments of its writer, or be
 * declared void by one that was written later.
 */
export function inOrder(segments: SegmentContent[], declaring = segments): { line: Line; name: string }[] {
  const voided = new Set(declaring.flatMap((segment) => segment.void));
  const lines = new Map<string, { line: Line; name: string }>();
  for (const { name, lines: found } of segments)
    for (const line of found) if (!voided.has(idOf(line))) lines.set(idOf(line), { line, name });
  return [...lines.values()].sort((a, b) => byOrder(a.line, b.line));
}

function only(part: PartName, records: Records): Records {
  const names: readonly string[] = parts[part];
  return Object.fromEntries(Object.entries(records).filter(([table]) => names.includes(table)));
}

/** Keeps what could not be read, and says so. */
async function tell(
  folder: string,
  { name, lost, mended }: Pick<SegmentContent, "name" | "lost" | "mended">,
): Promise<string[]> {
  for (const text of lost) await keepAside(folder, name, text);
  const lines = (n: number) => (n === 1 ? "1 damaged line" : `${n} damaged lines`);
  return [
    ...(mended ? [`${lines(mended)} in ${name} could be read from the second copy. Nothing is lost.`] : []),
    ...(lost.length
      ? [`${lines(lost.length)} in ${name} could not be read and were set aside. All else is here.`]
      : []),
  ];
}

/** The same for a bulk, which is known by what it brought. */
async function tellBulk(folder: string, { what, missing, ...flaws }: Flaws & Pick<Line, "what">): Promise<string[]> {
  const told = await tell(folder, { ...flaws, lost: [] });
  for (const text of flaws.lost) await keepAside(folder, flaws.name, text);
  if (missing === 0) return told;
  const parts = missing === 1 ? "1 part" : `${missing} parts`;
  return [
    ...told,
    `${parts} of the import “${what}” could not be read. All else is here; import the file again to have them back.`,
  ];
}
