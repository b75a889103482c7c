import type { BrowseMode, BrowseRow, BrowseView, Column } from "./contract/browse.ts";
import { Failure } from "./contract/faults.ts";
import type { CardId, NoteId } from "./contract/shapes.ts";
import { inOrder } from "./core/browse/order.ts";
import { rowOf } from "./core/browse/row.ts";
import { subjectOf } from "./core/browse/subject.ts";
import type { Node } from "./core/search/ast.ts";
import { isProblem } from "./core/search/escape.ts";
import { parse } from "./core/search/parse.ts";
import { needsLog, type Scene, search } from "./core/search/search.ts";

/** Lists that are kept; a window shows one, and may still ask about the one before. */
const kept = 8;

interface List {
  mode: BrowseMode;
  ids: (CardId | NoteId)[];
}

/** The lists that were found, by the names under which the window knows them. */
export class Browse {
  readonly #lists = new Map<string, List>();
  readonly #scene: () => Scene;
  readonly #newId: () => string;

  constructor(scene: () => Scene, newId: () => string) {
    this.#scene = scene;
    this.#newId = newId;
  }

  find({
    query,
    mode,
    sort,
  }: {
    query: string;
    mode: BrowseMode;
    sort: { column: Column; down: boolean };
  }): BrowseView {
    const node = parse(query);
    if (isProblem(node)) return { problem: node };
    const scene = this.#sceneFor(node);
    const found = search(scene, node, mode);
    const ids = inOrder(scene.collection, mode, found, sort, scene.now);
    const result = this.#newId();
    this.#lists.set(result, { mode, ids });
    for (const old of [...this.#lists.keys()].slice(0, -kept)) this.#lists.delete(old);
    return { result, count: ids.length };
  }

  rows(result: string, columns: readonly Column[], from: number, to: number): (BrowseRow | null)[] {
    const { mode, ids } = this.#list(result);
    const { collection, now } = this.#scene();
    return ids.slice(from, Math.min(to, from + 1_000)).map((id) => {
      const subject = subjectOf(collection, mode, id, now);
      return subject && rowOf(subject, columns);
    });
  }

  places(result: string, wanted: readonly string[]): (number | null)[] {
    const { ids } = this.#list(result);
    const sought = new Set(wanted);
    const places = new Map<string, number>();
    ids.forEach((id, at) => {
      if (sought.has(id)) places.set(id, at);
    });
    return wanted.map((id) => places.get(id) ?? null);
  }

  #sceneFor(node: Node): Scene {
    void needsLog(node);
    return this.#scene();
  }

  #list(result: string): List {
    const list = this.#lists.get(result);
    if (!list) throw new Failure({ code: "gone", detail: "list" });
    return list;
  }
}
