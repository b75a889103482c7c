import type { BrowseMode, BrowseRow, BrowseView, Column, SearchProblem } from "./contract/browse.ts";
import { Failure } from "./contract/faults.ts";
import type { CardId, Note, NoteId } from "./contract/shapes.ts";
import { inOrder } from "./core/browse/order.ts";
import { rowOf } from "./core/browse/row.ts";
import { subjectOf } from "./core/browse/subject.ts";
import { type Chosen, chosenOf } from "./core/bulk/chosen.ts";
import type { Node } from "./core/search/ast.ts";
import { isProblem } from "./core/search/escape.ts";
import { parse } from "./core/search/parse.ts";
import type { ReviewLog } from "./core/search/reviewLog.ts";
import { needsLog, type Scene, search } from "./core/search/search.ts";

/** Lists that are kept; a window shows one, and may still ask about the one before. */
const kept = 8;
/** Rows that are given at once. */
const mostRows = 1_000;

interface List {
  mode: BrowseMode;
  ids: (CardId | NoteId)[];
}

/** Rows of a list: pairs of positions, the second one not included. */
export interface Ranges {
  result: string;
  ranges: [from: number, to: number][];
}

/** The lists that were found, by the names under which the window knows them. */
export class Browse {
  readonly #lists = new Map<string, List>();
  readonly #scene: () => Omit<Scene, "log">;
  readonly #log: () => Promise<ReviewLog>;
  readonly #newId: () => string;

  constructor(scene: () => Omit<Scene, "log">, log: () => Promise<ReviewLog>, newId: () => string) {
    this.#scene = scene;
    this.#log = log;
    this.#newId = newId;
  }

  async find(input: { query: string; mode: BrowseMode; sort: { column: Column; down: boolean } }): Promise<BrowseView> {
    const node = parse(input.query);
    if (isProblem(node)) return { problem: node };
    const scene = await this.#sceneFor(node);
    const ids = inOrder(scene.collection, input.mode, search(scene, node, input.mode), input.sort, scene.now);
    const result = this.#newId();
    this.#lists.set(result, { mode: input.mode, ids });
    for (const old of [...this.#lists.keys()].slice(0, -kept)) this.#lists.delete(old);
    return { result, count: ids.length };
  }

  /** The notes that a search finds, in the order of the collection. */
  async notes(query: string): Promise<Note[] | SearchProblem> {
    const node = parse(query);
    if (isProblem(node)) return node;
    const scene = await this.#sceneFor(node);
    return search(scene, node, "notes").flatMap((id) => scene.collection.notes.get(id) ?? []);
  }

  /** The cards that a search finds, in the order of the collection. */
  async cards(node: Node): Promise<CardId[]> {
    return search(await this.#sceneFor(node), node, "cards");
  }

  /** At most a thousand rows; null for what is gone since. Fault: `gone`, as with all that names a list. */
  rows(result: string, columns: readonly Column[], from: number, to: number): (BrowseRow | null)[] {
    const { mode, ids } = this.#list(result);
    const { collection, now } = this.#scene();
    return ids.slice(from, Math.min(to, from + mostRows)).map((id) => {
      const subject = subjectOf(collection, mode, id, now);
      return subject && rowOf(subject, columns);
    });
  }

  /** Where cards or notes stand in a list. */
  places(result: string, wanted: readonly string[]): (number | null)[] {
    const { ids } = this.#list(result);
    const sought = new Set(wanted);
    const places = new Map<string, number>();
    ids.forEach((id, at) => {
      if (sought.has(id)) places.set(id, at);
    });
    return wanted.map((id) => places.get(id) ?? null);
  }

  /** What is there still of some rows. */
  chosen({ result, ranges }: Ranges): Chosen {
    const { mode, ids } = this.#list(result);
    const own = new Set(ranges.flatMap(([from, to]) => ids.slice(from, to)));
    return chosenOf(this.#scene().collection, mode, [...own]);
  }

  /** Where the chosen rows of one list stand in another; those that it does not have are left out. */
  carry({ result, ranges }: Ranges, to: string): [number, number][] {
    const { ids } = this.#list(result);
    const own = new Set(ranges.flatMap(([first, end]) => ids.slice(first, end)));
    const runs: [number, number][] = [];
    this.#list(to).ids.forEach((id, at) => {
      if (!own.has(id)) return;
      const last = runs.at(-1);
      if (last?.[1] === at) last[1] = at + 1;
      else runs.push([at, at + 1]);
    });
    return runs;
  }

  async #sceneFor(node: Node): Promise<Scene> {
    const log = needsLog(node) ? await this.#log() : null;
    return { ...this.#scene(), log };
  }

  #list(result: string): List {
    const list = this.#lists.get(result);
    if (!list) throw new Failure({ code: "gone", detail: "list" });
    return list;
  }
}
