import type { Collection } from "../collection.ts";

/**
 * Tags for a beginning, most used first: those that begin with it, then those of which a part does (`eu` finds `geo::europe`). Case does not
 * count. Outer tags count with all within them.
 */
export function tagCompletion(collection: Collection, prefix: string, most: number): string[] {
  const wanted = prefix.toLowerCase();
  const found: { tag: string; uses: number; begins: boolean }[] = [];
  for (const [tag, uses] of usesOf(collection)) {
    const at = `::${tag.toLowerCase()}`.indexOf(`::${wanted}`);
    if (at >= 0) found.push({ tag, uses, begins: at === 0 });
  }
  found.sort((a, b) => Number(b.begins) - Number(a.begins) || b.uses - a.uses || natural.compare(a.tag, b.tag));
  return found.slice(0, most).map(({ tag }) => tag);
}

const natural = new Intl.Collator("en", { numeric: true });

/** How often each tag is used, or one within it. */
function usesOf(collection: Collection): Map<string, number> {
  const own = new Map<string, number>();
  for (const { tags } of collection.notes.values()) for (const tag of tags) own.set(tag, (own.get(tag) ?? 0) + 1);
  const all = new Map<string, number>();
  for (const [tag, count] of own) {
    for (let end = tag.length; end > 0; end = tag.lastIndexOf("::", end - 1)) {
      const outer = tag.slice(0, end);
      all.set(outer, (all.get(outer) ?? 0) + count);
    }
  }
  return all;
}
