import { computed, signal } from "@preact/signals";
import type { Bridge } from "../../main/contract/calls.ts";
import type { Reply } from "../../main/contract/faults.ts";
import type { CardId, DeckId, NoteId } from "../../main/contract/shapes.ts";
import type { ExportWhat, ImportDone, Offered } from "../../main/contract/transfer.ts";
import type { CardInfoView } from "../../main/contract/views.ts";
import { createApi } from "../api.ts";
import { app as words } from "../text/app.ts";
import { exporting as exportWords } from "../text/exporting.ts";
import { importing as importWords } from "../text/importing.ts";
import { imports as importsWords } from "../text/imports.ts";
import { note as noteWords } from "../text/notes.ts";
import { study as studyWords } from "../text/study.ts";
import type { Adding } from "./adding.ts";
import { type BrowseAsk, createActions } from "./browse/actions.ts";
import { createBrowse } from "./browse/browse.ts";
import { createOrganise } from "./browse/organise.ts";
import { createPane } from "./browse/pane.ts";
import { type ClinicModel, createClinic } from "./clinic.ts";
import { createFetching, type FetchingModel } from "./fetching.ts";
import type { NoteModel } from "./note.ts";
import { createTypeActions, type TypeDialog } from "./noteTypes/actions.ts";
import { createNoteTypes } from "./noteTypes/noteTypes.ts";
import { createNotices } from "./notices.ts";
import { createPace, type PaceDialog } from "./pace/pace.ts";
import { createPlayer } from "./player.ts";
import { createAutoAdvance } from "./reviewing/autoAdvance.ts";
import { createSession, type Session, type SessionPlace } from "./session.ts";
import { createSettings } from "./settings.ts";
import type { Sounder } from "./sounding.ts";
import { createToday } from "./today.ts";
import { createExporting, type Exporting, type Finding } from "./transfer/exporting.ts";
import { createImporting } from "./transfer/importing.ts";
import { createImports, type ImportsModel } from "./transfer/imports.ts";
import { createMirrors } from "./transfer/mirrors.ts";
import { createWriting } from "./writing.ts";

/** What a window has around it; handed in, so that a test can hold it. */
export interface Surroundings {
  bridge: Bridge;
  /** Milliseconds from any start; never goes back. */
  tick(): number;
  after(ms: number, run: () => void): void;
  mac: boolean;
  /** Makes sounds; without it nothing is heard. */
  sound?: Sounder;
}

export type Screen = "today" | "study" | "browse" | "settings" | "noteTypes" | "import";

export type Dialog =
  /** Over the adding of notes, if that is where it was opened. */
  | { kind: "note"; note: NoteModel; under: Dialog | null }
  | { kind: "add"; adding: Adding }
  | { kind: "info"; card: CardInfoView; now: number }
  | { kind: "clinic"; clinic: ClinicModel }
  | { kind: "shortcuts" }
  | { kind: "imports"; imports: ImportsModel }
  | { kind: "export"; exporting: Exporting }
  | { kind: "link"; url: string }
  | { kind: "fetch"; fetching: FetchingModel }
  | TypeDialog
  | PaceDialog
  | { kind: "ask"; ask: BrowseAsk };

/** Where the keys go: a dialog if one is open, or else the screen. */
export type Place = Dialog["kind"] | SessionPlace | Exclude<Screen, "study">;

/** Characters that a search may have (main/contract/calls/transfer.ts). */
const longestSearch = 10_000;

