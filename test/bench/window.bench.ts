// Figures of the window: from the start to the first card, and from a key press to the next card on the glass.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { begin, place } from "../e2e/drive.ts";
import { launch } from "../e2e/launch.ts";
import { line } from "./share.ts";

const evening = "2026-11-23T19:00:00Z";

/** Measures inside the page: from a key's own time stamp to the end of the frame in which the view has changed. */
async function watchKeys(page: Page): Promise<void> {
  // Before the app's own listener, which keeps the keys that it understands to itself.
  await page.addInitScript(() => {
    const times: { show: number[]; next: number[] } = { show: [], next: [] };
    Object.assign(window, { times });
    const answered = () => document.querySelector(".grades") !== null;
    addEventListener(
      "keydown",
      ({ timeStamp, key }) => {
        const kind = key === "2" ? "next" : "show";
        const look = () => {
          if (answered() !== (kind === "show")) requestAnimationFrame(look);
          else setTimeout(() => times[kind].push(performance.now() - timeStamp)); // after the frame
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  await page.reload();
}

it("start and keys", async () => {
  const starts: number[] = [];
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    const { page, close } = await launch({ clock: evening });
    await begin(page);
    starts.push(performance.now() - began);
    await close();
  }
  const { page, close } = await launch({ clock: evening });
  await watchKeys(page);
  await begin(page);
  let cards = 0;
  for (; cards < 60 && (await place(page)) === "question"; cards++) {
    await page.keyboard.press((await page.locator(".typed-field").count()) ? "Enter" : "Space");
    await page.waitForSelector(".grades");
    await page.waitForTimeout(60);
    await page.keyboard.press("2");
    await page.waitForFunction(() => !document.querySelector(".grades"));
    await page.waitForTimeout(60);
  }
  const times = await page.evaluate(() => (window as unknown as { times: { show: number[]; next: number[] } }).times);
  expect(times.next.length).toBeGreaterThan(30);
  await close();
  console.log(
    [
      `process start to first card painted, two keys included: ${line(starts)} (${starts.length} starts)`,
      `key to answer painted: ${line(times.show)} (${times.show.length} cards)`,
      `key to next card painted: ${line(times.next)} (${times.next.length} cards)`,
    ].join("\n  "),
  );
});
