import { computed, signal } from "@preact/signals";
import type { Bridge } from "../../main/contract/calls.ts";
import type { Reply } from "../../main/contract/faults.ts";
import type { DeckId, NoteId } from "../../main/contract/shapes.ts";
import type { CardInfoView, ImportedFile } from "../../main/contract/views.ts";
import { createApi } from "../api.ts";
import { app as words } from "../text/app.ts";
import { exported, imported, note as noteWords } from "../text/notes.ts";
import { study as studyWords } from "../text/study.ts";
import { createNote, type NoteModel } from "./note.ts";
import { createNotices } from "./notices.ts";
import { createSession, type Session, type SessionPlace } from "./session.ts";
import { createSettings } from "./settings.ts";
import { createToday } from "./today.ts";

/** What a window has around it; handed in, so that a test can hold it. */
export interface Surroundings {
  bridge: Bridge;
  /** Milliseconds from any start; never goes back. */
  tick(): number;
  after(ms: number, run: () => void): void;
  mac: boolean;
}

export type Screen = "today" | "study" | "settings";

export type Dialog =
  | { kind: "note"; note: NoteModel }
  | { kind: "info"; card: CardInfoView; now: number }
  | { kind: "shortcuts" }
  | { kind: "imported"; files: readonly ImportedFile[] }
  | { kind: "export" };

/** Where the keys go: a dialog if one is open, or else the screen. */
export type Place = Dialog["kind"] | SessionPlace | "today" | "settings";

/** Everything one window knows and can do. */
export function createApp({ bridge, tick, after, mac }: Surroundings) {
  const api = createApi(bridge);
  const notices = createNotices(after);
  const today = createToday(api, tick);
  const settings = createSettings(api);
  const screen = signal<Screen>("today");
  const session = signal<Session | null>(null);
  const dialog = signal<Dialog | null>(null);
  const place = computed<Place>(() => {
    if (dialog.value) return dialog.value.kind;
    return screen.value === "study" ? (session.value?.place.value ?? "loading") : screen.value;
  });

  const close = () => {
    dialog.value = null;
  };

  /** Whether a call succeeded; a refusal is told, and a success answers the refusal before it. */
  function accepted<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }> {
    if (reply.ok) notices.succeeded();
    else notices.alert(reply.say);
    return reply.ok;
  }

  /** Reads again whatever a change may have touched. */
  async function refresh(): Promise<void> {
    const running = screen.value === "study" ? session.value : null;
    await Promise.all([today.load(), settings.load(), running?.read()]);
  }

  /** Goes to a screen; leaves a session only when every answer is acknowledged. */
  async function go(to: Exclude<Screen, "study">): Promise<void> {
    close();
    await session.value?.settle();
    const trouble = session.value?.trouble.value;
    await (to === "today" ? today.load() : settings.load());
    session.value = null;
    screen.value = to;
    if (trouble) notices.alert(trouble);
  }

  async function study(deck: DeckId | null): Promise<void> {
    const next = createSession(api, deck, tick);
    notices.clear();
    await next.read();
    if (!next.view.value) return notices.alert(next.trouble.value ?? words.bridgeBroke);
    session.value = next;
    screen.value = "study";
  }

  async function step(direction: "undo" | "redo"): Promise<void> {
    const back = direction === "undo";
    const running = screen.value === "study" ? session.value : null;
    let done = await running?.step(direction);
    if (!running) {
      const reply = await api.call(direction, {});
      if (!accepted(reply)) return;
      done = reply.value.done;
      if (done) await refresh();
    } else if (running.trouble.value) return;
    if (!done) return notices.status(back ? studyWords.nothingToTakeBack : studyWords.nothingToDoAgain);
    notices.status(back ? studyWords.takenBack(done.op, done.what) : studyWords.doneAgain(done.op, done.what));
  }

  async function bury(whole: boolean): Promise<void> {
    if (await session.value?.bury(whole)) notices.status(whole ? studyWords.buriedNote : studyWords.buriedCard);
  }

  async function edit(id = session.value?.card.value?.note): Promise<void> {
    if (!id) return;
    const reply = await api.call("note", { note: id });
    if (accepted(reply)) dialog.value = { kind: "note", note: createNote(api, reply.value) };
  }

  async function save(): Promise<void> {
    if (dialog.value?.kind !== "note" || !(await dialog.value.note.save())) return;
    close();
    notices.status(noteWords.saved);
    await refresh();
  }

  const editing = () => (dialog.value?.kind === "note" ? dialog.value.note : null);

  /** Closes the dialog. A note with unsaved text asks first; to leave again is to go on editing: only a button discards. */
  function leaveDialog(): void {
    const note = editing();
    if (note?.changed.value) note.asking.value = !note.asking.value;
    else close();
  }

  async function info(): Promise<void> {
    const asked = session.value?.card.value;
    if (!asked) return;
    const reply = await api.call("cardInfo", { card: asked.card });
    if (accepted(reply)) dialog.value = { kind: "info", card: reply.value, now: session.value?.now.value ?? 0 };
  }

  async function pickDeck(): Promise<void> {
    const reply = await api.call("pickDeck", {});
    if (accepted(reply) && reply.value) await showImport(reply.value);
  }

  /** Imports deck files one after the other; one that fails does not keep the next from coming in. */
  async function importFiles(dropped: readonly File[]): Promise<void> {
    const note = editing();
    if (note) {
      note.trouble.value = noteWords.saveFirst;
      return;
    }
    const files: ImportedFile[] = [];
    for (const file of dropped) files.push(await importFile(file));
    if (files.length > 0) await showImport(files);
  }

  async function importFile(file: File): Promise<ImportedFile> {
    const { name } = file;
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return { name, view: null, say: words.fileUnreadable(name) };
    const reply = await api.call("importDeck", { name, text: new Uint8Array(bytes) });
    return reply.ok ? { name, view: reply.value, say: null } : { name, view: null, say: reply.say };
  }

  /** The screen is made anew first, so that the report gives the focus back to something that is still there. */
  async function showImport(files: readonly ImportedFile[]): Promise<void> {
    if (files.some(({ view }) => view)) notices.succeeded();
    await refresh();
    if (editing()) notices.status(imported.brief(files));
    else dialog.value = { kind: "imported", files };
  }

  async function exportDeck(deck: DeckId): Promise<void> {
    close();
    const reply = await api.call("saveDeck", { deck });
    if (accepted(reply) && reply.value !== null) notices.status(exported.saved(reply.value));
  }

  return {
    ...{ mac, api, notices, today, settings, screen, session, dialog, place },
    ...{ go, study, step, bury, save, leaveDialog, info, pickDeck, importFiles, exportDeck },
    edit: (note?: NoteId) => edit(note),
    open: (next: Dialog) => {
      dialog.value = next;
    },
    close,
    /** Reads what the first screen needs. */
    start: () => Promise.all([today.load(), settings.load()]),
  };
}

export type App = ReturnType<typeof createApp>;
