import { join } from "node:path";
import { app, BrowserWindow, dialog, nativeTheme } from "electron";
import type { Events } from "../contract/calls.ts";
import { lastBounds, rememberBounds } from "./bounds.ts";
import { home } from "./home.ts";
import { revive } from "./revive.ts";

/** The paper of both themes, so that the first frame does not flash. */
const paper = { light: "#fcfaf7", dark: "#121418" };

/** Makes the one window, without its page. `preload` is the path of the preload script. */
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
  revive(window, () => loadPage(window));
  return window;
}

/** Loads the page; rejects if it cannot be loaded, unless the window was closed meanwhile. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(home.page).catch((error: Error) => {
    if (!window.isDestroyed()) throw error;
  });
}

/** Shows the window to whoever starts Mneme once more. If it is closing just now, Mneme starts again after its end. */
export function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) {
    app.relaunch();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
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
