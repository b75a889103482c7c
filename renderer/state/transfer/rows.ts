import { batch, signal } from "@preact/signals";
import type { RehearsalRow, Verdict } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";

/** Rows are asked for so many at a time. */
const page = 200;
/** Pages kept; those farthest from what is looked at go first. */
const kept = 40;

/** Which rows of a rehearsal are looked at. */
export interface Sieve {
  verdict: Verdict | null;
  words: string;
}

/** The rows of a rehearsal, read page by page as they are looked at. */
export function createRows(api: Api) {
  const sieve = signal<Sieve>({ verdict: null, words: "" });
  const count = signal(0);
  const pages = signal<ReadonlyMap<number, readonly RehearsalRow[]>>(new Map());
  /** Grows with every list that begins at its top. */
  const shown = signal(0);
  let of = "";
  let wanted: [from: number, to: number] = [0, page];
  const asked = new Set<number>();
  let turn = 0;

  const inSight = (all: number): number[] => {
    const last = Math.max(0, Math.ceil(all / page) - 1);
    const [first, end] = [Math.floor(wanted[0] / page), Math.floor(Math.max(wanted[0], wanted[1] - 1) / page)];
    return Array.from({ length: end - first + 1 }, (_, i) => Math.min(first + i, last));
  };

  const read = (each: number, by: Sieve) =>
    api.call("rehearsalRows", { rehearsal: of, ...by, from: each * page, to: (each + 1) * page });

  async function take(each: number): Promise<void> {
    asked.add(each);
    const mine = turn;
    const reply = await read(each, sieve.value);
    if (mine !== turn) return; // another list by now
    asked.delete(each);
    if (!reply.ok) return;
    const next = new Map(pages.value).set(each, reply.value.rows);
    const far = [...next.keys()].sort((a, b) => Math.abs(b - each) - Math.abs(a - each));
    for (const gone of far.slice(0, Math.max(0, next.size - kept))) next.delete(gone);
    pages.value = next;
  }

  return {
    ...{ sieve, count, shown },
    /** Undefined while it is on its way. */
    at: (position: number): RehearsalRow | undefined => pages.value.get(Math.floor(position / page))?.[position % page],
    need(from: number, to: number): void {
      wanted = [from, to];
      for (const each of new Set(inSight(count.peek())))
        if (of && !asked.has(each) && !pages.peek().has(each)) void take(each);
    },
    /** Shows what passes the sieve, once what is in sight of it has been read; false if that failed or was overtaken. */
    async show(rehearsal: string, by: Sieve, fromTop: boolean): Promise<boolean> {
      const mine = ++turn;
      of = rehearsal;
      if (fromTop) wanted = [0, Math.max(1, wanted[1] - wanted[0])];
      const seen = [...new Set(inSight(fromTop ? wanted[1] : Math.max(wanted[1], count.peek())))];
      const replies = await Promise.all(seen.map((each) => read(each, by)));
      if (mine !== turn) return false;
      asked.clear();
      const first = replies.find((reply) => reply.ok);
      if (!first) return false;
      batch(() => {
        sieve.value = by;
        count.value = first.value.count;
        pages.value = new Map(replies.flatMap((reply, i) => (reply.ok ? [[seen[i] ?? 0, reply.value.rows]] : [])));
        if (fromTop) shown.value++;
      });
      return true;
    },
  };
}
