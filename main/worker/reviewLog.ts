// The entry of a worker thread: reads the log of all reviews while the main thread goes on answering.
import { parentPort, workerData } from "node:worker_threads";
import { packLog, readReviewLog } from "../store/readReviewLog.ts";

const packed = packLog(await readReviewLog(workerData));
parentPort?.postMessage(packed, [packed.counts.buffer as ArrayBuffer, packed.reviews.buffer as ArrayBuffer]);
