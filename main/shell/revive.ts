import { app, type BrowserWindow, dialog } from "electron";

/** Milliseconds: a page that dies again so soon would die for ever. */
const soon = 10_000;

/**
 * Loads the page again when its process has died: the main process has everything that was acknowledged. If that does not
 * help, the person is told so and the app ends.
 */
export function revive(window: BrowserWindow, load: () => Promise<void>): void {
  let died = Number.NEGATIVE_INFINITY;
  let over = false;
  const giveUp = async () => {
    if (over) return;
    over = true;
    await dialog.showMessageBox({
      type: "error",
      title: "Mneme",
      message: "The window stopped working twice.",
      detail: "Every answer that was acknowledged is saved. Mneme closes now; please open it again.",
    });
    app.quit();
  };
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const now = performance.now();
    const again = now - died < soon;
    died = now;
    void (again ? giveUp() : load().catch(giveUp));
  });
}
