import { app, utilityProcess } from "electron";

const saidAtMost = 4_000;

/**
 * Begins the process of a transfer beside the app's own. `script`: path of the built main/worker/transfer.ts. No flag can limit
 * the heap of such a process (measured: it stays at 4 GB), so whoever began it watches its memory.
 */
export const forkUtility = (script: string) => () => {
  const child = utilityProcess.fork(script, [], {
    serviceName: "Mneme transfer",
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-saidAtMost);
  });
  return {
    post: (message: unknown) => child.postMessage(message),
    onMessage: (heard: (message: never) => void) => void child.on("message", (message) => heard(message as never)),
    onExit: (ended: (said: string) => void) => void child.once("exit", () => ended(said)),
    kill: () => end(child),
    memory: () => workingSet(child.pid),
  };
};

function workingSet(pid: number | undefined): number | null {
  const metric = pid === undefined ? undefined : app.getAppMetrics().find((each) => each.pid === pid);
  return metric ? metric.memory.workingSetSize * 1_024 : null;
}

/** At once: one that is busy would hear a polite request only when it is done. */
function end(child: Electron.UtilityProcess): void {
  const { pid } = child;
  if (pid === undefined || process.platform === "win32") child.kill();
  else
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It is gone already.
    }
}
