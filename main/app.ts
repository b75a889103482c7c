import { browseHandlers } from "./api/browse.ts";
import type { Context, World } from "./api/context.ts";
import { deckHandlers } from "./api/decks.ts";
import { faceHandlers } from "./api/faces.ts";
import { mediaHandlers } from "./api/media.ts";
import { noteHandlers } from "./api/notes.ts";
import { noteTypeHandlers } from "./api/noteTypes.ts";
import { occlusionHandlers } from "./api/occlusion.ts";
import { settingsHandlers } from "./api/settings.ts";
import { studyHandlers } from "./api/study.ts";
import { writingHandlers } from "./api/writing.ts";
import { calls, type Handlers } from "./contract/calls.ts";
import { dispatch } from "./contract/dispatch.ts";
import { Failure, type Fault, isFault, type Reply } from "./contract/faults.ts";
import type { FetchView } from "./contract/media.ts";
import type { CardId, Op, Records } from "./contract/shapes.ts";
import { settingsOf } from "./core/collection.ts";
import { keepFetched, remoteView } from "./core/media/remote.ts";
import { offsetAt } from "./core/schedule/day.ts";
import type { Moment } from "./core/schedule/moment.ts";
import { Faces } from "./faces.ts";
import { type Fetching, fetchImages } from "./fetchImages.ts";
import type { Store } from "./store/store.ts";
import { Study } from "./study.ts";
import { warm } from "./warm.ts";

export type { World } from "./api/context.ts";

export interface App {
  /** Runs a call that came from outside: parsed, one at a time, never throws. */
  call(name: unknown, input: unknown): Promise<Reply<unknown>>;
  /** What is looked at besides calls: faces in frames, and media. */
  faces: Faces;
  /** Fetches the images of the web that a card's deck shows, as one change at the end. Calls go on meanwhile. Throws faults. */
  fetchImages(card: CardId, fetching: Pick<Fetching, "allowed" | "signal" | "progress">): Promise<FetchView>;
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

  async function commit(op: Op, what: string, records: Records | Fault): Promise<void> {
    if (isFault(records)) throw new Failure(records);
    if (Object.keys(records).length === 0) return;
    const at = world.now();
    await store.commit({ at, offset: offsetAt(at, world.zone()), op, what, records });
    study.refresh();
  }

  const faces = new Faces(store);
  const context: Context = { store, collection, world, study, faces, now, commit };
  const handlers: Handlers = {
    ...studyHandlers(context),
    ...noteHandlers(context),
    ...writingHandlers(context),
    ...noteTypeHandlers(context),
    ...occlusionHandlers(),
    ...deckHandlers(context),
    ...mediaHandlers(context),
    ...faceHandlers(context),
    ...settingsHandlers(context),
    ...browseHandlers(context),
  };

  const cool = warm(collection);

  // One call at a time: what a call decides must still be true when its change is on disk.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => {});
    return done;
  }
  return {
    faces,
    call: (name, input) => inTurn(() => dispatch(calls, handlers, name, input)),
    async fetchImages(card, fetching) {
      const remote = remoteView(collection, card);
      if (isFault(remote)) throw new Failure(remote);
      const put = (bytes: Uint8Array) => store.putMedia(bytes);
      const { images, view } = await fetchImages(remote.urls, { ...fetching, put, now: world.now });
      await inTurn(() => commit("media", remote.deck.join("::"), keepFetched(collection, images)));
      return view;
    },
    close: () => {
      cool();
      return turn.then(() => store.close());
    },
  };
}
