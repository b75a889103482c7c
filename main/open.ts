import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type App, createApp, type World } from "./app.ts";
import { clock, zone } from "./clock.ts";
import type { ReviewLog } from "./core/search/reviewLog.ts";
import { collectionFolder } from "./folder.ts";
import type { Compaction } from "./store/compact.ts";
import { type PackedLog, unpackLog } from "./store/readReviewLog.ts";
import { openStore } from "./store/store.ts";
import type { TransferOptions } from "./transfers.ts";
import { welcome } from "./welcome.ts";

export interface Opened {
  app: App;
  /** What was found and mended at opening, in sentences for the person. */
  problems: readonly string[];
}

/** Opens the data in that folder and gives the API over it. Throws a Failure if it cannot, and lets go of the folder. */
export async function openApp(
  data: string,
  version: string,
  clockStart: string | undefined,
  transfer: TransferOptions,
): Promise<Opened> {
  const folder = collectionFolder(data);
  const world: World = { now: clock(clockStart), zone, newId: randomUUID, folder: data, version };
  const store = await openStore(folder, {
    compact: compactInWorker,
    readReviewLog: readLogInWorker,
    now: world.now,
  });
  try {
    await welcome(store, world);
  } catch (error) {
    await store.close();
    throw error;
  }
  return { app: createApp(store, world, transfer), problems: store.problems };
}

/** Path of the built main/worker/transfer.ts. */
export const transferScript = (): string => fileURLToPath(new URL("./transfer.js", import.meta.url));

/** Runs a worker thread to its end; what it said last. */
function inWorker(file: string, workerData: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(new URL(file, import.meta.url)), { workerData });
    let said: unknown;
    worker.on("message", (message) => {
      said = message;
    });
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`${file} ended with code ${code}`))));
  });
}

async function compactInWorker(task: Compaction): Promise<void> {
  await inWorker("./compact.js", task);
}

const readLogInWorker = async (folder: string): Promise<ReviewLog> =>
  unpackLog((await inWorker("./reviewLog.js", folder)) as PackedLog);
