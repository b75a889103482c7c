import type { CardId, Review } from "../contract/shapes.ts";
import { inOrder } from "./load.ts";
import { listSegments, readSegment, type SegmentContent } from "./readSegment.ts";

/**
 * The whole log of a card, oldest first, without what was undone. Reads every segment, one at a time, and decodes only
 * the lines that name the card.
 */
export async function reviewsOf(folder: string, card: CardId): Promise<Review[]> {
  const found: SegmentContent[] = [];
  for (const name of await listSegments(folder)) found.push(await readSegment(folder, name, JSON.stringify(card)));
  const reviews = new Map<string, Review>();
  for (const { line } of inOrder(found)) {
    for (const [before, after] of line.records.reviews ?? []) {
      if (after?.card === card) reviews.set(after.id, after);
      else if (!after && before) reviews.delete(before.id);
    }
  }
  return [...reviews.values()].sort((a, b) => a.at - b.at);
}
