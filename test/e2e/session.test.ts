import { afterEach, describe, expect, it } from "vitest";
import type { CardInfoView, SummaryView, TodayView } from "../../main/contract/views.ts";
import { ahead, ask, begin, place, question, show, study } from "./drive.ts";
import { type Launched, launch } from "./launch.ts";

const evening = "2026-11-23T19:00:00+01:00";
let running: Launched | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

describe("a newcomer", () => {
  it("reaches the first card with two keys, and the end of the session by keyboard alone", async () => {
    running = await launch({ clock: evening });
    const { page } = running;
    await begin(page);
    const first = await question(page);
    expect(first.length).toBeGreaterThan(10);

    let answers = 0;
    while ((await place(page)) !== "done") {
      await study(page, answers % 7 === 3 ? 1 : 3);
      expect(++answers).toBeLessThan(120);
    }
    const summary = await ask<SummaryView>(page, "summary", { since: 0, deck: null });
    expect(summary).toMatchObject({ answers, cards: 20 });
    expect(await page.locator("dl.figures").innerText()).toContain("20");
    expect(await page.locator(".hardest li").count()).toBe(3);
    await page.keyboard.press("Enter");
    expect(await place(page)).toBe("today");
  });

  it("finds everything as it was left when the window closes in the middle", async () => {
    running = await launch({ clock: evening });
    const { data } = running;
    await begin(page(running));
    for (let i = 0; i < 4; i++) await study(page(running), 3);
    const today = async () => ask<TodayView>(page(running as Launched), "today");
    await expect.poll(async () => (await today()).past.at(-1)).toBe(4);
    const before = await today();
    await running.close();
    running = await launch({ data, clock: "2026-11-23T19:05:00+01:00" });
    const after = await today();
    expect({ fresh: after.fresh, past: after.past }).toEqual({ fresh: before.fresh, past: before.past });
    expect(after.past.at(-1)).toBe(4);
  });
});

describe("a card", () => {
  it("keeps its question in place when the answer appears, and the buttons keep theirs", async () => {
    running = await launch({ clock: evening });
    const { page } = running;
    await begin(page);
    for (let i = 0; i < 12; i++) {
      await place(page);
      const before = await page.locator(".question").first().boundingBox();
      const foot = await page.locator(".study-foot .actions").boundingBox();
      await show(page);
      const after = await page.locator(".question").first().boundingBox();
      expect(after?.x).toBe(before?.x);
      expect(after?.y).toBe(before?.y);
      expect((await page.locator(".study-foot .actions").boundingBox())?.y).toBe(foot?.y);
      await page.keyboard.press("3");
      await page.waitForFunction(() => !document.querySelector(".grades"));
    }
  });

  it("moves nothing when the person asked for less motion", async () => {
    running = await launch({ clock: evening });
    const { page } = running;
    const moving = () => page.evaluate(() => document.getAnimations().length);
    await begin(page);
    await show(page);
    expect(await moving()).toBeGreaterThan(0);
    await page.keyboard.press("3");
    await page.emulateMedia({ reducedMotion: "reduce" });
    await place(page);
    await show(page);
    expect(await moving()).toBe(0);
  });

  it("shows on each button the interval that is stored", async () => {
    running = await launch({ clock: evening });
    const { page } = running;
    await begin(page);
    const [card] = await ahead(page);
    if (!card) throw new Error("no card");
    const log = async () => (await ask<CardInfoView>(page, "cardInfo", { card: card.card })).log;
    for (const { grade, wait } of card.previews) {
      await show(page);
      const shown = await page
        .locator(".grade-wait")
        .nth(grade - 1)
        .innerText();
      await page.keyboard.press(String(grade));
      await expect.poll(async () => (await log())[0]?.interval).toBe(wait.unit === "days" ? wait.n : -wait.n);
      expect(shown).toContain(String(wait.unit === "days" || wait.n < 60 ? wait.n : Math.round(wait.n / 60)));
      await page.keyboard.press("u");
      await expect.poll(log).toEqual([]);
    }
  });

  it("comes back with undo, also after a restart, and goes again with redo", async () => {
    running = await launch({ clock: evening });
    const { data } = running;
    await begin(page(running));
    const first = await question(page(running));
    await study(page(running), 2);
    await page(running).keyboard.press("u");
    await page(running).waitForFunction((text) => document.querySelector(".question")?.textContent === text, first);
    await study(page(running), 4);
    await running.close();

    running = await launch({ data, clock: evening });
    await place(page(running));
    await page(running).keyboard.press("Control+z");
    await page(running).waitForSelector("[role=status]:not(:empty)");
    expect((await ask<TodayView>(page(running), "today")).past.at(-1)).toBe(0);
    await page(running).keyboard.press("Control+Shift+z");
    await expect.poll(async () => (await ask<TodayView>(page(running as Launched), "today")).past.at(-1)).toBe(1);
  });

  it("is edited in place, and says why it is here", async () => {
    running = await launch({ clock: evening });
    const { page } = running;
    await begin(page);
    expect(await page.locator(".why").innerText()).toMatch(/new/i);
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.activeElement?.matches("dialog[open] [data-first]"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Truly?");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => document.querySelector(".question")?.textContent?.includes("Truly?"));
    await page.keyboard.press("i");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  });
});

const page = ({ page }: Launched) => page;
