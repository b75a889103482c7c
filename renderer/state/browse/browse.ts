import { batch, computed, signal } from "@preact/signals";
import type { BrowseMode, Column, SearchProblem, SidebarView } from "../../../main/contract/browse.ts";
import type { Layout } from "../../../main/contract/layout.ts";
import type { Api } from "../../api.ts";
import { none, size } from "../../ui/grid/ranges.ts";
import { clip, nothing, only, type Selection } from "../../ui/grid/selection.ts";
import { combine, type Held } from "./combine.ts";
import { createLayout } from "./layout.ts";
import { createList } from "./list.ts";

/** Milliseconds: how long the text must rest until it is searched, until its mistake is shown, and what is slow. */
const rest = 150;
const mistakeRest = 900;
const slow = 200;

const searchesKept = 50;

/** Finding: what is sought, what was found, and what of it is selected. */
export function createBrowse(api: Api, after: (ms: number, run: () => void) => void) {
  const layout = createLayout(api, after);
  const list = createList(api, () => void search("stay"));
  /** As it stands in the field. */
  const query = signal("");
  /** That of the list on show. */
  const sought = signal("");
  const problem = signal<SearchProblem | null>(null);
  const trouble = signal<string | null>(null);
  /** A search takes long enough to say so. */
  const waiting = signal(false);
  const selection = signal<Selection>(nothing);
  const sidebar = signal<SidebarView | null>(null);
  /** The window is too narrow for list and tree side by side: then the tree lies over the list, for a moment. */
  const narrow = signal(false);
  const treeOver = signal(false);
  /** The window is too small for a note beside the list: then it is written in a dialog. */
  const low = signal(false);
  /** Grows whenever the keyboard is to go to the field. */
  const seeking = signal(0);
  /** Grows whenever it is to go to the list. */
  const listing = signal(0);
  /** Grows with every list that begins at its top. */
  const shown = signal(0);
  let turn = 0;
  /** A search for what stands in the field is under way: reading again must not lose it. */
  let isSeeking = false;

  const asks = (): Column[] => layout.now.value.columns[layout.now.value.mode].map(({ id }) => id);

  /** What is selected, in the list that takes the place of another: the same cards or notes, wherever they stand now. */
  async function carried(from: string, to: string, count: number): Promise<Selection> {
    const { ranges, cursor } = selection.value;
    if (cursor < 0) return nothing;
    const carry = (these: readonly (readonly [number, number])[]) =>
      api.call("browseCarry", {
        result: from,
        to,
        ranges: these.map(([first, end]): [number, number] => [first, end]),
      });
    const [same, stands] = await Promise.all([carry(ranges), carry([[cursor, cursor + 1]])]);
    const next = { ranges: same.ok ? same.value : none, base: none };
    const near = clip({ ...next, cursor, anchor: cursor }, count);
    const at = stands.ok ? (stands.value[0]?.[0] ?? near.cursor) : near.cursor;
    // Nothing of it is left: what stands in its place is selected, so that the next key does not start from the top.
    return size(near.ranges) === 0 && size(ranges) > 0 && at >= 0 ? only(at) : { ...near, cursor: at, anchor: at };
  }

  /** Searches. From the top, or where it stands: what was selected is then looked for in the new list. */
  async function search(asked: "top" | "stay", tellsMistake = true): Promise<void> {
    const mine = ++turn;
    const how = isSeeking ? "top" : asked;
    isSeeking = how === "top";
    const text = how === "stay" ? sought.value : query.value;
    const { mode, sort } = layout.now.value;
    after(slow, () => {
      if (mine === turn && busy) waiting.value = true;
    });
    let busy = true;
    const reply = await api.call("browse", { query: text, mode, sort: sort[mode] });
    const ours = mine === turn;
    if (!ours) return;
    const found = reply.ok && "result" in reply.value ? reply.value : null;
    const before = list.found.value;
    const next = found && how === "stay" && before ? await carried(before.result, found.result, found.count) : nothing;
    if (mine !== turn) return;
    if (found && !(await list.show(found, asks(), how === "top"))) return;
    busy = false;
    isSeeking = false;
    batch(() => {
      waiting.value = false;
      trouble.value = reply.ok ? null : reply.say;
      if (found) {
        sought.value = text;
        selection.value = next;
        if (how === "top") shown.value++;
      }
      const wrong = reply.ok && "problem" in reply.value ? reply.value.problem : null;
      if (wrong && !tellsMistake) after(mistakeRest, () => mine === turn && tell(wrong));
      else problem.value = wrong;
    });
  }

  const tell = (wrong: SearchProblem) => {
    problem.value = wrong;
  };

  function remember(): void {
    const text = query.value.trim();
    const { history } = layout.now.value;
    if (text && history[0] !== text)
      layout.change({ history: [text, ...history.filter((each) => each !== text)].slice(0, searchesKept) });
  }

  async function readSidebar(): Promise<void> {
    const reply = await api.call("sidebar", {});
    if (reply.ok) sidebar.value = reply.value;
  }

  const arrange = (step: Partial<Layout>, how: "top" | "stay" = "stay") => {
    layout.change(step);
    return search(how);
  };

  return {
    ...{
      layout,
      list,
      query,
      sought,
      problem,
      trouble,
      waiting,
      selection,
      sidebar,
      seeking,
      listing,
      shown,
      narrow,
      low,
    },
    paneShown: computed(() => layout.now.value.pane && !low.value),
    treeShown: computed(() => (narrow.value ? treeOver.value : layout.now.value.tree)),
    toggleTree(): void {
      if (narrow.value) treeOver.value = !treeOver.value;
      else layout.change({ tree: !layout.now.value.tree });
    },
    mode: computed(() => layout.now.value.mode),
    /** How many rows are selected. */
    chosen: computed(() => size(selection.value.ranges)),
    /** The row where the keyboard stands, if it is selected and known. */
    current: computed(() => (size(selection.value.ranges) > 0 ? (list.at(selection.value.cursor) ?? null) : null)),
    /** What a bulk call is about; null if nothing is selected. */
    of: () => {
      const { ranges } = selection.value;
      const result = list.found.value?.result;
      return result !== undefined && size(ranges) > 0
        ? { result, ranges: ranges.map(([from, to]): [number, number] => [from, to]) }
        : null;
    },
    select: (next: Selection) => {
      selection.value = next;
    },
    /** Takes the keyboard to the list, where something is selected then. */
    goToList(): void {
      if (list.count.value === 0) return;
      if (size(selection.value.ranges) === 0) selection.value = only(Math.max(0, selection.value.cursor));
      listing.value++;
    },
    /** The text in the field has changed: it is searched once it rests. */
    write(text: string): void {
      query.value = text;
      problem.value = null;
      after(rest, () => query.value === text && sought.value !== text && void search("top", false));
    },
    /** Searches at once for what stands in the field, and remembers it. */
    async find(): Promise<void> {
      remember();
      await search("top");
    },
    /** Something was chosen in the tree. */
    async choose(added: string, held: Held): Promise<void> {
      query.value = combine(query.value, added, held);
      treeOver.value = false;
      remember();
      await search("top");
    },
    /** Reads the list and the tree again after a change from anywhere; what is selected stays selected. */
    async load(): Promise<void> {
      const isFirst = sidebar.value === null;
      const found = search("stay");
      if (!isFirst) await Promise.all([found, readSidebar()]);
      else await found.then(() => void readSidebar()); // the list is shown before the tree is counted
    },
    readSidebar,
    setMode: (mode: BrowseMode) => arrange({ mode }, "top"),
    /** Sorts by a column; by the same one the other way round. */
    sortBy(column: Column): Promise<void> {
      const { mode, sort } = layout.now.value;
      const down = sort[mode].column === column ? !sort[mode].down : false;
      return arrange({ sort: { ...sort, [mode]: { column, down } } }, "top");
    },
    /** Other columns, another order or width. */
    async setColumns(next: Layout["columns"]["cards"]): Promise<void> {
      const { mode, columns } = layout.now.value;
      const same = columns[mode].map(({ id }) => id).join() === next.map(({ id }) => id).join();
      layout.change({ columns: { ...columns, [mode]: next } });
      const found = list.found.value;
      if (!same && found) await list.show(found, asks(), false);
    },
    fold(id: string, isOpen: boolean): void {
      const { open } = layout.now.value;
      layout.change({ open: isOpen ? [...new Set([...open, id])] : open.filter((each) => each !== id) });
    },
  };
}

export type Browse = ReturnType<typeof createBrowse>;
