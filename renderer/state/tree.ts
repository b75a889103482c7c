import type { DeckView } from "../../main/contract/views.ts";

export interface DeckNode {
  deck: DeckView;
  /** The part of the path that its outer deck does not show. */
  name: string;
  inner: DeckNode[];
}

/** The decks as they lie inside each other. A deck whose outer deck is missing stands at the top with its whole path. */
export function deckTree(decks: readonly DeckView[]): DeckNode[] {
  const top: DeckNode[] = [];
  const byPath = new Map<string, { node: DeckNode; depth: number }>();
  const key = (path: readonly string[]) => path.join("::");
  for (const deck of [...decks].sort((a, b) => a.path.length - b.path.length)) {
    const outer = deck.path.map((_, i) => byPath.get(key(deck.path.slice(0, -i - 1)))).find((found) => found);
    const node = { deck, name: deck.path.slice(outer?.depth ?? 0).join(" › "), inner: [] };
    byPath.set(key(deck.path), { node, depth: deck.path.length });
    (outer ? outer.node.inner : top).push(node);
  }
  return top;
}
