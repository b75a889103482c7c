import { createHash } from "node:crypto";

const length = 8;

/** The words of a text in lower case, without punctuation; “hasn’t” is one word. */
function words(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Every run of eight words, by the first 12 hex digits of its SHA-256.
 *
 * test/fixtures/article-shingles.json was made with it: `shingles` of each paragraph of the article that decks/karabakh.md
 * teaches, keys only, sorted. The article is not ours to hand on; its hashes tell a copied run without holding one.
 */
export function shingles(text: string): Map<string, string> {
  const all = words(text);
  const runs = all.slice(length - 1).map((_, start) => all.slice(start, start + length).join(" "));
  return new Map(runs.map((run) => [createHash("sha256").update(run).digest("hex").slice(0, 12), run]));
}

/** The runs of eight words that a text shares with a source known by its hashes only. */
export function sharedRuns(text: string, source: ReadonlySet<string>): string[] {
  return [...shingles(text)].filter(([hash]) => source.has(hash)).map(([, run]) => run);
}
