import type { TreeNode as Named, SidebarView } from "../../../main/contract/browse.ts";
import type { DeckId } from "../../../main/contract/shapes.ts";
import { number } from "../../text/numbers.ts";
import { places as words } from "../../text/places.ts";
import type { TreeNode } from "../../ui/tree/treeRows.ts";

/** What a row of the tree stands for. */
export type Place =
  | { kind: "group" }
  | { kind: "search"; query: string }
  | { kind: "deck"; query: string; deck: DeckId; name: string }
  | { kind: "tag"; query: string; name: string }
  | { kind: "saved"; query: string; id: string; name: string };

export interface Places {
  nodes: TreeNode[];
  byId: ReadonlyMap<string, Place>;
}

const organised = { rename: true, remove: true, moves: true };

/** The tree beside the list: everything that can be sought with a press. */
export function placesOf(view: SidebarView): Places {
  const byId = new Map<string, Place>();
  const put = (node: TreeNode, place: Place): TreeNode => {
    byId.set(node.id, place);
    return node;
  };
  const search = (id: string, text: string, query: string, count?: number, look?: string): TreeNode =>
    put({ id, text, ...more(count), ...(look && { look }) }, { kind: "search", query });
  const group = (id: string, text: string, inner: TreeNode[]): TreeNode[] =>
    inner.length > 0 ? [put({ id, text, inner, look: "group" }, { kind: "group" })] : [];
  const named = (node: Named): TreeNode => {
    const { deck, name, query } = node;
    const id = deck === null ? `tag:${name}` : `deck:${deck}`;
    const inner = node.children.map(named);
    return put(
      { id, text: node.label, ...more(node.count), ...organised, ...(inner.length > 0 && { inner }) },
      deck === null ? { kind: "tag", query, name } : { kind: "deck", query, deck, name },
    );
  };

  const tags = view.tags.map(named);
  if (view.untagged > 0) tags.push(search("untagged", words.untagged, "tag:none", view.untagged));
  const nodes = [
    search("all", words.all, ""),
    search("current", words.current, "deck:current"),
    ...group(
      "searches",
      words.searches,
      view.searches.map((each) =>
        put(
          { id: `saved:${each.id}`, text: each.name, rename: true, remove: true },
          { kind: "saved", query: each.query, id: each.id, name: each.name },
        ),
      ),
    ),
    ...group(
      "states",
      words.states,
      view.states.map(({ state, query, count }) => search(`state:${state}`, words.state[state], query, count)),
    ),
    ...group(
      "flags",
      words.flags,
      view.flags.map(({ flag, query, count }) =>
        search(`flag:${flag}`, words.flag[flag] ?? "", query, count, `flag-${flag}`),
      ),
    ),
    ...group("decks", words.decks, view.decks.map(named)),
    ...group(
      "types",
      words.types,
      view.noteTypes.map(({ id, name, count, query, cards }) => {
        const inner =
          cards.length > 1 ? cards.map((card) => search(`card:${id}:${card.name}`, card.name, card.query)) : [];
        return put(
          { id: `type:${id}`, text: name, ...more(count), ...(inner.length > 0 && { inner }) },
          { kind: "search", query },
        );
      }),
    ),
    ...group("tags", words.tags, tags),
  ];
  return { nodes, byId };
}

const more = (count: number | undefined) => (count === undefined ? {} : { more: number(count) });

const inside = (name: string, outer: string): boolean => name === outer || name.startsWith(`${outer}::`);
const lastPart = (name: string): string => name.split("::").at(-1) ?? name;

/** The whole name that a deck or a tag gets when it is put there; null if it cannot be. `into` null is the top. */
export function movedName(place: Place | undefined, into: Place | null | undefined): string | null {
  if (place?.kind !== "deck" && place?.kind !== "tag") return null;
  if (into === undefined || (into !== null && into.kind !== place.kind)) return null;
  if (into && (into.kind === "deck" || into.kind === "tag") && inside(into.name, place.name)) return null;
  const outer = into && (into.kind === "deck" || into.kind === "tag") ? `${into.name}::` : "";
  const name = outer + lastPart(place.name);
  return name === place.name ? null : name;
}

/** The whole name after the last part was written anew. */
export const renamed = (name: string, last: string): string => [...name.split("::").slice(0, -1), last].join("::");
