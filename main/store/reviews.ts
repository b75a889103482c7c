import type { CardId, Records, Review } from "../contract/shapes.ts";
import type { Line } from "./line.ts";
import { inOrder } from "./load.ts";
import { readBulk } from "./readBulk.ts";
import { listSegments, readSegment, type SegmentContent } from "./readSegment.ts";

/**
 * The whole logs of cards, oldest first, without what was undone. Reads every segment, one at a time; of one card it decodes
 * only the lines that name it.
 */
export async function reviewsOf(folder: string, cards: readonly CardId[]): Promise<Review[]> {
  const [card] = cards;
  if (card === undefined) return [];
  const wanted = new Set(cards);
  const needle = cards.length === 1 ? JSON.stringify(card) : undefined;
  const names = ({ records, bulk }: Line) =>
    bulk !== undefined ||
    records.reviews?.some(([before, after]) => wanted.has(before?.card ?? "") || wanted.has(after?.card ?? ""));
  const found: SegmentContent[] = [];
  for (const name of await listSegments(folder)) {
    const segment = await readSegment(folder, name, needle);
    found.push({ ...segment, lines: segment.lines.filter(names) });
  }
  const reviews = new Map<string, Review>();
  const take = (records: Records) => {
    for (const [before, after] of records.reviews ?? []) {
      if (after && wanted.has(after.card)) reviews.set(after.id, after);
      // Undone, or it followed its card to another ordinal.
      else if (before) reviews.delete(before.id);
    }
  };
  for (const { line } of inOrder(found)) {
    if (!line.bulk) take(line.records);
    else for await (const records of readBulk(folder, line.bulk, needle ? { needle } : {})) take(records);
  }
  return [...reviews.values()].sort((a, b) => a.at - b.at);
}
