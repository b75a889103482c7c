// Figures of writing: from a key press to the letter on the glass, in a short field and in a long one.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { place } from "../e2e/drive.ts";
import { launch } from "../e2e/launch.ts";

const share = (values: number[], p: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? 0;
const line = (values: number[]) =>
  `median ${share(values, 0.5).toFixed(1)} ms, p95 ${share(values, 0.95).toFixed(1)} ms (${values.length} keys)`;

/** Types letters into the field that has the focus; milliseconds from each key's time stamp to the end of its frame. */
async function typing(page: Page, keys: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    const field = document.activeElement as HTMLElement;
    field.addEventListener("keydown", ({ timeStamp }) => {
      const before = field.textContent?.length;
      const look = () => {
        if (field.textContent?.length === before) requestAnimationFrame(look);
        else setTimeout(() => times.push(performance.now() - timeStamp)); // after the frame
      };
      requestAnimationFrame(look);
    });
  });
  for (let i = 0; i < keys; i++) {
    await page.keyboard.press("abcdefgh ".charAt(i % 9));
    await page.waitForTimeout(40);
  }
  return page.evaluate(() => (window as unknown as { times: number[] }).times);
}

it("a key to its letter", async () => {
  const { page, kill } = await launch({ clock: "2026-11-23T19:00:00Z" });
  await place(page);
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.activeElement?.matches("dialog[open] [data-first]"));
  const short = await typing(page, 200);
  await page.keyboard.press("Control+Shift+X");
  const source = page.locator("dialog[open] textarea.source");
  await source.fill(
    Array.from({ length: 400 }, (_, i) => `A line of the number ${i}, with **bold** words.`).join("\n\n"),
  );
  await source.press("Control+Shift+X");
  const box = page.locator("dialog[open] [role=textbox]").first();
  await box.focus();
  await page.keyboard.press("Control+End");
  const long = await typing(page, 200);
  await kill();
  expect(long.length).toBe(200);
  console.log(`key to letter painted: ${line(short)}\n  in a field of 400 paragraphs: ${line(long)}`);
});
