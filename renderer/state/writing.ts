import { type Signal, signal } from "@preact/signals";
import type { Reply } from "../../main/contract/faults.ts";
import type { NoteId } from "../../main/contract/shapes.ts";
import type { DeckView } from "../../main/contract/views.ts";
import type { Draft } from "../../main/contract/writing.ts";
import type { Api } from "../api.ts";
import { note as noteWords } from "../text/notes.ts";
import { writing as words } from "../text/writing.ts";
import { type Adding, createAdding, newHabits } from "./adding.ts";
import type { Dialog } from "./app.ts";
import type { LayoutModel } from "./browse/layout.ts";
import { createNote, type NoteModel } from "./note.ts";
import type { createNotices } from "./notices.ts";

interface Around {
  api: Api;
  after(ms: number, run: () => void): void;
  notices: ReturnType<typeof createNotices>;
  dialog: Signal<Dialog | null>;
  layout: LayoutModel;
  accepted<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }>;
  /** Reads again whatever a change may have touched. */
  refresh(): Promise<void>;
}

/** Writing notes: new ones and old ones, in a dialog over whatever is on the screen. */
export function createWriting({ api, after, notices, dialog, layout, accepted, refresh }: Around) {
  const habits = newHabits(layout);
  /** What was being written when Mneme ended in the middle of it. */
  const draft = signal<Draft | null>(null);

  /** Closes the dialog on top; whatever was written in it and not saved is thrown away. */
  function close(): void {
    const top = dialog.peek();
    if (top?.kind === "note") void top.note.end();
    if (top?.kind === "add") void top.adding.end();
    dialog.value = (top?.kind === "note" && top.under) || null;
  }

  /** What was written and not saved of a note, or of a new one. */
  async function keptOf(note: NoteId | null): Promise<Draft | null> {
    const reply = await api.call("drafts", {});
    return (reply.ok && reply.value.find((kept) => kept.note === note)) || null;
  }

  /** A note as it can be written, in its deck or one of `decks`; null if it is gone, which is told. `kept` is what was written and not saved of it. */
  async function readNote(id: NoteId, decks: readonly DeckView[], kept: Draft | null): Promise<NoteModel | null> {
    const [reply, types] = await Promise.all([api.call("note", { note: id }), api.call("noteTypes", {})]);
    if (!accepted(reply) || !accepted(types)) return null;
    const type = types.value.find((one) => one.id === reply.value.type);
    return type ? createNote(api, after, { view: reply.value, type, decks, dismissed: habits.dismissed, kept }) : null;
  }

  async function openNote(id: NoteId): Promise<void> {
    const [decks, kept] = await Promise.all([api.call("decks", {}), keptOf(id)]);
    const note = accepted(decks) && (await readNote(id, decks.value, kept));
    if (!note) return;
    const below = dialog.peek();
    dialog.value = { kind: "note", note, under: below?.kind === "add" || below?.kind === "clinic" ? below : null };
  }

  /** A new note; or the one that was being written when Mneme ended. */
  async function add(): Promise<void> {
    const asked = [api.call("noteTypes", {}), api.call("decks", {}), keptOf(null)] as const;
    const [types, decks, kept] = await Promise.all(asked);
    if (!accepted(types) || !accepted(decks)) return;
    const adding = await createAdding(api, after, { types: types.value, decks: decks.value }, habits, kept);
    if (adding) dialog.value = { kind: "add", adding };
    else notices.alert(words.noDeck);
  }

  /** A new note of which something is written already. Not over one that was written before and not added. */
  async function addDraft(next: Draft): Promise<void> {
    if (await keptOf(null)) return notices.alert(words.addFirst);
    if (!accepted(await api.call("saveDraft", { draft: next, note: null }))) return;
    await add();
  }

  /** Looks whether something was being written when Mneme ended. */
  async function findDraft(): Promise<void> {
    const reply = await api.call("draft", {});
    if (reply.ok) draft.value = reply.value;
  }

  /** Goes on with a draft. */
  async function resume(): Promise<void> {
    const kept = draft.peek();
    draft.value = null;
    if (kept) await (kept.note === null ? add() : openNote(kept.note));
  }

  async function save(): Promise<void> {
    const top = dialog.peek();
    if (top?.kind !== "note" || !(await top.note.save())) return;
    close();
    notices.status(noteWords.saved);
    await Promise.all([refresh(), adding()?.refresh()]);
  }

  const adding = (): Adding | null => {
    const top = dialog.peek();
    return top?.kind === "add" ? top.adding : null;
  };

  async function addNote(): Promise<void> {
    if (await adding()?.add()) await refresh();
  }

  return {
    ...{ draft, close, add, addDraft, openNote, readNote, resume, save, addNote, adding },
    findDraft,
    /** Throws away what was being written; offers what was written before it, if there is any. */
    async dropDraft(): Promise<void> {
      const kept = draft.peek();
      if (kept) await api.call("saveDraft", { draft: null, note: kept.note });
      await findDraft();
    },
    /** Asks before text is lost; to leave again is to go on writing: only a button discards. */
    leave(): void {
      const top = dialog.peek();
      const [isUnsaved, asking] =
        top?.kind === "note"
          ? [top.note.changed, top.note.asking]
          : top?.kind === "add"
            ? [top.adding.isWritten, top.adding.asking]
            : [];
      if (isUnsaved?.peek() && asking) asking.value = !asking.value;
      else close();
    },
    /** Pins the field that is being written in. */
    pin(): void {
      const field = adding()?.page.peek().form.desk.active.peek();
      if (field) adding()?.pin(field.id);
    },
  };
}
