import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme } from "electron";
import type { Events } from "../contract/calls.ts";
import { lastBounds, rememberBounds } from "./bounds.ts";
import { pageUrl } from "./origin.ts";

/** The paper of both themes, so that the first frame does not flash. */
const paper = { light: "#fcfaf7", dark: "#121418" };

/** Opens the one window. `preload` is the path of the preload script. */
export function openWindow(preload: string): BrowserWindow {
  const boundsFile = join(app.getPath("userData"), "window.json");
  const window = new BrowserWindow({
    width: 1120,
    height: 760,
    ...lastBounds(boundsFile),
    minWidth: 720,
    minHeight: 540,
    title: "Mneme",
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once("ready-to-show", () => window.show());
  rememberBounds(window, boundsFile);
  // The page holds back while a note is half written.
  window.webContents.on("will-prevent-unload", (event) => {
    if (mayDiscard(window)) event.preventDefault();
  });
  // Whatever happened there, the main process has everything that was acknowledged.
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") void window.loadURL(pageUrl(app.isPackaged));
  });
  void window.loadURL(pageUrl(app.isPackaged));
  return window;
}

function mayDiscard(window: BrowserWindow): boolean {
  const keep = 0;
  const choice = dialog.showMessageBoxSync(window, {
    type: "question",
    message: "The note is not saved yet.",
    detail: "Everything else is safe.",
    buttons: ["Keep editing", "Discard the text"],
    defaultId: keep,
    cancelId: keep,
  });
  return choice !== keep;
}

/** Tells every window something it did not ask for. */
export function tell<E extends keyof Events>(event: E, value: Events[E]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send("event", event, value);
}
