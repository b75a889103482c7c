import { batch, computed, signal } from "@preact/signals";
import type { ImportDone, Offered } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";
import { createRehearsal, type FileState, type Rehearsal } from "./rehearsal.ts";

interface Around {
  api: Api;
  after(ms: number, run: () => void): void;
  /** Shows the screen of imports. */
  show(): Promise<void>;
  /** Leaves it. */
  leave(): Promise<void>;
  /** Files have come in, which can be taken back. */
  did(done: readonly ImportDone[]): Promise<void>;
  refuse(say: string): void;
}

/** Files that are looked at at once: each is held by a process of its own. */
const mostOpen = 6;

const isOpen = (state: FileState) => state === "ready" || state === "reading" || state === "waiting";

/** The files that were offered: each is rehearsed at once, and imported when the person says so. */
export function createImporting({ api, after, show, leave, did, refuse }: Around) {
  const files = signal<readonly Rehearsal[]>([]);
  const at = signal(0);
  const current = computed(() => files.value[at.value] ?? null);
  /** Beside the list: the chosen note, or the options. */
  const side = signal<"note" | "options">("note");
  /** Grows when the keyboard is to go to the words that are sought, or to the list. */
  const seeking = signal(0);
  const listing = signal(0);
  /** The person has decided something and asked to leave. */
  const asking = signal(false);

  let isReading = false;
  const ready = computed(() => files.value.filter(({ state }) => state.value === "ready"));

  /** Shows what a file is; a table of text with the choice of its columns. */
  function pick(index: number): void {
    batch(() => {
      at.value = index;
      asking.value = false;
    });
  }

  async function begin(file: Rehearsal): Promise<void> {
    await file.read();
    if (current.peek() !== file) return;
    if (file.view.peek()?.table) side.value = "options";
    else listing.value++;
  }

  /** Reads what waits, one after the other, as long as few enough are open. */
  async function readOn(): Promise<void> {
    if (isReading) return;
    isReading = true;
    for (;;) {
      const next = files.peek().find(({ state }) => state.peek() === "waiting");
      if (!next || ready.peek().length >= mostOpen) break;
      await begin(next);
    }
    isReading = false;
  }

  /** Takes files in: one that is offered once more is read anew. They are read one after the other. */
  async function offer(offered: readonly Offered[]): Promise<void> {
    if (offered.length === 0) return;
    const fresh = offered.map((each) => createRehearsal(api, after, each));
    batch(() => {
      const open = files.peek().filter(({ state }) => isOpen(state.peek()));
      files.value = [...open, ...fresh];
      pick(open.length);
    });
    await show();
    await readOn();
  }

  /** Those that are left compare themselves with what is there now. */
  const refresh = (except: readonly Rehearsal[]) =>
    Promise.all(ready.peek().map((file) => (except.includes(file) ? undefined : file.again())));

  async function take(wanted: readonly Rehearsal[]): Promise<void> {
    const came: ImportDone[] = [];
    for (const file of wanted) {
      // What came in just before may hold the same notes.
      if (came.length > 0) await file.again();
      const done = await file.commit();
      if (!done) break;
      came.push(done);
    }
    if (came.length === 0) return;
    await did(came);
    await refresh(wanted);
    await readOn();
  }

  function empty(): void {
    for (const file of files.peek()) {
      void file.stop();
      file.forget();
    }
    batch(() => {
      files.value = [];
      at.value = 0;
      asking.value = false;
      side.value = "note";
    });
  }

  async function leaveNow(): Promise<void> {
    await leave();
    empty();
  }

  return {
    ...{ files, at, current, side, seeking, listing, asking, ready, offer, pick, leaveNow, empty },
    /** Asks for files, or for a folder. */
    async choose(folder: boolean): Promise<void> {
      const reply = await api.call("pickFiles", { folder });
      if (!reply.ok) refuse(reply.say);
      else if (reply.value) await offer(reply.value);
    },
    /** Goes to the next file that can be imported. */
    next(): void {
      const index = files.peek().findIndex(({ state }) => state.peek() === "ready");
      if (index < 0) return;
      pick(index);
      listing.value++;
    },
    importIt: () => (current.peek() ? take([current.peek() as Rehearsal]) : Promise.resolve()),
    importAll: () => take(ready.peek()),
    /** What was decided would be lost: asks first. To ask again is to stay. */
    async leave(): Promise<void> {
      const isDecided = files.peek().some(({ state, decided }) => state.peek() === "ready" && decided.peek() > 0);
      if (!isDecided) return leaveNow();
      asking.value = !asking.peek();
    },
    toggleSide(): void {
      side.value = side.peek() === "note" ? "options" : "note";
    },
    /** Reads again what a change from elsewhere may have touched. */
    async load(): Promise<void> {
      const reply = await api.call("imports", {});
      if (!reply.ok) return;
      const here = new Set(reply.value.filter(({ removed }) => !removed).map(({ id }) => id));
      for (const { state, done } of files.peek())
        if (done.peek() && (state.peek() === "done" || state.peek() === "undone"))
          state.value = here.has(done.peek()?.id ?? "") ? "done" : "undone";
    },
  };
}
