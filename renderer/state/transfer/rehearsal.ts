import { batch, computed, signal } from "@preact/signals";
import type {
  ImportDone,
  ImportOptions,
  Offered,
  RehearsalNote,
  RehearsalView,
  Verdict,
} from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";
import { importing as words } from "../../text/importing.ts";
import { size } from "../../ui/grid/ranges.ts";
import { clip, nothing, only, type Selection } from "../../ui/grid/selection.ts";
import { equal } from "../equal.ts";
import { createProgress } from "./progress.ts";
import { createRows, type Sieve } from "./rows.ts";

/** `waiting`: others come first. `refused`: it cannot be read. `undone`: it was imported, and taken back or removed since. */
export type FileState = "waiting" | "reading" | "refused" | "ready" | "importing" | "done" | "undone";

/** Milliseconds until a change of the options, words that are sought and a row that is gone to are taken up. */
const rest = { options: 300, words: 150, row: 100 };

/** One file that was offered: what it is, what an import of it would change, what the person decides, and what came of it. */
export function createRehearsal(api: Api, after: (ms: number, run: () => void) => void, offered: Offered) {
  const state = signal<FileState>("waiting");
  const view = signal<RehearsalView | null>(null);
  const options = signal<ImportOptions | null>(null);
  const trouble = signal<string | null>(null);
  const rows = createRows(api);
  const sought = signal("");
  const selection = signal<Selection>(nothing);
  const note = signal<RehearsalNote | null>(null);
  const done = signal<ImportDone | null>(null);
  /** Options were changed, and what they mean is not known yet. */
  const isStale = signal(false);
  const decided = signal(0);
  const reading = createProgress(api, after);
  let turn = 0;
  let noteTurn = 0;
  let isStopped = false;

  const id = () => view.peek()?.id ?? "";

  /** The side choices are made for row by row: where the keyboard stands. */
  const current = computed(() => rows.at(selection.value.cursor) ?? null);

  async function readNote(): Promise<void> {
    const mine = ++noteTurn;
    const row = current.peek();
    if (!row) {
      note.value = null;
      return;
    }
    const reply = await api.call("rehearsalNote", { rehearsal: id(), n: row.n });
    if (mine === noteTurn && reply.ok) note.value = reply.value;
  }

  /** Shows the rows that pass; where the keyboard stood in a list that is only read again, it stays. */
  async function sift(by: Sieve, fromTop: boolean): Promise<void> {
    if (!(await rows.show(id(), by, fromTop))) return;
    const at = fromTop ? 0 : clip(selection.peek(), rows.count.peek()).cursor;
    selection.value = rows.count.peek() > 0 ? only(Math.max(0, at)) : nothing;
    void readNote();
  }

  async function take(next: RehearsalView, fromTop: boolean): Promise<void> {
    batch(() => {
      view.value = next;
      options.value = next.options;
      trouble.value = null;
      isStale.value = false;
      state.value = "ready";
    });
    await sift(rows.sieve.peek(), fromTop);
  }

  /** Reads the file, from the beginning. */
  async function read(): Promise<void> {
    const mine = ++turn;
    isStopped = false;
    batch(() => {
      state.value = "reading";
      done.value = null;
      decided.value = 0;
    });
    const reply = await reading.during(offered.token, () => api.call("rehearse", { token: offered.token }));
    // It was stopped so early that nobody could hear it, or is wanted no more.
    const isLate = reply.ok && (mine !== turn || isStopped);
    if (isLate) await api.call("stopTransfer", { of: reply.value.id });
    if (mine !== turn) return;
    if (reply.ok && !isLate) return take(reply.value, true);
    batch(() => {
      trouble.value = reply.ok ? words.stopped : reply.say;
      state.value = "refused";
    });
  }

  /** Compares again, with the options as they are now. */
  async function again(): Promise<void> {
    const asked = options.peek();
    if (!asked || state.peek() !== "ready") return;
    const mine = ++turn;
    isStale.value = true;
    const reply = await reading.during(id(), () => api.call("rehearseAgain", { rehearsal: id(), options: asked }));
    if (mine !== turn) return;
    if (reply.ok) return take(reply.value, false);
    if (reply.fault.code === "gone") return read();
    trouble.value = reply.say; // the options stay as they were written, the list as it was before
  }

  return {
    ...{ offered, state, view, options, trouble, rows, sought, selection, note, done, current, isStale, decided },
    progress: reading.shown,
    read,
    again,
    /** How many notes an import as it stands would add or change. */
    brings: computed(() => {
      const counts = view.value?.counts;
      return counts ? counts.new + counts.changed + counts.conflict + counts.suspicious : 0;
    }),
    set(step: Partial<ImportOptions>): void {
      const before = options.peek();
      if (!before) return;
      const next = { ...before, ...step };
      if (equal(before, next)) return;
      options.value = next;
      isStale.value = true;
      turn++;
      after(rest.options, () => options.peek() === next && void again());
    },
    filter: (verdict: Verdict | null) => sift({ ...rows.sieve.peek(), verdict }, true),
    seek(text: string): void {
      sought.value = text;
      after(rest.words, () => sought.peek() === text && void sift({ ...rows.sieve.peek(), words: text.trim() }, true));
    },
    /** Goes to a row: one at a time, whatever the list would select. */
    select(next: Selection): void {
      selection.value = next.cursor >= 0 && size(next.ranges) > 0 ? only(next.cursor) : selection.peek();
      const at = selection.peek().cursor;
      after(rest.row, () => selection.peek().cursor === at && current.peek()?.n !== note.peek()?.n && void readNote());
    },
    readNote,
    /** Chooses a side where both changed something: of a field, of a note, or of all that are undecided. */
    async decide(n: number | null, field: string | null, takes: "mine" | "theirs"): Promise<void> {
      const reply = await api.call("decide", { rehearsal: id(), n, field, takes });
      trouble.value = reply.ok ? null : reply.say;
      if (!reply.ok) return;
      decided.value++;
      view.value = reply.value;
      await sift(rows.sieve.peek(), false);
    },
    /** Imports it as it stands; null if that was refused or stopped. */
    async commit(): Promise<ImportDone | null> {
      if (state.peek() !== "ready" || isStale.peek()) return null;
      state.value = "importing";
      const reply = await reading.during(id(), () => api.call("commitRehearsal", { rehearsal: id() }));
      if (!reply.ok) {
        batch(() => {
          trouble.value = reply.say;
          state.value = "ready";
        });
        return null;
      }
      batch(() => {
        done.value = reply.value;
        state.value = "done";
      });
      return reply.value;
    },
    /** Stops what is under way; what is not begun is forgotten. */
    async stop(): Promise<void> {
      isStopped = true;
      const of = state.peek() === "reading" ? offered.token : id();
      if (of && state.peek() !== "done") await api.call("stopTransfer", { of });
    },
    /** Nothing more is wanted of it: replies that are on their way mean nothing. */
    forget(): void {
      turn++;
      noteTurn++;
    },
  };
}

export type Rehearsal = ReturnType<typeof createRehearsal>;
