import type { TreeNode } from "../../contract/browse.ts";
import type { DeckId } from "../../contract/shapes.ts";
import { type Collection, deckOf } from "../collection.ts";
import { cardIds } from "../note/cards.ts";
import { fold } from "../search/fold.ts";
import { prefixesOf } from "../search/glob.ts";
import { termFor } from "../search/print.ts";

/** All decks with the cards that are in them. */
export function deckTree(collection: Collection): TreeNode[] {
  const own = new Map<DeckId, number>();
  for (const note of collection.notes.values())
    for (const id of cardIds(collection, note)) {
      const deck = deckOf(note, collection.cards.get(id));
      own.set(deck, (own.get(deck) ?? 0) + 1);
    }
  const decks = new Map([...collection.decks.values()].map((deck) => [deck.name, deck]));
  const counts = new Map<string, number>();
  for (const { id, name } of decks.values())
    for (const outer of prefixesOf(name)) counts.set(outer, (counts.get(outer) ?? 0) + (own.get(id) ?? 0));
  return grow(
    [...counts].map(([name, count]) => ({ name, count, deck: decks.get(name)?.id ?? null })),
    "deck",
  );
}

/** All tags with the notes that have them. Tags that differ in case only are one. */
export function tagTree(collection: Collection): { tags: TreeNode[]; untagged: number } {
  const counts = new Map<string, { name: string; count: number; deck: null }>();
  const outward = new Map<string, [folded: string, name: string][]>();
  const namesOf = (tag: string) => {
    const known = outward.get(tag) ?? [...prefixesOf(tag)].map((name): [string, string] => [fold(name), name]);
    outward.set(tag, known);
    return known;
  };
  let untagged = 0;
  for (const { tags } of collection.notes.values()) {
    if (tags.length === 0) untagged++;
    const met = new Set<string>();
    for (const tag of tags)
      for (const [folded, name] of namesOf(tag)) {
        if (met.has(folded)) continue;
        met.add(folded);
        const row = counts.get(folded);
        if (row) row.count++;
        else counts.set(folded, { name, count: 1, deck: null });
      }
  }
  return { tags: grow([...counts.values()], "tag"), untagged };
}

const natural = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Names put inside those that they lie in, each row in natural order. */
function grow(rows: { name: string; count: number; deck: DeckId | null }[], key: "deck" | "tag"): TreeNode[] {
  const nodes = rows.map(({ name, count, deck }): TreeNode => {
    const label = name.slice(name.lastIndexOf("::") + 1).replace(/^:/, "");
    return { label, name, count, deck, query: termFor(key, name), children: [] };
  });
  const byName = new Map(nodes.map((node) => [fold(node.name), node]));
  const roots: TreeNode[] = [];
  for (const node of nodes) {
    const outer = byName.get(fold(node.name.slice(0, Math.max(0, node.name.lastIndexOf("::")))));
    (outer && outer !== node ? outer.children : roots).push(node);
  }
  for (const node of nodes) node.children.sort((a, b) => natural.compare(a.label, b.label));
  return roots.sort((a, b) => natural.compare(a.label, b.label));
}
