// The real API over a real store in a folder of its own, for tests that close and open it again.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, createApp, type World } from "../../main/app.ts";
import type { CallName, Input, Value } from "../../main/contract/calls.ts";
import type { Reply } from "../../main/contract/faults.ts";
import type { FetchView } from "../../main/contract/media.ts";
import type { Exported, ExportSpec, Offered } from "../../main/contract/transfer.ts";
import type { Collection } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import type { Open } from "../../main/store/segment.ts";
import { openStore } from "../../main/store/store.ts";
import type { TransferOptions } from "../../main/transfers.ts";
import { welcome } from "../../main/welcome.ts";
import { inProcess } from "./inProcess.ts";

export interface Opened {
  folder: string;
  /** The app's clock, in epoch milliseconds: move it at will. */
  clock: { ms: number };
  /** What the store holds, to look at and not to touch. */
  collection(): Collection;
  call(name: string, input: unknown): Promise<Reply<unknown>>;
  offer(path: string): Promise<Offered>;
  exportTo(spec: ExportSpec, path: string): Promise<Exported>;
  fetchImages(card: string, allowed: (address: string) => boolean, signal: AbortSignal): Promise<FetchView>;
  /** The value of a call, or an exception with its sentence. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Value<N>>;
  close(): Promise<void>;
  /** Closes it if need be, and opens the folder again. */
  reopen(): Promise<void>;
  /** Closes it and removes the folder. */
  end(): Promise<void>;
}

export async function opened(
  start: string,
  compactAfter = 2_000,
  open?: Open,
  transfer: TransferOptions = { fork: inProcess },
): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), "mneme-app-"));
  const clock = { ms: Date.parse(start) };
  let ids = 0;
  const world: World = {
    now: () => clock.ms,
    zone: () => "Europe/Berlin",
    newId: () => `id-${ids++}`,
    folder,
    version: "0",
  };
  let app: App;
  let collection: Collection;
  const begin = async () => {
    const store = await openStore(folder, { compact, now: world.now, compactAfter, ...(open && { open }) });
    await welcome(store, world);
    collection = store.collection;
    app = createApp(store, world, transfer);
  };
  await begin();
  return {
    folder,
    clock,
    collection: () => collection,
    call: (name, input) => app.call(name, input),
    offer: (path) => app.offer(path),
    exportTo: (spec, path) => app.exportTo(spec, path),
    fetchImages: (card, allowed, signal) => app.fetchImages(card, { allowed, signal, progress: () => {} }),
    async ask(name, input) {
      const reply = await app.call(name, input);
      if (!reply.ok) throw new Error(reply.say);
      return reply.value as Value<typeof name>;
    },
    close: () => app.close(),
    async reopen() {
      await app.close();
      await begin();
    },
    async end() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}
