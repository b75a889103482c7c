import { batch, computed, signal } from "@preact/signals";
import type { BrowseRow, Column, Found } from "../../../main/contract/browse.ts";
import type { Api } from "../../api.ts";
import { cellText, deckName } from "../../text/cells.ts";
import type { Row } from "../../ui/grid/GridRow.tsx";

/** Rows are asked for so many at a time. */
const page = 100;
/** Pages kept; those farthest from what is looked at go first. */
const kept = 60;
/** Pages asked for at once. While they are on their way only the latest wish is remembered: a fast scroll asks for little. */
const atOnce = 4;
/** Pages read beyond what is in sight, in the direction of the scroll. */
const lead = 3;

export interface Loaded {
  /** What the grid draws. */
  row: Row;
  of: BrowseRow;
}

const looks = (row: BrowseRow): string =>
  [row.flag > 0 && `flag-${row.flag}`, row.suspended && "suspended", row.buried && "buried", row.marked && "marked"]
    .filter(Boolean)
    .join(" ");

function load(of: BrowseRow | null, columns: readonly Column[]): Loaded | null {
  if (!of) return null;
  const cells = of.cells.map((cell, i) => (columns[i] === "deck" ? deckName(cellText(cell)) : cellText(cell)));
  return { of, row: { cells, ...(looks(of) && { look: looks(of) }) } };
}

type Page = readonly (Loaded | null)[];

/** The rows of a list that was found, read page by page as they are looked at. `onGone` is told when the list is no more. */
export function createList(api: Api, onGone: () => void) {
  const found = signal<Found | null>(null);
  const columns = signal<readonly Column[]>([]);
  const pages = signal<ReadonlyMap<number, Page>>(new Map());
  const asked = new Set<number>();
  let wanted: [from: number, to: number] = [0, page];
  let goesDown = true;
  let turn = 0;

  /** Which pages of a list are looked at. */
  function inSight({ count }: Found): number[] {
    const last = Math.ceil(count / page) - 1;
    const first = Math.min(Math.max(0, last), Math.floor(wanted[0] / page));
    const end = Math.min(last, Math.floor(Math.max(wanted[0], wanted[1] - 1) / page));
    return Array.from({ length: Math.max(0, end - first + 1) }, (_, i) => first + i);
  }

  /** These, then some that come next, and the one before. */
  function near(list: Found): number[] {
    const seen = inSight(list);
    const [first = 0, last = 0] = [seen[0], seen.at(-1)];
    const next = Array.from({ length: lead }, (_, i) => (goesDown ? last + 1 + i : first - 1 - i));
    const around = [...next, goesDown ? first - 1 : last + 1];
    return [...seen, ...around.filter((each) => each >= 0 && each * page < list.count)];
  }

  async function read(list: Found, asks: readonly Column[], each: number): Promise<Page | null> {
    const [from, to] = [each * page, Math.min(list.count, (each + 1) * page)];
    const reply = await api.call("browseRows", { result: list.result, columns: [...asks], from, to });
    if (!reply.ok && reply.fault.code === "gone" && found.value === list) onGone();
    return reply.ok ? reply.value.map((row) => load(row, asks)) : null;
  }

  function pull(): void {
    const list = found.value;
    if (!list) return;
    for (const each of near(list))
      if (asked.size < atOnce && !asked.has(each) && !pages.value.has(each)) void take(list, each);
  }

  async function take(list: Found, each: number): Promise<void> {
    asked.add(each);
    const mine = turn;
    const rows = await read(list, columns.value, each);
    if (mine !== turn) return; // another list by now
    asked.delete(each);
    if (!rows) return;
    const next = new Map(pages.value).set(each, rows);
    const far = [...next.keys()].sort((a, b) => Math.abs(b - each) - Math.abs(a - each));
    for (const gone of far.slice(0, Math.max(0, next.size - kept))) next.delete(gone);
    pages.value = next;
    pull();
  }

  return {
    found,
    columns,
    count: computed(() => found.value?.count ?? 0),
    /** What is known of a row: undefined while it is on its way, null if what it showed is gone. */
    at: (position: number): Loaded | null | undefined =>
      pages.value.get(Math.floor(position / page))?.[position % page],
    need(from: number, to: number): void {
      if (from !== wanted[0]) goesDown = from > wanted[0];
      wanted = [from, to];
      pull();
    },
    /**
     * Shows another list once what is in sight of it has been read, so that no row is ever blank between the two; false if
     * that was overtaken. From its top, or where the list before it stands.
     */
    async show(list: Found, asks: readonly Column[], fromTop: boolean): Promise<boolean> {
      const mine = ++turn;
      if (fromTop) wanted = [0, Math.max(page, wanted[1] - wanted[0])];
      const seen = inSight(list);
      const rows = await Promise.all(seen.map((each) => read(list, asks, each)));
      if (mine !== turn) return false;
      asked.clear();
      batch(() => {
        found.value = list;
        columns.value = asks;
        pages.value = new Map(seen.flatMap((each, i) => (rows[i] ? [[each, rows[i]]] : [])));
      });
      pull();
      return true;
    },
  };
}
