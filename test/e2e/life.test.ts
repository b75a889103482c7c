// How the window begins and ends, and what follows it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, inject, it } from "vitest";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { ahead, ask, place } from "./drive.ts";
import { type Launched, launch, temporaryFolder } from "./launch.ts";

let running: Launched | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Starts Mneme as a person would, without anybody who drives it. */
function start(data: string, env: Record<string, string> = {}) {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return spawn(inject("electron"), [...root, "."], {
    env: { ...process.env, ...inject("display"), ...env, MNEME_DATA: data },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Starts Mneme once more with the same data; its exit code. */
const startAgain = (data: string): Promise<number | null> => new Promise((done) => start(data).once("exit", done));

it("a second start gives way to the first window, and brings it forward", async () => {
  running = await launch();
  const { app, page, data } = running;
  await place(page);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => {
    w.blur();
    w.once("focus", () => w.setTitle("forward"));
  });
  expect(await startAgain(data)).toBe(0);
  await expect.poll(() => window.evaluate((w) => w.getTitle())).toBe("forward");
  expect(await place(page)).toBe("today");
});

it("a second start while the first is closing starts Mneme again after it", async () => {
  running = await launch();
  const { app, page, data } = running;
  await place(page);
  await app.evaluate(({ app, BrowserWindow }) => {
    // As long as somebody listens, the app stays without its window.
    app.on("window-all-closed", () => {});
    app.relaunch = () => app.setName("relaunched");
    BrowserWindow.getAllWindows()[0]?.destroy();
  });
  expect(await startAgain(data)).toBe(0);
  await expect.poll(() => app.evaluate(({ app }) => app.getName())).toBe("relaunched");
});

it("closing waits for the answer under way", async () => {
  running = await launch();
  const { page, data } = running;
  const [card] = await ahead(page);
  if (!card) throw new Error("no card");
  await page.evaluate(
    async ({ card, seen }) => {
      const { mneme } = window as unknown as { mneme: { call(name: string, input: unknown): Promise<unknown> } };
      // Calls run one after the other: the answer has to wait for these.
      for (let i = 0; i < 50; i++) void mneme.call("check", {});
      void mneme.call("answer", { card, seen, grade: 3, tookMs: 1_000 });
      await mneme.call("painted", {}); // by now they have all arrived
    },
    { card: card.card, seen: card.seen },
  );
  await running.close();
  running = undefined;
  expect(existsSync(join(collectionFolder(data), "lock"))).toBe(false);
  const store = await openStore(collectionFolder(data), { compact, now: Date.now });
  const reps = store.collection.cards.get(card.card)?.reps;
  await store.close();
  expect(reps).toBe(1);
});

it("asked to end by the system, it lets go of the data first", async () => {
  running = await launch();
  const { app, page, data } = running;
  const lock = join(collectionFolder(data), "lock");
  await place(page);
  expect(existsSync(lock)).toBe(true);
  const child = app.process();
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  await ended;
  running = undefined;
  expect(existsSync(lock)).toBe(false);
});

it("the theme of window and menus follows the setting, also when it is undone", async () => {
  running = await launch();
  const { app, page, data } = running;
  const theme = (launched: Launched) => launched.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  await place(page);
  expect(await theme(running)).toBe("system");
  await ask(page, "saveSettings", { theme: "dark" });
  expect(await theme(running)).toBe("dark");
  await ask(page, "undo");
  expect(await theme(running)).toBe("system");
  await ask(page, "redo");
  expect(await theme(running)).toBe("dark");
  await app.close();
  running = await launch({ data });
  await place(running.page);
  expect(await theme(running)).toBe("dark");
});

it("a data folder that cannot be used leaves another Mneme's folder alone", async () => {
  const folder = temporaryFolder();
  const home = temporaryFolder();
  await writeFile(join(folder, "file"), "");
  running = await launch({ data: join(folder, "file", "inside"), env: { XDG_CONFIG_HOME: home } });
  const { app, page } = running;
  await page.locator("main [role=alert]").waitFor();
  const used = await app.evaluate(({ app }) => app.getPath("userData"));
  expect(used.startsWith(join(tmpdir(), "mneme-"))).toBe(true);
  expect(await readdir(home)).not.toContain("Mneme");
});

it("a page that cannot be loaded is told, instead of a window that never shows", async () => {
  // Port 9 of this machine: a development server that is not there.
  const app = start(temporaryFolder(), { ELECTRON_RENDERER_URL: "http://127.0.0.1:9/" });
  let said = "";
  app.stderr.on("data", (text) => {
    said += text;
  });
  try {
    await expect.poll(() => said, { timeout: 15_000 }).toMatch(/^Mneme could not start: ERR_/m);
  } finally {
    app.kill("SIGKILL"); // the dialog would wait for somebody
    await new Promise((done) => app.once("exit", done));
  }
});
