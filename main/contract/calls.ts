// The one table of what may cross the bridge: input schema and reply. `serve`, the window and the tests all read it.
import * as v from "valibot";
import type { Fault, Reply } from "./faults.ts";
import type {
  CardInfoView,
  CheckView,
  DeckView,
  ExportView,
  ImportedFile,
  ImportView,
  NoteView,
  SessionView,
  SettingsView,
  SummaryView,
  TodayView,
  TypedView,
  UndoView,
} from "./views.ts";

export interface Call<Input, Reply> {
  input: v.GenericSchema<unknown, Input>;
  /** Never present: it carries the type. */
  reply?: Reply;
}

const takes = <E extends v.ObjectEntries>(entries: E) => {
  const input = v.strictObject(entries);
  return { returns: <Reply>(): Call<v.InferOutput<typeof input>, Reply> => ({ input }) };
};

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const line = v.pipe(v.string(), v.maxLength(1_000));
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const file = v.pipe(v.string(), v.maxLength(50_000_000));
const bytes = v.pipe(v.instance(Uint8Array), v.maxLength(50_000_000));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const instant = whole(0, 8.64e15);
const deck = v.nullable(id);

export const calls = {
  today: takes({}).returns<TodayView>(),
  decks: takes({}).returns<DeckView[]>(),
  study: takes({ deck }).returns<SessionView>(),
  answer: takes({
    card: id,
    seen: v.strictObject({ reps: whole(0, 1e9), at: instant }),
    grade: v.picklist([1, 2, 3, 4]),
    tookMs: whole(0, 1e9),
  }).returns<SessionView>(),
  bury: takes({ card: id, whole: v.boolean() }).returns<SessionView>(),
  undo: takes({}).returns<UndoView>(),
  redo: takes({}).returns<UndoView>(),
  checkTyped: takes({ card: id, typed: text }).returns<TypedView>(),
  cardInfo: takes({ card: id }).returns<CardInfoView>(),
  note: takes({ note: id }).returns<NoteView>(),
  editNote: takes({
    note: id,
    fields: v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(100)), text),
    tags: v.pipe(v.array(line), v.maxLength(1_000)),
  }).returns<NoteView>(),
  summary: takes({ since: instant, deck }).returns<SummaryView>(),
  settings: takes({}).returns<SettingsView>(),
  saveSettings: takes({
    theme: v.optional(v.picklist(["system", "light", "dark"])),
    rolloverHour: v.optional(v.number()),
    desiredRetention: v.optional(v.number()),
    newPerDay: v.optional(v.number()),
    reviewsPerDay: v.optional(v.number()),
    learningSteps: v.optional(line),
    relearningSteps: v.optional(line),
    learnAhead: v.optional(v.number()),
    maximumInterval: v.optional(v.number()),
  }).returns<SettingsView>(),
  /** `text` may be the bytes of a file: then its encoding is found out, or refused. */
  importDeck: takes({ name: line, text: v.union([file, bytes]) }).returns<ImportView>(),
  exportDeck: takes({ deck: id }).returns<ExportView>(),
  check: takes({}).returns<CheckView>(),
};

/** Calls that need a window: served by the shell, absent from the command line. */
export const windowCalls = {
  /** Asks for files and imports them; null if the person thought better of it. */
  pickDeck: takes({}).returns<ImportedFile[] | null>(),
  /** Asks where to put it; the path, or null. */
  saveDeck: takes({ deck: id }).returns<string | null>(),
  /** The first screen is on the glass. */
  painted: takes({}).returns<null>(),
};

type Table = typeof calls;
type WindowTable = typeof windowCalls;
export type CallName = keyof Table;
export type AnyCallName = CallName | keyof WindowTable;
type InputOf<C> = C extends Call<infer Input, unknown> ? Input : never;
type ReplyOf<C> = C extends Call<never, infer Reply> ? Reply : C extends { reply?: infer Reply } ? Reply : never;
export type Input<N extends AnyCallName> = InputOf<(Table & WindowTable)[N]>;
export type Value<N extends AnyCallName> = Exclude<ReplyOf<(Table & WindowTable)[N]>, undefined>;

type HandlersOf<Names extends AnyCallName> = {
  [N in Names]: (input: Input<N>) => Value<N> | Fault | Promise<Value<N> | Fault>;
};
export type Handlers = HandlersOf<CallName>;
export type WindowHandlers = HandlersOf<keyof WindowTable>;

/** What the main process tells the window without being asked. */
export interface Events {
  /** A menu item was chosen: the id of a command (renderer/commands.ts). */
  command: string;
  /** A sentence to show. */
  notice: string;
}

/** What the preload script puts on `window.mneme`. */
export interface Bridge {
  call<N extends AnyCallName>(name: N, input: Input<N>): Promise<Reply<Value<N>>>;
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
}
