// The entry of a worker thread: writes the snapshot anew while the main thread goes on answering.
import { workerData } from "node:worker_threads";
import { compact } from "../store/compact.ts";

await compact(workerData);
