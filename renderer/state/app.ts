import { computed, signal } from "@preact/signals";
import type { Bridge } from "../../main/contract/calls.ts";
import type { DeckId, NoteId } from "../../main/contract/shapes.ts";
import type { CardInfoView, ImportView } from "../../main/contract/views.ts";
import { createApi } from "../api.ts";
import { app as words } from "../text/app.ts";
import { exported, note as noteWords } from "../text/notes.ts";
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
  | { kind: "imported"; views: ImportView[] }
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
      if (!reply.ok) return notices.alert(reply.say);
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
    if (reply.ok) dialog.value = { kind: "note", note: createNote(api, reply.value) };
    else notices.alert(reply.say);
  }

  async function save(): Promise<void> {
    if (dialog.value?.kind !== "note" || !(await dialog.value.note.save())) return;
    close();
    notices.status(noteWords.saved);
    await refresh();
  }

  /** Closes the dialog; a note with unsaved text asks first. */
  function leaveDialog(): void {
    const note = dialog.value?.kind === "note" ? dialog.value.note : null;
    if (note?.changed.value && !note.asking.value) note.asking.value = true;
    else close();
  }

  async function info(): Promise<void> {
    const asked = session.value?.card.value;
    if (!asked) return;
    const reply = await api.call("cardInfo", { card: asked.card });
    if (reply.ok) dialog.value = { kind: "info", card: reply.value, now: session.value?.now.value ?? 0 };
    else notices.alert(reply.say);
  }

  async function pickDeck(): Promise<void> {
    const reply = await api.call("pickDeck", {});
    if (!reply.ok) return notices.alert(reply.say);
    if (reply.value) await showImport([reply.value]);
  }

  /** Imports deck files one after the other. */
  async function importFiles(files: readonly File[]): Promise<void> {
    const views: ImportView[] = [];
    for (const file of files) {
      const text = await file.text().catch(() => null);
      if (text === null) return notices.alert(words.fileUnreadable(file.name));
      const reply = await api.call("importDeck", { name: file.name, text });
      if (!reply.ok) return notices.alert(reply.say);
      views.push(reply.value);
    }
    if (views.length > 0) await showImport(views);
  }

  async function showImport(views: ImportView[]): Promise<void> {
    dialog.value = { kind: "imported", views };
    await refresh();
  }

  async function exportDeck(deck: DeckId): Promise<void> {
    close();
    const reply = await api.call("saveDeck", { deck });
    if (!reply.ok) notices.alert(reply.say);
    else if (reply.value !== null) notices.status(exported.saved(reply.value));
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
