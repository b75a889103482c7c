// Once before all tests in a window: Electron, a current build, and a display.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { build } from "../../.scripts/build.mjs";
import { hasDisplay, openDisplay } from "../../.scripts/display.mjs";
import { findElectron } from "../../.scripts/electron.mjs";
import { ensureSystem } from "../../.scripts/system.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Electron's executable. */
    electron: string;
    /** What launched apps need in their environment to find the display. */
    display: Record<string, string>;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const electron = await findElectron();
  const obstacle = ensureSystem(electron.path);
  if (obstacle) throw new Error(obstacle);
  if (!build()) throw new Error("The build failed; its output is above.");
  const display = hasDisplay() ? null : await openDisplay();
  const scratch = mkdtempSync(join(tmpdir(), "mneme-e2e-"));
  process.env.TMPDIR = scratch; // of the workers, and of the apps that they start and kill
  project.provide("electron", electron.path);
  project.provide("display", display ? { DISPLAY: display.name } : {});
  return () => {
    display?.close();
    rmSync(scratch, { recursive: true, force: true });
  };
}