/** Everything one window knows and can do. */
export function createApp({ bridge, tick, after, mac, sound }: Surroundings) {
  const api = createApi(bridge);
  const notices = createNotices(after);
  const today = createToday(api, tick);
  const settings = createSettings(api);
  const noteTypes = createNoteTypes(api);
  const player = createPlayer(sound);
  const autoAdvance = createAutoAdvance({ settings: () => settings.view.value, notices });
  /** The menu over the card on show. */
  const menu = signal<"card" | "flags" | null>(null);
  const mirrors = createMirrors(api, notices, (offered) => offer([offered]));
  const browse = createBrowse(api, after);
  const screen = signal<Screen>("today");
  const session = signal<Session | null>(null);
  const dialog = signal<Dialog | null>(null);
  const place = computed<Place>(() => {
    if (dialog.value) return dialog.value.kind;
    return screen.value === "study" ? (session.value?.place.value ?? "loading") : screen.value;
  });

  /** Whether a call succeeded; a refusal is told, and a success answers the refusal before it. */
  function accepted<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }> {
    if (reply.ok) notices.succeeded();
    else notices.alert(reply.say);
    return reply.ok;
  }

  /** Reads again whatever a change may have touched. */
  async function refresh(): Promise<void> {
    const running = screen.value === "study" ? session.value : null;
    const types = screen.value === "noteTypes" ? noteTypes.load() : undefined;
    const found = screen.value === "browse" ? Promise.all([browse.load(), pane.refresh()]) : undefined;
    const came = screen.value === "import" ? importing.load() : undefined;
    const treated = dialog.value?.kind === "clinic" ? dialog.value.clinic.load() : undefined;
    await Promise.all([today.load(), mirrors.load(), settings.load(), running?.read(), types, found, came, treated]);
  }

  const writing = createWriting({ api, after, notices, dialog, layout: browse.layout, accepted, refresh });
  const { close } = writing;

  /** Something was done that can be taken back. */
  async function did(say: string): Promise<void> {
    notices.done(say);
    await refresh();
  }

  /** The note beside the list of Browse. What a crash kept of it is offered in a dialog, not here: here it would save itself. */
  const pane = createPane({ api, read: (id) => writing.readNote(id, [], null), did });

  const ask = (next: BrowseAsk) => {
    dialog.value = { kind: "ask", ask: next };
  };
  /** Shows all cards of a deck. */
  async function browseDeck(name: string): Promise<void> {
    browse.query.value = `"deck:${name.replace(/["\\*_]/g, "\\$&")}"`;
    await browse.find();
    await go("browse");
  }

  const organise = createOrganise({ api, ask, close, did, refuse: notices.alert });
  const types = createTypeActions({
    ...{ api, noteTypes, close, did, accepted },
    dialog: () => dialog.value,
    open: (next) => {
      dialog.value = next;
    },
  });
  const { openChangeType } = types;
  const pace = createPace({
    ...{ api, after, today, settings, session, notices, close, did, accepted },
    dialog: () => dialog.value,
    open: (next) => {
      dialog.value = next;
    },
  });
  const actions = createActions({ api, browse, notices, after, open: ask, close, did, openChangeType });

  /** Goes to a screen; leaves a session only when every answer is acknowledged. */
  async function go(to: Exclude<Screen, "study">): Promise<void> {
    close();
    if (screen.value === "noteTypes" && (to === "noteTypes" || noteTypes.hold(() => void go(to)))) return;
    if (screen.value === "browse" && to !== "browse" && !(await pane.save())) return;
    await session.value?.settle();
    const trouble = session.value?.trouble.value;
    await { today, settings, noteTypes, browse, import: importing }[to].load();
    session.value = null;
    screen.value = to;
    if (trouble) notices.alert(trouble);
  }

  async function study(deck: DeckId | null): Promise<void> {
    if (screen.value === "noteTypes" && noteTypes.hold(() => void study(deck))) return;
    const next = createSession(api, deck, tick);
    notices.clear();
    await next.read();
    if (!next.view.value) return notices.alert(next.trouble.value ?? words.bridgeBroke);
    session.value = next;
    screen.value = "study";
  }

  async function step(direction: "undo" | "redo"): Promise<void> {
    const back = direction === "undo";
    if (screen.value === "noteTypes" && (await noteTypes.draft.value?.[direction]())) return;
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

  async function suspend(whole: boolean): Promise<void> {
    if (await session.value?.suspend(whole))
      notices.status(whole ? studyWords.suspendedNote : studyWords.suspendedCard);
  }

  async function bury(whole: boolean): Promise<void> {
    if (await session.value?.bury(whole)) notices.status(whole ? studyWords.buriedNote : studyWords.buriedCard);
  }

  const noteOnShow = () =>
    screen.value === "browse" ? browse.current.value?.of.note : session.value?.card.value?.note;

  async function edit(asked?: NoteId): Promise<void> {
    const id = asked ?? noteOnShow();
    if (!asked && screen.value === "browse" && browse.paneShown.value) pane.writing.value++;
    else if (id) await writing.openNote(id);
  }

  const isWriting = () => dialog.value?.kind === "note" || dialog.value?.kind === "add";

  async function info(
    card = screen.value === "browse" ? browse.current.value?.of.card : session.value?.card.value?.card,
  ): Promise<void> {
    if (!card) return;
    const reply = await api.call("cardInfo", { card });
    const now = screen.value === "browse" ? today.now.value : (session.value?.now.value ?? 0);
    if (accepted(reply)) dialog.value = { kind: "info", card: reply.value, now };
  }

  /** Looks at what keeps slipping: the leeches of the sitting that is over, or the card on show. */
  async function openClinic(): Promise<void> {
    const on = screen.value === "browse" ? browse.current.value?.of.card : session.value?.card.value?.card;
    const cards = on ? [on] : (session.value?.summary.value?.leeches ?? []);
    const [card] = cards;
    if (card === undefined) return;
    const reply = await api.call("clinic", { card });
    if (accepted(reply)) dialog.value = { kind: "clinic", clinic: createClinic(api, cards, reply.value) };
  }

  /** Begins the notes that a leech may be split into. */
  async function splitLeech(): Promise<void> {
    const top = dialog.value;
    const draft = top?.kind === "clinic" ? top.clinic.view.value.split : null;
    if (draft) await writing.addDraft(draft);
  }

  /** Where the person was when files were offered: to be gone back to. */
  let before: () => Promise<void> = () => go("today");

  const importing = createImporting({
    ...{ api, after, refuse: notices.alert },
    async show() {
      const [from, deck] = [screen.peek(), session.peek()?.view.peek()?.deck ?? null];
      if (notices.shown.peek()?.kind === "status") notices.clear();
      if (from !== "import") before = () => (from === "study" ? study(deck) : go(from));
      await go("import");
    },
    leave: () => before(),
    did: (done: readonly ImportDone[]) => did(done.map(importWords.didOne).join(" ")),
  });

  /** Takes files in; not over a note that is being written. */
  async function offer(offered: readonly Offered[]): Promise<void> {
    const top = dialog.value;
    if (top?.kind === "note") top.note.trouble.value = noteWords.saveFirst;
    if (top?.kind === "add") top.adding.page.value.form.trouble.value = noteWords.saveFirst;
    if (isWriting()) return;
    await importing.offer(offered);
  }

  async function drop(files: readonly File[]): Promise<void> {
    const reply = await api.offer(files);
    if (!accepted(reply)) return;
    if (reply.value.length === 0) notices.alert(importWords.nowhere);
    await offer(reply.value);
  }

  /** Asks what to export and how: at first a deck, what is selected in Browse or found there, or else everything. */
  async function openExport(deck?: DeckId): Promise<void> {
    const finds: Finding[] = [];
    if (screen.value === "browse" && !deck) {
      const of = browse.of();
      const notes = of && browse.chosen.value > 1 ? await api.call("chosenNotes", of) : null;
      const ids = notes?.ok ? `nid:${notes.value.join(",")}` : "";
      if (notes?.ok && ids.length < longestSearch)
        finds.push({ query: ids, text: exportWords.chosen(notes.value.length) });
      const query = browse.sought.value;
      finds.push({ query, text: exportWords.found(query) });
    }
    const first = finds[0];
    const what: ExportWhat = deck ? { of: "deck", deck } : first ? { of: "search", query: first.query } : { of: "all" };
    dialog.value = { kind: "export", exporting: createExporting(api, after, what, finds) };
  }

  async function openImports(): Promise<void> {
    const reply = await api.call("imports", {});
    if (accepted(reply)) dialog.value = { kind: "imports", imports: createImports(api, reply.value) };
  }

  async function removeImport(): Promise<void> {
    if (dialog.value?.kind !== "imports") return;
    const { imports } = dialog.value;
    const file = imports.asked.value?.of.file ?? "";
    const view = await imports.remove();
    if (!view) return;
    close(); // the notice has the button that takes it back
    await did(importsWords.did(file, view));
  }

  /** Opens an address outside, which the person has seen and agreed to. */
  async function openLink(url: string): Promise<void> {
    close();
    accepted(await api.call("openLink", { url }));
  }

  /** Asks whether the images that the deck of the card on show wants from the web may be fetched. */
  async function askForImages(): Promise<void> {
    const card = session.value?.card.value?.card;
    if (!card) return;
    const reply = await api.call("remoteImages", { card });
    if (accepted(reply)) dialog.value = { kind: "fetch", fetching: createFetching(api, card, reply.value) };
  }

  async function fetchImages(): Promise<void> {
    if (dialog.value?.kind !== "fetch") return;
    await dialog.value.fetching.begin();
    await refresh();
  }

  let inFace = false;

  /** Tells the main process whether a face has the focus: only then do keys come from there. */
  function tellFocus(): void {
    const now = document.activeElement instanceof HTMLIFrameElement;
    if (now !== inFace) void api.call("inFace", { focused: now });
    inFace = now;
  }

  return {
    ...{ mac, api, notices, player, openLink, askForImages, fetchImages, tellFocus },
    ...{ today, settings, noteTypes, browse, pane, organise, actions, screen, session, dialog, place },
    ...{ go, study, step, bury, suspend, autoAdvance, menu },
    info: (card?: CardId) => info(card),
    ...{ openClinic, splitLeech },
    ...{ importing, mirrors, offer, drop, openExport, openImports, removeImport },
    ...{ types, pace, ask, browseDeck },
    ...{ add: writing.add, addNote: writing.addNote, adding: writing.adding, pin: writing.pin, save: writing.save },
    ...{ openNote: (note: NoteId) => writing.openNote(note), leaveDialog: writing.leave, discard: close },
    ...{ draft: writing.draft, resumeDraft: writing.resume, dropDraft: writing.dropDraft },
    edit: (note?: NoteId) => edit(note),
    open: (next: Dialog) => {
      dialog.value = next;
    },
    close,
    /** Reads what the first screen needs. */
    start: () =>
      Promise.all([today.load(), mirrors.load(), settings.load(), browse.layout.load(), writing.findDraft()]),
  };
}

export type App = ReturnType<typeof createApp>;
