// What a person sees when something is wrong: a clear sentence, and the way on.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import type { TodayView } from "../../main/contract/views.ts";
import { ask, begin, dropFiles, place, question, show, study } from "./drive.ts";
import { type Launched, launch, temporaryFolder } from "./launch.ts";

let running: Launched | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

it("a data folder that cannot be written is named, and used as soon as it can be", async () => {
  const data = temporaryFolder();
  await writeFile(join(data, "collection"), "a file is in the way");
  running = await launch({ data });
  const { page, stderr } = running;
  const alert = page.locator("main [role=alert]");
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/cannot use its data folder.*Nothing was changed/);
  const again = page.getByRole("button", { name: /again/i });
  await again.press("Enter");
  await expect.poll(stderr).toMatch(/cannot use its data folder/);
  await rm(join(data, "collection"));
  await again.press("Enter");
  expect(await place(page)).toBe("today");
  await begin(page);
});

it("a window whose renderer crashes comes back, with every answer", async () => {
  running = await launch();
  const { app, page } = running;
  await begin(page);
  await study(page, 3);
  await expect.poll(async () => (await ask<TodayView>(page, "today")).past.at(-1)).toBe(1);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // Playwright has given the page up for good, so the main process looks at it.
  const shown = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents || contents.isCrashed() || contents.isLoading()) return "";
      // Asked in the moment of the crash, it never answers.
      const text: Promise<string> = contents.executeJavaScript("document.body.innerText");
      return Promise.race([text, new Promise<string>((done) => setTimeout(done, 500, ""))]);
    });
  await expect.poll(shown, { timeout: 15_000, interval: 300 }).toMatch(/1 due/);
  await running.kill();
  running = undefined;
});

it("a window whose renderer crashes again and again is given up, in words", async () => {
  running = await launch();
  const { app, page, stderr } = running;
  await place(page);
  await app.evaluate(({ app, BrowserWindow, dialog }) => {
    dialog.showMessageBox = (async ({ message, detail }: Electron.MessageBoxOptions) => {
      console.error(`dialog: ${message} ${detail}`);
      return { response: 0, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.on("did-start-loading", () => console.error("loads again"));
    // Whatever is loaded dies at once.
    contents?.on("did-finish-load", () => contents.forcefullyCrashRenderer());
    app.once("quit", () => console.error("quit"));
    contents?.forcefullyCrashRenderer();
  });
  await expect.poll(stderr, { timeout: 15_000 }).toMatch(/quit/);
  expect(stderr().match(/loads again/g)).toHaveLength(1);
  expect(stderr().match(/dialog: .*/g)).toEqual([expect.stringMatching(/acknowledged is saved/)]);
  expect(existsSync(join(running.data, "collection", "lock"))).toBe(false);
  running = undefined;
});

it("a snapshot that is no JSON is set aside and told, and nothing is lost", async () => {
  const data = temporaryFolder();
  running = await launch({ data });
  await begin(running.page);
  await study(running.page, 3);
  await study(running.page, 3);
  await running.close();
  const collection = join(data, "collection");
  await writeFile(join(collection, "progress.json"), "{ no JSON");
  await writeFile(join(collection, "content.json"), "");
  running = await launch({ data });
  expect(await place(running.page)).toBe("today");
  const notice = running.page.locator("[role=alert]:not(:empty), [role=status]:not(:empty)").first();
  await notice.waitFor();
  expect((await ask<TodayView>(running.page, "today")).past.at(-1)).toBe(2);
  expect(await readdir(join(collection, "set-aside"))).not.toEqual([]);
});

it("a deck file with mistakes comes in as far as it can, each mistake named by its line", async () => {
  running = await launch();
  const { page } = running;
  await place(page);
  const text = "---\ntitle: Half right\n---\n\nQ: One?\nA: 1\n\nQ: Two?\n\nnonsense\n\nQ: Three?\nA: 3\n";
  const file = join(temporaryFolder(), "half.md");
  await writeFile(file, text);
  await dropFiles(page, [file]);
  await page.waitForSelector("main.import [data-position='0']");
  await page.locator(".import-problems summary").click();
  const said = await page.locator(".import-problems").innerText();
  expect(said).toMatch(/\b8\b/);
  expect(said).toMatch(/\b10\b/);
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector(".import-wait .report-headline");
  const { decks } = await ask<TodayView>(page, "today");
  expect(decks.find((deck) => deck.path[0] === "Half right")).toMatchObject({ cards: 2 });
});

it("a full disk keeps the card on screen, says so, and goes on when there is room", async ({ skip }) => {
  const data = temporaryFolder();
  const collection = join(data, "collection");
  await mkdir(collection);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", collection]);
  if (mounted.status !== 0) skip("no small file system could be mounted here; root can");
  try {
    running = await launch({ data });
    const { page } = running;
    await begin(page);
    const filler = join(collection, "filler");
    await writeFile(filler, Buffer.alloc(4_000_000)).catch(() => {});
    const refused = page.locator(".trouble:not(:empty)");
    let asked = "";
    let saved = -1; // the last page of each file still has room for a few answers
    for (; saved < 20 && (await refused.count()) === 0; saved++) {
      asked = await question(page);
      await show(page);
      await page.keyboard.press("3");
      await page.waitForTimeout(100);
    }
    expect(await refused.innerText()).toMatch(/^Not saved: .*full/);
    expect(await question(page)).toBe(asked);
    await rm(filler);
    await page.keyboard.press("3");
    await page.waitForFunction(() => document.querySelector(".trouble")?.textContent === "");
    await expect.poll(async () => (await ask<TodayView>(page, "today")).past.at(-1)).toBe(saved + 1);
    await running.close();
    running = undefined;
  } finally {
    spawnSync("umount", ["-l", collection]);
  }
});
