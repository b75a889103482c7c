import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type App, createApp, type World } from "./app.ts";
import { clock, zone } from "./clock.ts";
import { collectionFolder } from "./folder.ts";
import type { Compaction } from "./store/compact.ts";
import { openStore } from "./store/store.ts";
import { welcome } from "./welcome.ts";

/** Opens the data in that folder and gives the API over it. Throws a Failure if the folder cannot be used. */
export async function openApp(
  data: string,
  version: string,
  clockStart: string | undefined,
): Promise<{ app: App; problems: readonly string[] }> {
  const folder = collectionFolder(data);
  const world: World = { now: clock(clockStart), zone, newId: randomUUID, folder: data, version };
  const store = await openStore(folder, { compact: compactInWorker, now: world.now });
  await welcome(store, world);
  return { app: createApp(store, world), problems: store.problems };
}

function compactInWorker(task: Compaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL("./compact.js", import.meta.url)), { workerData: task });
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`compaction ended with code ${code}`))));
  });
}
