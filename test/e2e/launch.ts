// Starts the built app in a real Electron, with a data folder of its own.
import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { _electron } from "playwright-core";
import { inject } from "vitest";

const root = resolve(import.meta.dirname, "../..");

interface Options {
  /** A data folder to open again; by default a new one, removed at the end. */
  data?: string;
  /** The time at the start, as an ISO string with offset; by default the real one. */
  clock?: string;
  /** Of the window's content, in CSS pixels. */
  size?: { width: number; height: number };
  theme?: "light" | "dark";
  /** Files that it is started with. */
  files?: string[];
  /** More environment for the app. */
  env?: Record<string, string>;
}

export interface Launched {
  app: ElectronApplication;
  page: Page;
  data: string;
  /** What the app has written to standard error so far. */
  stderr(): string;
  /** Closes the window as a person would, and waits for the process to end. */
  close(): Promise<void>;
  /** SIGKILL to the app and all its children, at once. */
  kill(): Promise<void>;
}

/** A new empty folder; all of them go when the tests end. */
export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), "data-"));

/** Launches the app and waits for its first window to load. */
export async function launch({
  data = temporaryFolder(),
  clock,
  size,
  theme,
  files = [],
  env = {},
}: Options = {}): Promise<Launched> {
  const { ELECTRON_RUN_AS_NODE: _, NODE_ENV: __, NODE_OPTIONS: ___, ...inherited } = process.env;
  const app = await _electron.launch({
    executablePath: inject("electron"),
    args: [root, ...files],
    chromiumSandbox: process.getuid?.() !== 0, // Chromium refuses to sandbox as root
    env: clean({ ...inherited, ...inject("display"), ...env, MNEME_DATA: data, MNEME_CLOCK: clock }),
    ...(theme && { colorScheme: theme }),
    timeout: 30_000,
  });
  const child = app.process();
  let errors = "";
  child.stderr?.on("data", (chunk) => {
    errors += chunk;
  });
  const ended = new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done();
    else child.once("exit", () => done());
  });
  const page = await app.firstWindow();
  if (size) {
    const window = await app.browserWindow(page);
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), size);
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  }
  await page.waitForLoadState("domcontentloaded");
  return {
    app,
    page,
    data,
    stderr: () => errors,
    async close() {
      await app.close();
      await ended;
    },
    async kill() {
      // Playwright starts it in a process group of its own; the children share that.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await ended;
    },
  };
}

const clean = (env: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** axe's violations on what is shown now: rule, and the elements that break it. */
export async function axe(page: Page): Promise<{ rule: string; elements: string[] }[]> {
  await page.evaluate(axeSource); // the content policy refuses a script element
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(document);
    return violations.map(({ id, nodes }) => ({ rule: id, elements: nodes.map((node) => node.html) }));
  });
}

/** Where pictures of the tests go. */
export const shots = join(root, "out/shots");

/** Writes what is shown now to out/shots/<name>.png; the path. */
export async function shot(page: Page, name: string): Promise<string> {
  const path = join(shots, `${name}.png`);
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path });
  return path;
}
