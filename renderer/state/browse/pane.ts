import { signal } from "@preact/signals";
import type { NoteId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { note as words } from "../../text/notes.ts";
import type { NoteModel } from "../note.ts";

interface Around {
  api: Api;
  /** The note as it can be written; null if it is gone. */
  read(id: NoteId): Promise<NoteModel | null>;
  /** Something was done that can be taken back: said, and everything read again. */
  did(say: string): Promise<void>;
}

/** The note of the selected row, written in place. What was written is saved when the keyboard or the selection goes on. */
export function createPane({ api, read, did }: Around) {
  const note = signal<NoteModel | null>(null);
  /** Grows whenever the keyboard is to go to its first field. */
  const writing = signal(0);
  let turn = 0;

  function put(next: NoteModel | null): void {
    void note.peek()?.end();
    note.value = next;
  }

  /** Reads a note and shows it, unless another one was asked for meanwhile. */
  async function open(id: NoteId | null): Promise<void> {
    const mine = ++turn;
    const next = id === null ? null : await read(id);
    if (mine === turn) put(next);
    else void next?.end();
  }

  /** Saves what was written; false if that was refused. Then it stays, with the reason beside it. */
  async function save(): Promise<boolean> {
    const written = note.peek();
    if (!written?.changed.peek()) return true;
    if (!(await written.save())) return false;
    await open(written.view.id);
    await did(words.saved);
    return true;
  }

  return {
    note,
    writing,
    save,
    /** Shows the note of another row. One that cannot be saved stays until it can, or is thrown away. */
    async show(id: NoteId | null): Promise<void> {
      if (note.peek()?.view.id === id && !note.peek()?.changed.peek()) return;
      if ((await save()) && note.peek()?.view.id !== id) await open(id);
    },
    /** Reads it again after a change from elsewhere, unless it is being written. */
    async refresh(): Promise<void> {
      const shown = note.peek();
      if (!shown || shown.changed.peek()) return;
      const reply = await api.call("note", { note: shown.view.id });
      const isSame = reply.ok && JSON.stringify(reply.value) === JSON.stringify(shown.view);
      if (!isSame && shown === note.peek() && !shown.changed.peek()) await open(reply.ok ? shown.view.id : null);
    },
    /** Throws away what was written. */
    discard: () => open(note.peek()?.view.id ?? null),
  };
}
