// Every view in both themes: axe finds nothing, nothing runs out of the window, a picture is left in out/shots.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, begin, place, show } from "./drive.ts";
import { axe, type Launched, launch, shot, shots } from "./launch.ts";
import { lived } from "./lived.ts";

const evening = "2026-11-23T19:00:00Z";
const sizes = {
  ordinary: { width: 1120, height: 760 },
  small: { width: 720, height: 540 },
  large: { width: 2560, height: 1440 },
};

/** Elements that stick out of the window sideways, and whether the page itself scrolls. */
const overflow = (page: Page) =>
  page.evaluate(() => ({
    page: [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
    buttons: [...document.querySelectorAll("button, input, a")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  }));

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  await shot(page, name);
  expect(await axe(page), name).toEqual([]);
  expect(await overflow(page), name).toEqual({ page: [0, 0], buttons: [] });
}

type Kind = "basic" | "cloze" | "typed" | "choice";

/** The kind of the card that is asked. */
const kindOf = (page: Page): Promise<Kind> =>
  page.evaluate(() => {
    const has = (selector: string) => document.querySelector(selector) !== null;
    return has(".typed-field") ? "typed" : has(".options") ? "choice" : has(".overlay") ? "cloze" : "basic";
  });

async function grade(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForFunction(() => !document.querySelector(".grades"));
}

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  beforeAll(async () => {
    const data = await lived(4, evening);
    running = await launch({ data, clock: evening, theme, size: sizes.ordinary });
    await place(running.page);
    await ask(running.page, "saveSettings", { theme });
    await running.page.reload();
  });
  afterAll(() => running.close());

  it("Today, also small, large and at 200 %", async () => {
    const { page, app } = running;
    await place(page);
    await look(page, `${theme}-today`);
    for (const name of ["small", "large"] as const) {
      await resize(sizes[name]);
      await look(page, `${theme}-today-${name}`);
    }
    await resize(sizes.ordinary);
    const window = await app.browserWindow(page);
    await window.evaluate((w) => w.webContents.setZoomFactor(2));
    await page.waitForTimeout(300);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toEqual({ page: [0, 0], buttons: [] });
    // The page's own screenshots know nothing of zoom.
    const png = await window.evaluate(async (w) => (await w.capturePage()).toPNG().toString("base64"));
    await writeFile(join(shots, `${theme}-today-zoom.png`), Buffer.from(png, "base64"));
    await window.evaluate((w) => w.webContents.setZoomFactor(1));
    await page.waitForTimeout(300);
  });

  const kinds: Record<Kind, (page: Page) => Promise<void>> = {
    async basic(page) {
      await look(page, `${theme}-question`);
      await show(page);
      await look(page, `${theme}-answer`);
      for (const [key, name, inside] of [
        ["i", "info", ""],
        ["e", "edit", "[role=textbox]"],
        ["?", "keys", ""],
      ]) {
        await page.keyboard.press(key as string);
        await page.waitForSelector(`dialog[open] ${inside}`);
        await look(page, `${theme}-${name}`);
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => !document.querySelector("dialog[open]"));
      }
    },
    async cloze(page) {
      await look(page, `${theme}-cloze`);
      await show(page);
      await look(page, `${theme}-cloze-open`);
    },
    async typed(page) {
      await page.keyboard.type("almost");
      await look(page, `${theme}-typed`);
      await show(page);
      await look(page, `${theme}-typed-answer`);
      await resize(sizes.small);
      await look(page, `${theme}-typed-answer-small`);
      await resize(sizes.ordinary);
    },
    async choice(page) {
      await look(page, `${theme}-choice`);
      await page.keyboard.press("a");
      await page.waitForSelector(".grades");
      await look(page, `${theme}-choice-answer`);
    },
  };

  async function resize({ width, height }: { width: number; height: number }): Promise<void> {
    const window = await running.app.browserWindow(running.page);
    await window.evaluate((w, [width, height]) => w.setContentSize(width, height), [width, height] as const);
    await running.page.waitForTimeout(250);
  }

  it("a session: every kind of card, asked and answered, and the dialogs over it", async () => {
    const { page } = running;
    await begin(page);
    const unseen = new Set<Kind>(["basic", "cloze", "typed", "choice"]);
    for (let i = 0; unseen.size > 0 && i < 80; i++) {
      const kind = await kindOf(page);
      if (unseen.delete(kind)) await kinds[kind](page);
      else await show(page);
      await grade(page, "3");
      await page.waitForSelector(".study-foot button");
    }
    expect([...unseen]).toEqual([]);
  });

  it("the end of the session, and settings", async () => {
    const { page } = running;
    for (let i = 0; i < 200 && (await place(page)) !== "done"; i++) {
      await show(page);
      await grade(page, i % 9 === 4 ? "1" : "3");
    }
    await page.waitForSelector("dl.figures");
    await look(page, `${theme}-done`);
    await page.keyboard.press("Control+,");
    await page.waitForSelector("main[aria-label=Settings]");
    await look(page, `${theme}-settings`);
  });
});
