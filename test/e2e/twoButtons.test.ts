// Forgot and Got it, by keyboard alone, in both themes and with little room.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import type { CardInfoView } from "../../main/contract/views.ts";
import { ahead, ask, begin, place, question, show, study } from "./drive.ts";
import { axe, type Launched, launch, shot, shots } from "./launch.ts";

const evening = "2026-11-23T19:00:00+01:00";
let running: Launched | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function withTwo(options: Parameters<typeof launch>[0] = {}): Promise<Page> {
  running = await launch({ clock: evening, ...options });
  const { page } = running;
  await place(page);
  await ask(page, "savePreset", { preset: "default", changes: { buttons: 2 } });
  if (options.theme) await ask(page, "saveSettings", { theme: options.theme });
  await page.reload();
  await begin(page);
  return page;
}

const names = (page: Page) => page.locator(".grade .grade-name").allInnerTexts();
const log = async (page: Page, card: string) => (await ask<CardInfoView>(page, "cardInfo", { card })).log;

describe("two buttons", () => {
  it("Space is Got it, 1 is Forgot, and Hard and Easy keep their keys", async () => {
    const page = await withTwo();
    for (const [key, grade] of [
      ["1", 1],
      ["2", 2],
      ["3", 3],
      ["4", 4],
      ["Space", 3],
      ["Enter", 3],
    ] as const) {
      const [card] = await ahead(page);
      await show(page);
      expect(await names(page)).toEqual(["Forgot", "Got it", "Hard", "Easy"]);
      const before = await question(page);
      await page.keyboard.press(key);
      await page.waitForFunction((text) => document.querySelector(".question")?.textContent !== text, before);
      await expect.poll(async () => (await log(page, card?.card ?? "")).at(-1)?.grade, { message: key }).toBe(grade);
    }
  });

  it("the two are large, the other two small and beside what was known; the focus walks from one to the next", async () => {
    const page = await withTwo();
    await show(page);
    const area = async (name: string) => {
      const box = await page.locator(`.grade.${name}`).boundingBox();
      return (box?.width ?? 0) * (box?.height ?? 0);
    };
    const [again, good, hard, easy] = await Promise.all(["again", "good", "hard", "easy"].map(area));
    expect(Math.min(again ?? 0, good ?? 0)).toBeGreaterThan(2 * Math.max(hard ?? 0, easy ?? 0));
    const focused = () => page.evaluate(() => document.activeElement?.querySelector(".grade-name")?.textContent);
    expect(await focused()).toBe("Got it");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("Forgot");
    expect(await page.locator(".why").innerText()).toContain("You did not know it");
    for (const name of ["Got it", "Hard", "Easy"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    }
    expect(await page.getByRole("group", { name: "You knew it" }).getByRole("button").allInnerTexts()).toHaveLength(3);
  });

  it.each(["light", "dark"] as const)("looks well in %s, also with little room", async (theme) => {
    const page = await withTwo({ theme, size: { width: 1120, height: 760 } });
    await study(page, 3);
    await show(page);
    await page.waitForTimeout(200);
    await shot(page, `${theme}-two`);
    expect(await axe(page)).toEqual([]);
    const window = await (running as Launched).app.browserWindow(page);
    await window.evaluate((w) => w.setContentSize(720, 540));
    await window.evaluate((w) => w.webContents.setZoomFactor(2));
    await page.waitForFunction(() => innerWidth === 360);
    await page.waitForTimeout(300);
    const png = await window.evaluate(async (w) => (await w.capturePage()).toPNG().toString("base64"));
    await writeFile(join(shots, `${theme}-two-zoom.png`), Buffer.from(png, "base64"));
    expect(await axe(page)).toEqual([]);
    await window.evaluate((w) => w.webContents.setZoomFactor(1));
  });
});
