// Every view in both themes: axe finds nothing, nothing runs out of the window, a picture is left in out/shots.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, begin, place, show } from "./drive.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";
import { lived } from "./lived.ts";

const evening = "2026-11-23T19:00:00Z";
const sizes = {
  ordinary: { width: 1120, height: 760 },
  small: { width: 720, height: 540 },
  large: { width: 2560, height: 1440 },
};

/** Elements that stick out of the window sideways, and whether the page itself scrolls sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => ({
    page: document.documentElement.scrollWidth > innerWidth,
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
  expect(await overflow(page), name).toEqual({ page: false, buttons: [] });
}

/** Goes on with the session until a card of that kind is on show. */
async function until(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60 && (await place(page)) === "question"; i++) {
    if (await page.locator(selector).count()) return;
    await show(page);
    await page.keyboard.press("3");
    await page.waitForFunction(() => !document.querySelector(".grades"));
  }
  throw new Error(`no card with ${selector} came up`);
}

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  beforeAll(async () => {
    const data = await lived(9, evening);
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
    const window = await app.browserWindow(page);
    for (const name of ["small", "large"] as const) {
      await window.evaluate((w, { width, height }) => w.setContentSize(width, height), sizes[name]);
      await page.waitForTimeout(200);
      await look(page, `${theme}-today-${name}`);
    }
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), sizes.ordinary);
    await window.evaluate((w) => w.webContents.setZoomFactor(2));
    await page.waitForTimeout(300);
    await look(page, `${theme}-today-zoom`);
    await window.evaluate((w) => w.webContents.setZoomFactor(1));
    await page.waitForTimeout(300);
  });

  it("a session: question, answer, typed, cloze, choice, and the dialogs over it", async () => {
    const { page, app } = running;
    await begin(page);
    await until(page, ".question:not(.overlay)");
    await look(page, `${theme}-question`);
    await show(page);
    await look(page, `${theme}-answer`);
    await page.keyboard.press("i");
    await page.waitForSelector("dialog[open]");
    await look(page, `${theme}-info`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("e");
    await page.waitForSelector("dialog[open] textarea");
    await look(page, `${theme}-edit`);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog[open]");
    await look(page, `${theme}-keys`);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await page.keyboard.press("3");
    await page.waitForFunction(() => !document.querySelector(".grades"));

    await until(page, ".overlay .gap");
    await look(page, `${theme}-cloze`);
    await show(page);
    await look(page, `${theme}-cloze-open`);
    await page.keyboard.press("3");
    await until(page, ".typed-field");
    await page.keyboard.type("almost");
    await look(page, `${theme}-typed`);
    await show(page);
    await look(page, `${theme}-typed-answer`);
    const window = await app.browserWindow(page);
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), sizes.small);
    await page.waitForTimeout(200);
    await look(page, `${theme}-typed-answer-small`);
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), sizes.ordinary);
    await page.waitForTimeout(200);
    await page.keyboard.press("1");
    await until(page, ".options");
    await look(page, `${theme}-choice`);
    await page.keyboard.press("a");
    await page.waitForSelector(".grades");
    await look(page, `${theme}-choice-answer`);
    await page.keyboard.press("3");
  });

  it("the end of the session, and settings", async () => {
    const { page } = running;
    for (let i = 0; i < 120 && (await place(page)) !== "done"; i++) {
      await show(page);
      await page.keyboard.press(i % 9 === 4 ? "1" : "3");
      await page.waitForFunction(() => !document.querySelector(".grades"));
    }
    await page.waitForSelector("dl.figures");
    await look(page, `${theme}-done`);
    await page.keyboard.press("Control+,");
    await page.waitForSelector("main[aria-label=Settings]");
    await look(page, `${theme}-settings`);
  });
});
