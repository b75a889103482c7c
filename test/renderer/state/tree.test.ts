import fc from "fast-check";
import { expect, it } from "vitest";
import type { DeckView } from "../../../main/contract/views.ts";
import { type DeckNode, deckTree } from "../../../renderer/state/tree.ts";

const deck = (name: string): DeckView => ({
  ...{ id: name, path: name.split("::"), description: "" },
  ...{ cards: 0, due: 0, fresh: 0, unseen: 0 },
});
const names = fc.uniqueArray(
  fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 4 }).map((path) => path.join("::")),
  { maxLength: 12 },
);
const flatten = (nodes: readonly DeckNode[]): DeckNode[] => nodes.flatMap((node) => [node, ...flatten(node.inner)]);

it("shows every deck once, inside the nearest deck that holds it", () => {
  fc.assert(
    fc.property(names, (all) => {
      const nodes = flatten(deckTree(all.map(deck)));
      expect(nodes.map((node) => node.deck.id).sort()).toEqual([...all].sort());
      for (const { deck: outer, inner } of nodes) {
        for (const node of inner) {
          expect(node.deck.id.startsWith(`${outer.id}::`)).toBe(true);
          expect(`${outer.id}::${node.name.replaceAll(" › ", "::")}`).toBe(node.deck.id);
        }
      }
    }),
  );
});
