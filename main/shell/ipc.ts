import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { refuse } from "../contract/dispatch.ts";
import type { Reply } from "../contract/faults.ts";
import { home } from "./home.ts";
import { isTrusted } from "./origin.ts";

/** Files in one drop. */
const mostOffered = 1_000;

/** Lets the window's own top frame, and nothing else, make calls. */
export function serveCalls(run: (name: unknown, input: unknown) => Promise<Reply<unknown>>): void {
  ipcMain.handle("call", (event: IpcMainInvokeEvent, name: unknown, input: unknown) =>
    isTrusted(event, home) ? run(name, input) : refuse({ code: "unknownCall", detail: "from a foreign frame" }),
  );
}

/** Takes the paths of files that were dropped into the window: the preload script asks the browser for them, the page cannot. */
export function serveOffers(offer: (paths: string[]) => Promise<Reply<unknown>>): void {
  ipcMain.handle("offer", (event: IpcMainInvokeEvent, paths: unknown) => {
    if (!isTrusted(event, home)) return refuse({ code: "unknownCall", detail: "from a foreign frame" });
    if (!Array.isArray(paths) || paths.length > mostOffered || !paths.every((path) => typeof path === "string"))
      return refuse({ code: "badInput", detail: `at most ${mostOffered} files at once` });
    return offer(paths);
  });
}
