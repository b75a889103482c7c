import type { SearchProblem } from "../../contract/browse.ts";
import type { FilteredSpec, FilteredState } from "../../contract/filtered.ts";
import type { DeckId } from "../../contract/shapes.ts";
import type { Collection } from "../collection.ts";
import { decksWithin } from "../deck/decks.ts";
import type { Node, State } from "../search/ast.ts";
import { isProblem } from "../search/escape.ts";
import { parse } from "../search/parse.ts";
import { escapeGlob } from "../search/print.ts";

const all = (...nodes: Node[]): Node => ({ type: "and", nodes });
const not = (node: Node): Node => ({ type: "not", node });
const isState = (state: State): Node => ({ type: "state", state });
const tagged = (tags: readonly string[]): Node => ({
  type: "or",
  nodes: tags.map((tag) => ({ type: "tag", text: escapeGlob(tag), how: "plain" })),
});

/**
 * The search that finds the cards of a wish, without those that no session shows. What it means is what Anki's custom study
 * means (rslib/src/scheduler/filtered/custom_study.rs). A problem if the person's own search has one; null for chosen rows.
 */
export function searchFor(
  collection: Collection,
  { deck, wish }: Pick<FilteredSpec, "deck" | "wish">,
): Node | SearchProblem | null {
  if (wish.kind === "rows") return null;
  const found = wish.kind === "search" ? parse(wish.query) : wished(wish);
  if (isProblem(found)) return found;
  return deck === null ? found : all(within(collection, deck), found);
}

function wished(wish: Exclude<FilteredSpec["wish"], { kind: "rows" | "search" }>): Node {
  switch (wish.kind) {
    case "forgotten":
      return { type: "rated", days: wish.days, grade: 1 };
    case "ahead":
      return { type: "number", of: "due", operator: "<=", value: wish.days };
    case "added":
      return all(isState("new"), { type: "added", days: wish.days });
    case "state": {
      const { state, include, exclude } = wish;
      return all(
        inState(state),
        ...(include.length > 0 ? [tagged(include)] : []),
        ...(exclude.length > 0 ? [not(tagged(exclude))] : []),
      );
    }
  }
}

function inState(state: FilteredState): Node {
  switch (state) {
    case "new":
      return isState("new");
    case "due":
      return isState("due");
    case "review":
      return not(isState("new"));
    case "all":
      return { type: "all" };
  }
}

const within = (collection: Collection, deck: DeckId): Node => ({
  type: "deckIds",
  ids: [...decksWithin(collection, deck)],
});
