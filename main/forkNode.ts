import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Child, Fork } from "./transferProcess.ts";

const saidAtMost = 4_000;

/** Begins the process of a transfer in plain Node. `script`: path of the built main/worker/transfer.ts. */
export const forkNode =
  (script: string): Fork =>
  (heap): Child => {
    const child = fork(script, {
      serialization: "advanced",
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    let said = "";
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-saidAtMost);
    });
    let over = false;
    return {
      // A process that is gone says so by its end, not by what it could not be told.
      post: (message) => void (child.connected && child.send(message, () => {})),
      onMessage: (heard) => void child.on("message", heard),
      onExit(ended) {
        const end = () => {
          if (!over) ended(said);
          over = true;
        };
        child.once("error", end).once("close", end);
      },
      kill: () => void child.kill("SIGKILL"),
      memory: () => residentBytes(child.pid),
    };
  };

/** Linux tells of any process; elsewhere nobody does without a program of its own, and the limit of the heap has to do. */
function residentBytes(pid: number | undefined): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1_024;
  } catch {
    return null;
  }
}
