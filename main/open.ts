import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type App, createApp, type World } from "./app.ts";
import { clock, zone } from "./clock.ts";
import { collectionFolder } from "./folder.ts";
import type { Compaction } from "./store/compact.ts";
import { openStore } from "./store/store.ts";
import { welcome } from "./welcome.ts";

export interface Opened {
  app: App;
  /** What was found and mended at opening, in sentences for the person. */
  problems: readonly string[];
}

/** Opens the data in that folder and gives the API over it. Throws a Failure if it cannot, and lets go of the folder. */
export async function openApp(data: string, version: string, clockStart: string | undefined): Promise<Opened> {
  const folder = collectionFolder(data);
  const world: World = { now: clock(clockStart), zone, newId: randomUUID, folder: data, version };
  const store = await openStore(folder, { compact: compactInWorker, now: world.now });
  try {
    await welcome(store, world);
  } catch (error) {
    await store.close();
    throw error;
  }
  return { app: createApp(store, world), problems: store.problems };
}

function compactInWorker(task: Compaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL("./compact.js", import.meta.url)), { workerData: task });
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`compaction ended with code ${code}`))));
  });
}
