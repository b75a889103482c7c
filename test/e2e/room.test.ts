// Too much text, or too little room for it: everything can still be seen and reached.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, place, show } from "./drive.ts";
import { axe, type Launched, launch, shot, shots } from "./launch.ts";

const word = "Donaudampfschifffahrt".repeat(12);
const text = `---
title: ${word}
---

Q: Which of these is the long one?
Right: ${word}
Wrong: short

Q: ${"A question that goes on and on. ".repeat(150)}
A: ${"An answer that goes on and on. ".repeat(20)}

Q: Short?
A: Yes
`;

let running: Launched;

beforeAll(async () => {
  running = await launch({ clock: "2026-11-23T19:00:00+01:00", size: { width: 720, height: 540 } });
  const { page } = running;
  await place(page);
  await ask(page, "importDeck", { name: "long.md", text });
  await page.reload();
  await place(page);
});

afterAll(() => running.close());

/** Elements that stick out of the window sideways, what has too much in it for its width, and whether the page scrolls. */
const outside = (page: Page) =>
  page.evaluate(() => ({
    page: [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
    full: [...document.querySelectorAll("main, .option")]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
    wide: [...document.querySelectorAll("main, main *, header *, footer *, .notice *")]
      .filter((element) => element.closest(".unseen, progress, svg") === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  }));

const nothing = { page: [0, 0], full: [], wide: [] };

it("a deck's name of one long word", async () => {
  const { page } = running;
  await shot(page, "room-today");
  expect(await outside(page)).toEqual(nothing);
});

it("an option of one long word, and a notice about a long question", async () => {
  const { page } = running;
  await page.locator(".deck-study").first().click();
  await page.waitForSelector(".options");
  await shot(page, "room-choice");
  expect(await outside(page)).toEqual(nothing);
  await page.keyboard.press("a");
  await page.waitForSelector(".grades");
  await shot(page, "room-choice-answer");
  expect(await outside(page)).toEqual(nothing);
  await page.keyboard.press("4");
  await page.waitForSelector(".question.long");
  await shot(page, "room-long");
  expect(await page.locator(".question").evaluate((each) => getComputedStyle(each).textAlign)).toBe("start");
  await show(page);
  await shot(page, "room-long-answer");
  await page.keyboard.press("4");
  await page.waitForFunction(() => document.querySelector(".question")?.textContent === "Short?");
  await page.keyboard.press("u");
  await page.waitForSelector(".notice.status");
  await shot(page, "room-notice");
  expect((await page.locator(".notice").boundingBox())?.height).toBeLessThan(100);
  expect(await outside(page)).toEqual(nothing);
  await show(page);
  await page.keyboard.press("4");
  await page.waitForFunction(() => document.querySelector(".question")?.textContent === "Short?");
});

it("a session in a small window at 300 %: all of it scrolls, and the four grades are there", async () => {
  const { page, app } = running;
  await page.getByRole("button", { name: "Dismiss" }).click();
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.webContents.setZoomFactor(3));
  await page.waitForFunction(() => innerHeight <= 180);
  // The page's own screenshots know nothing of zoom.
  const picture = async (name: string) => {
    const png = await window.evaluate(async (w) => (await w.capturePage()).toPNG().toString("base64"));
    await writeFile(join(shots, `${name}.png`), Buffer.from(png, "base64"));
  };
  await page.waitForTimeout(300); // a picture of what is painted, not of what was
  await picture("room-zoom");
  const seen = await page.locator(".question").evaluate((question) => {
    const { top, bottom } = question.getBoundingClientRect();
    return Math.min(bottom, innerHeight) - top;
  });
  expect(seen).toBeGreaterThan(20); // a whole line of it
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  await page.waitForTimeout(300);
  await picture("room-zoom-answer");
  expect(await outside(page)).toEqual(nothing);
  expect(await axe(page)).toEqual([]);
  await page.evaluate(() => document.querySelector(".study")?.scrollTo(0, 0));
  for (let i = 0; i < 10; i++) await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => {
    const grades = [...document.querySelectorAll(".grade")].map((grade) => grade.getBoundingClientRect());
    return grades.length === 4 && grades.every(({ top, bottom }) => top >= 0 && bottom <= innerHeight);
  });
  await page.waitForTimeout(300);
  await picture("room-zoom-grades");
  const [answer, why] = await Promise.all([".answer", ".why"].map((each) => page.locator(each).boundingBox()));
  expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThan(why?.y ?? 0); // nothing lies on anything else
  await window.evaluate((w) => w.webContents.setZoomFactor(1));
});
