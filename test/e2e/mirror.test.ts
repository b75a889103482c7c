// A deck kept in a Markdown folder: edited here, edited there, looked at, merged; on a real disk, in the real window.
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, dropFiles, place } from "./drive.ts";
import { axe, type Launched, launch, shot, temporaryFolder } from "./launch.ts";

const evening = "2026-11-23T19:00:00Z";
const birds = "---\ntitle: Birds\n---\n\nQ: robin\nA: red\n\nQ: wren\nA: small\n\nQ: owl by day\nA: asleep\n";

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  let page: Page;
  let folder: string;

  const look = async (name: string) => {
    await page.waitForTimeout(300); // what appears has appeared
    await shot(page, `${theme}-${name}`);
    expect(await axe(page), name).toEqual([]);
  };
  const file = async () => join(folder, (await readdir(folder)).find((name) => name.endsWith(".md")) ?? "");
  const text = async () => readFile(await file(), "utf8");
  const outside = async (from: string, to: string) => writeFile(await file(), (await text()).replace(from, to));
  const soon = (work: () => Promise<unknown>) => expect.poll(work, { timeout: 20_000 });
  const words = (selector: string) => async () => (await page.locator(selector).allInnerTexts()).join(" ");
  const notice = words(".notice");

  beforeAll(async () => {
    running = await launch({ theme, clock: evening, size: { width: 1120, height: 760 } });
    page = running.page;
    await place(page);
    const deck = join(temporaryFolder(), "birds.md");
    await writeFile(deck, birds);
    await dropFiles(page, [deck]);
    await page.locator(".report-headline", { hasText: "3 new notes" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await page.locator(".report-headline", { hasText: "3 notes added" }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1");
    folder = await mkdtemp(join(temporaryFolder(), "kept-"));
    await running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
    }, folder);
  });
  afterAll(() => running.close());

  it("is kept from the menu of the deck, and follows what is edited here", async () => {
    await page.locator("[aria-label='Options for Birds']").click();
    await page.getByRole("menuitem", { name: "Keep in a Markdown folder" }).click();
    await soon(notice).toMatch(/is kept in “kept-/);
    expect(await text()).toContain("Q: robin\nA: red");
    await look("mirror-begun");

    await page.locator(".deck-study", { hasText: "Birds" }).click();
    await page.waitForSelector(".study .study-foot button");
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.activeElement?.matches("dialog[open] [data-first]"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" indeed");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await soon(text).toMatch(/^Q: .* indeed$/m);
  });

  it("what is edited there is said during a session, and does not end it", async () => {
    await outside("A: small", "A: tiny");
    await soon(notice).toMatch(/^Files of “Birds” were changed in the folder “kept-/);
    expect(await place(page)).toBe("question");
    await look("mirror-news-study");
    await page.keyboard.press("Space");
    await page.keyboard.press("3");
    await soon(() => place(page)).toBe("question");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1");
    expect(await notice()).toContain("Look at it");
    await look("mirror-news-today");
  });

  it("is looked at from Today, merged, and followed on", async () => {
    await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
    await soon(notice).toBe("");
    await page.locator(".deck-about").getByRole("button", { name: "Look at it" }).click();
    await soon(words(".report-headline")).toMatch(/1 /);
    await page.waitForSelector(".change-title");
    await look("mirror-rehearsal");
    expect(await ask(page, "mirrors")).toMatchObject([{ state: "outside", news: false }]);
    await page.keyboard.press("Control+Enter");
    await soon(async () => (await ask<{ state: string }[]>(page, "mirrors"))[0]?.state).toBe("same");
    expect(await text()).toMatch(/ indeed$/m);
    expect(await text()).toContain("A: tiny");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1");
    expect(await page.locator(".deck-about", { hasText: "kept-" }).count()).toBe(0);
    await look("mirror-merged");
  });
});
