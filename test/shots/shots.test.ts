// Takes the README's pictures anew, of a collection with some history: `npm run shots`.
import { resolve } from "node:path";
import { expect, it } from "vitest";
import { begin, place, show } from "../e2e/drive.ts";
import { launch } from "../e2e/launch.ts";
import { lived } from "../e2e/lived.ts";

const evening = "2026-11-23T19:00:00Z";
const size = { width: 1120, height: 760 };

it.each([
  ["today", "light"],
  ["answer", "dark"],
] as const)("%s, in %s", async (name, theme) => {
  const data = await lived(4, evening);
  const { page, app, close } = await launch({ data, clock: evening, theme, size });
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await place(page);
  if (name === "answer") {
    await begin(page);
    await page.waitForSelector(".question");
    while (await page.locator(".typed-field, .options, .overlay").count()) {
      await show(page);
      await page.keyboard.press("3");
      await page.waitForFunction(() => !document.querySelector(".grades"));
    }
    await show(page);
  }
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  const path = resolve(import.meta.dirname, `${name}.png`);
  expect((await page.screenshot({ path })).length).toBeGreaterThan(10_000);
  await close();
});
