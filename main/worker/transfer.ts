// The entry of a process of its own: reads and writes files of other programs, so that nothing in them can hold up or harm the app.
import { randomUUID } from "node:crypto";
import type { FromProcess, ToProcess } from "../transfer/messages.ts";
import { serveTransfer } from "../transfer/serve.ts";

/** Electron's end of the line in a utility process; in plain Node there is the one of `fork`. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: "message", heard: (event: { data: unknown }) => void): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
if (!parentPort) {
  process.once("disconnect", () => process.exit());
  // Ctrl+C reaches everything that a terminal began; the app ends this process itself.
  process.on("SIGINT", () => {});
}

serveTransfer(
  {
    post: (message: FromProcess) => void (parentPort ? parentPort.postMessage(message) : process.send?.(message)),
    listen(heard) {
      if (parentPort) parentPort.on("message", ({ data }) => heard(data as ToProcess));
      else process.on("message", (message) => heard(message as ToProcess));
    },
    signal: new AbortController().signal,
  },
  randomUUID,
);
