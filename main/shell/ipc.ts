import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { refuse } from "../contract/dispatch.ts";
import type { Reply } from "../contract/faults.ts";
import { home } from "./home.ts";
import { isTrusted } from "./origin.ts";

/** Lets the window's own top frame, and nothing else, make calls. */
export function serveCalls(run: (name: unknown, input: unknown) => Promise<Reply<unknown>>): void {
  ipcMain.handle("call", (event: IpcMainInvokeEvent, name: unknown, input: unknown) =>
    isTrusted(event, home) ? run(name, input) : refuse({ code: "unknownCall", detail: "from a foreign frame" }),
  );
}
