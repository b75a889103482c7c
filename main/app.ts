import { calls, type Handlers } from "./contract/calls.ts";
import { dispatch } from "./contract/dispatch.ts";
import { Failure, type Fault, isFault, type Reply } from "./contract/faults.ts";
import type { Op, Records } from "./contract/shapes.ts";
import type { SettingsView } from "./contract/views.ts";
import { settingsOf } from "./core/collection.ts";
import { exportDeck } from "./core/deck/exportDeck.ts";
import { importDeck } from "./core/deck/importDeck.ts";
import { lookup } from "./core/lookup.ts";
import { ordinals, title } from "./core/note/cards.ts";
import { editNote } from "./core/note/editNote.ts";
import { noteView } from "./core/note/noteView.ts";
import { checkTyped } from "./core/note/typed.ts";
import { offsetAt } from "./core/schedule/day.ts";
import type { Moment } from "./core/schedule/moment.ts";
import { saveSettings, settingsView } from "./core/settings.ts";
import { cardInfo } from "./core/study/cardInfo.ts";
import { deckViews } from "./core/study/deckViews.ts";
import { summary } from "./core/study/summary.ts";
import { today } from "./core/study/today.ts";
import { readText } from "./readText.ts";
import type { Store } from "./store/store.ts";
import { Study } from "./study.ts";

/** What the core may not know by itself: time, place and chance. */
export interface World {
  now(): number;
  /** IANA time zone of the person, now. */
  zone(): string;
  newId(): string;
  folder: string;
  version: string;
}

export interface App {
  /** Runs a call that came from outside: parsed, one at a time, never throws. */
  call(name: unknown, input: unknown): Promise<Reply<unknown>>;
  /** Waits for the calls under way, then closes the store. */
  close(): Promise<void>;
}

/** The API over an open store: for each call one core function, then a commit. */
export function createApp(store: Store, world: World): App {
  const { collection } = store;
  const now = (): Moment => ({
    ms: world.now(),
    calendar: { zone: world.zone(), rolloverHour: settingsOf(collection).rolloverHour },
  });
  const study = new Study(store, now);
  const settings = (): SettingsView => ({ ...settingsView(collection), folder: world.folder, version: world.version });

  async function commit(op: Op, what: string, records: Records | Fault): Promise<void> {
    if (isFault(records)) throw new Failure(records);
    if (Object.keys(records).length === 0) return;
    const at = world.now();
    await store.commit({ at, offset: offsetAt(at, world.zone()), op, what, records });
    study.refresh();
  }

  const handlers: Handlers = {
    today: () => today(collection, now()),
    decks: () => deckViews(collection, now()),
    study: ({ deck }) => study.start(deck),
    answer: (input) => study.answer(input),
    bury: ({ card, whole }) => study.bury(card, whole),
    undo: () => study.undo(),
    redo: () => study.redo(),
    checkTyped: ({ card, typed }) => {
      const found = lookup(collection, card);
      return isFault(found) ? found : checkTyped(typed, found.note.fields.Back ?? "");
    },
    cardInfo: async ({ card }) => cardInfo(collection, card, await store.reviewsOf(card), now()),
    note: ({ note }) => noteView(collection, note),
    editNote: async (input) => {
      const note = collection.notes.get(input.note);
      await commit("edit", note ? title(note, 0) : "", editNote(collection, input));
      return noteView(collection, input.note);
    },
    summary: ({ since, deck }) => summary(collection, since, deck, now()),
    settings,
    saveSettings: async (input) => {
      await commit("settings", Object.keys(input).join(", "), saveSettings(collection, input));
      return settings();
    },
    importDeck: async (input) => {
      const text = typeof input.text === "string" ? input.text : readText(input.text);
      const { records, view } = importDeck(collection, { name: input.name, text }, world.now(), world.newId);
      if (view.added + view.changed + view.same + view.problems.length === 0)
        return { code: "emptyDeck", detail: input.name };
      await commit("import", view.decks[0] ?? input.name, records);
      return view;
    },
    exportDeck: ({ deck }) => exportDeck(collection, deck),
    check: async () => ({ folder: world.folder, ...counts(), ...(await store.check()) }),
  };

  const counts = () => ({
    decks: collection.decks.size,
    notes: collection.notes.size,
    cards: [...collection.notes.values()].reduce((sum, note) => sum + ordinals(note).length, 0),
    reviews: [...collection.cards.values()].reduce((sum, card) => sum + card.reps, 0),
  });

  // One call at a time: what a call decides must still be true when its change is on disk.
  let turn: Promise<unknown> = Promise.resolve();
  return {
    call(name, input) {
      const reply = turn.then(() => dispatch(calls, handlers, name, input));
      turn = reply;
      return reply;
    },
    close: () => turn.then(() => store.close()),
  };
}
