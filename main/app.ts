import { browseHandlers } from "./api/browse.ts";
import { clinicHandlers } from "./api/clinic.ts";
import type { Context, World } from "./api/context.ts";
import { deckHandlers } from "./api/decks.ts";
import { faceHandlers } from "./api/faces.ts";
import { filteredHandlers } from "./api/filtered.ts";
import { mediaHandlers } from "./api/media.ts";
import { noteHandlers } from "./api/notes.ts";
import { noteTypeHandlers } from "./api/noteTypes.ts";
import { occlusionHandlers } from "./api/occlusion.ts";
import { paceHandlers } from "./api/pace.ts";
import { presetHandlers } from "./api/presets.ts";
import { settingsHandlers } from "./api/settings.ts";
import { studyHandlers } from "./api/study.ts";
import { transferHandlers } from "./api/transfer.ts";
import { writingHandlers } from "./api/writing.ts";
import { Browse } from "./browse.ts";
import { transferCalls } from "./contract/calls/transfer.ts";
import { calls, type Handlers, type LocalHandlers, localCalls } from "./contract/calls.ts";
import { dispatch } from "./contract/dispatch.ts";
import { Failure, type Fault, isFault, type Reply } from "./contract/faults.ts";
import type { FetchView } from "./contract/media.ts";
import type { CardId, Op, Records } from "./contract/shapes.ts";
import type { Exported, ExportSpec, Offered } from "./contract/transfer.ts";
import { settingsOf } from "./core/collection.ts";
import { keepFetched, remoteView } from "./core/media/remote.ts";
import { offsetAt } from "./core/schedule/day.ts";
import type { Moment } from "./core/schedule/moment.ts";
import { Exporting } from "./exporting.ts";
import { Faces } from "./faces.ts";
import { type Fetching, fetchImages } from "./fetchImages.ts";
import { Mirrors } from "./mirrors.ts";
import { OfferedFiles } from "./offered.ts";
import type { Store } from "./store/store.ts";
import { Study } from "./study.ts";
import { type TransferOptions, Transfers } from "./transfers.ts";
import { warm } from "./warm.ts";

export type { World } from "./api/context.ts";

export interface App {
  /** Runs a call that came from outside: parsed, one at a time, never throws. */
  call(name: unknown, input: unknown): Promise<Reply<unknown>>;
  /** The same, and the calls that name paths: for the command line, and never for the window. */
  localCall(name: unknown, input: unknown): Promise<Reply<unknown>>;
  /** What is looked at besides calls: faces in frames, and media. */
  faces: Faces;
  /** Fetches the images of the web that a card's deck shows, as one change at the end. Calls go on meanwhile. Throws faults. */
  fetchImages(card: CardId, fetching: Pick<Fetching, "allowed" | "signal" | "progress">): Promise<FetchView>;
  /** A file that the person pointed at, by its path. Throws the fault `file`. */
  offer(path: string): Promise<Offered>;
  /** Writes an export, which may take long; calls go on meanwhile. Throws faults. */
  exportTo(spec: ExportSpec, path: string): Promise<Exported>;
  /** Ends whatever is on its way in or out, with the fault `stopped`: the window that began it is gone, or the terminal. */
  stopTransfers(): Promise<void>;
  /** Waits for the calls under way, then closes the store. */
  close(): Promise<void>;
}

/** The API over an open store: for each call one core function, then a commit. */
export function createApp(store: Store, world: World, options: TransferOptions): App {
  const { collection } = store;
  const now = (): Moment => ({
    ms: world.now(),
    calendar: { zone: world.zone(), rolloverHour: settingsOf(collection).rolloverHour },
  });
  const study = new Study(store, now);

  async function commit(op: Op, what: string, records: Records | Fault): Promise<void> {
    if (isFault(records)) throw new Failure(records);
    if (Object.keys(records).length === 0) return;
    const at = world.now();
    await store.commit({ at, offset: offsetAt(at, world.zone()), op, what, records });
    study.refresh();
  }

  const faces = new Faces(store);
  // One call at a time: what a call decides must still be true when its change is on disk.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }

  const transfers = new Transfers(options, () => ({ ms: world.now(), zone: world.zone() }));
  store.onCommit((records) => transfers.tell({ records }));
  const exporting = new Exporting(transfers, store);
  const offered = new OfferedFiles(world.newId);
  const mirrors = new Mirrors({ store, transfers, offered, tell: (view) => options.mirror?.(view) });
  const browse = new Browse(
    () => ({ collection, now: now(), current: study.deck }),
    () => store.reviewLog(),
    world.newId,
  );
  const context: Context = {
    ...{ store, collection, world, study, browse, faces, now, commit },
    ...{ transfers, exporting, offered, mirrors, inTurn },
  };
  const handlers: Handlers = {
    ...studyHandlers(context),
    ...filteredHandlers(context),
    ...noteHandlers(context),
    ...writingHandlers(context),
    ...noteTypeHandlers(context),
    ...occlusionHandlers(),
    ...deckHandlers(context),
    ...clinicHandlers(context),
    ...mediaHandlers(context),
    ...faceHandlers(context),
    ...settingsHandlers(context),
    ...presetHandlers(context),
    ...paceHandlers(context),
    ...browseHandlers(context),
    ...transferHandlers(context),
  };

  const cool = warm(collection);

  // Files take their time, and take a turn themselves for the moment in which a change is made.
  const isTransfer = (name: unknown) => typeof name === "string" && Object.hasOwn(transferCalls, name);
  const call: App["call"] = (name, input) => {
    const run = () => dispatch(calls, handlers, name, input);
    return isTransfer(name) ? run() : inTurn(run);
  };
  const localHandlers: LocalHandlers = {
    offer: ({ path }) => offered.offer(path),
    exportTo: ({ spec, path }) => exporting.write(spec, path),
  };
  return {
    faces,
    call,
    localCall: (name, input) =>
      typeof name === "string" && Object.hasOwn(localCalls, name)
        ? dispatch(localCalls, localHandlers, name, input)
        : call(name, input),
    offer: (path) => offered.offer(path),
    exportTo: (spec, path) => exporting.write(spec, path),
    async fetchImages(card, fetching) {
      const remote = remoteView(collection, card);
      if (isFault(remote)) throw new Failure(remote);
      const put = (bytes: Uint8Array) => store.putMedia(bytes);
      const { images, view } = await fetchImages(remote.urls, { ...fetching, put, now: world.now });
      await inTurn(() => commit("media", remote.deck.join("::"), keepFetched(collection, images)));
      return view;
    },
    stopTransfers: () => transfers.endAll(),
    close: () => {
      cool();
      return mirrors
        .close()
        .then(() => transfers.close())
        .then(() => turn)
        .then(() => store.close());
    },
  };
}
