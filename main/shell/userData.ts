import { accessSync, constants, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app } from "electron";

/**
 * Lets Chromium keep its own files, and the lock that makes us the only instance, in the data folder. If that cannot be
 * used, in one of passage: Electron's default may belong to another Mneme, whose lock would end this one without a word.
 * Must run before the lock is asked for. Opening the store meets the same fault and says it.
 */
export function keepUserDataIn(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    app.setPath("userData", folder);
  } catch {
    // It stays behind: Chromium writes there until the very end of the process.
    app.setPath("userData", mkdtempSync(join(tmpdir(), "mneme-")));
  }
}
