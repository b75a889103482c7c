// The one table of what may cross the bridge: input schema and reply. `serve`, the window and the tests all read it.

import * as v from "valibot";
import { browseCalls } from "./calls/browse.ts";
import { clinicCalls } from "./calls/clinic.ts";
import { deckCalls } from "./calls/decks.ts";
import { faceCalls } from "./calls/faces.ts";
import { filteredCalls } from "./calls/filtered.ts";
import { mediaCalls } from "./calls/media.ts";
import { noteCalls } from "./calls/notes.ts";
import { noteTypeCalls } from "./calls/noteTypes.ts";
import { occlusionCalls } from "./calls/occlusion.ts";
import { paceCalls } from "./calls/pace.ts";
import { presetCalls } from "./calls/presets.ts";
import { type Call, id, line, takes } from "./calls/schemas.ts";
import { settingsCalls } from "./calls/settings.ts";
import { studyCalls } from "./calls/study.ts";
import { exportSpec, transferCalls } from "./calls/transfer.ts";
import { writingCalls } from "./calls/writing.ts";
import type { Fault, Reply } from "./faults.ts";
import { type Layout, layout } from "./layout.ts";
import type { FetchView } from "./media.ts";
import type { Exported, MirrorView, Offered, TransferProgress } from "./transfer.ts";

export const calls = {
  ...studyCalls,
  ...filteredCalls,
  ...noteCalls,
  ...writingCalls,
  ...noteTypeCalls,
  ...occlusionCalls,
  ...deckCalls,
  ...clinicCalls,
  ...mediaCalls,
  ...faceCalls,
  ...settingsCalls,
  ...presetCalls,
  ...paceCalls,
  ...browseCalls,
  ...transferCalls,
};

/** Calls that name paths: for the command line alone. */
export const localCalls = {
  /** A file or folder that is to come in. Fault: `file`. */
  offer: takes({ path: line }).returns<Offered>(),
  /** Writes a file, or a folder where the format is one. Faults: `file`, `gone`, `stopped`. */
  exportTo: takes({ spec: exportSpec, path: line }).returns<Exported>(),
};

/** Calls that need a window: served by the shell, absent from the command line. */
export const windowCalls = {
  /** Asks for files, or for one folder; null if the person thought better of it. */
  pickFiles: takes({ folder: v.boolean() }).returns<Offered[] | null>(),
  /** Asks where to, and writes it there; null if the person thought better of it. Faults: `file`, `gone`, `stopped`. */
  exportFile: takes({ spec: exportSpec }).returns<Exported | null>(),
  /** Opens an address in the system's own browser, once the person has said so. */
  openLink: takes({ url: line }).returns<null>(),
  /** Whether a face has the focus: then the keys pressed in it come as events. */
  inFace: takes({ focused: v.boolean() }).returns<null>(),
  /** How the window was arranged; null if nobody did, or nobody knows. */
  layout: takes({}).returns<Layout | null>(),
  /** Remembers it. No change of the data, and so nothing to take back. */
  keepLayout: takes({ layout }).returns<null>(),
  /** Fetches the images that the cards of a card's deck show from the web, once; what it came to. */
  fetchImages: takes({ card: id }).returns<FetchView>(),
  /** Stops that; what has come in by then stays. */
  stopFetching: takes({}).returns<null>(),
  /** The first screen is on the glass. */
  painted: takes({}).returns<null>(),
};

type Table = typeof calls;
type LocalTable = typeof localCalls;
type WindowTable = typeof windowCalls;
export type CallName = keyof Table;
export type AnyCallName = CallName | keyof WindowTable | keyof LocalTable;
type InputOf<C> = C extends Call<infer Input, unknown> ? Input : never;
type ReplyOf<C> = C extends Call<never, infer Reply> ? Reply : C extends { reply?: infer Reply } ? Reply : never;
export type Input<N extends AnyCallName> = InputOf<(Table & WindowTable & LocalTable)[N]>;
export type Value<N extends AnyCallName> = Exclude<ReplyOf<(Table & WindowTable & LocalTable)[N]>, undefined>;

type HandlersOf<Names extends AnyCallName> = {
  [N in Names]: (input: Input<N>) => Value<N> | Fault | Promise<Value<N> | Fault>;
};
export type Handlers = HandlersOf<CallName>;
export type WindowHandlers = HandlersOf<keyof WindowTable>;
export type LocalHandlers = HandlersOf<keyof LocalTable>;

/** As the window's own events have it. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  repeat: boolean;
}

/** What the main process tells the window without being asked. */
export interface Events {
  /** A menu item was chosen: the id of a command (renderer/commands.ts). */
  command: string;
  /** A sentence to show. */
  notice: string;
  /** A key was pressed while a face had the focus. */
  press: Press;
  /** How far the fetching of images has come. */
  fetching: FetchView;
  /** A link was pressed in a face: the address. */
  link: string;
  /** A play button was pressed in the face of that URL: the sound's place on its side. */
  play: { face: string; n: number };
  /** How far a file has come on its way in or out. */
  transfer: TransferProgress;
  /** Files that were opened with Mneme from outside: the person wants to see them now. */
  offered: Offered[];
  /** How it stands with a mirror has changed; nobody asked to see it. */
  mirror: MirrorView;
}

/** What the preload script puts on `window.mneme`. */
export interface Bridge {
  call<N extends AnyCallName>(name: N, input: Input<N>): Promise<Reply<Value<N>>>;
  on<E extends keyof Events>(event: E, listener: (value: Events[E]) => void): () => void;
  /** Files that were dropped into the window. Those without a place on disk are left out. */
  offer(files: readonly unknown[]): Promise<Reply<Offered[]>>;
}
