import { type IpcMainInvokeEvent, ipcMain } from "electron";
import { refuse } from "../contract/dispatch.ts";
import type { Reply } from "../contract/faults.ts";
import { isOurs } from "./origin.ts";

/** Lets the window's own top frame, and nothing else, make calls. */
export function serveCalls(run: (name: unknown, input: unknown) => Promise<Reply<unknown>>): void {
  ipcMain.handle("call", (event: IpcMainInvokeEvent, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const trusted = frame !== null && frame === event.sender.mainFrame && isOurs(frame.url);
    return trusted ? run(name, input) : refuse({ code: "unknownCall", detail: "from a foreign frame" });
  });
}
