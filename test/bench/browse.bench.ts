// Figures of Browse at 100,000 cards in a real window: how smoothly it scrolls, and how soon a key shows what it finds.
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { createApp, type World } from "../../main/app.ts";
import { collectionFolder } from "../../main/folder.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";
import { inProcess } from "../app/inProcess.ts";
import { place } from "../e2e/drive.ts";
import { launch, temporaryFolder } from "../e2e/launch.ts";

const cards = 100_000;
const decks = 20;
const words = "river mountain capital treaty enzyme verb gradient harbour melody fossil lattice orbit".split(" ");

const share = (values: number[], p: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? 0;
const line = (values: number[]) =>
  `median ${share(values, 0.5).toFixed(1)} ms, p95 ${share(values, 0.95).toFixed(1)} ms, longest ${share(values, 1).toFixed(1)} ms`;

async function filled(): Promise<string> {
  const data = temporaryFolder();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const world: World = { now: Date.now, zone: () => zone, newId: randomUUID, folder: data, version: "0" };
  const store = await openStore(collectionFolder(data), { compact, now: world.now });
  const app = createApp(store, world, { fork: inProcess });
  for (let deck = 0; deck < decks; deck++) {
    const notes = Array.from({ length: cards / decks }, (_, i) => {
      const n = deck * (cards / decks) + i;
      const word = words[n % words.length];
      return `Q: What is the ${word} number ${n}, and why does it matter here?\nA: The ${word} of ${n * 7}\nTags: ${word}`;
    });
    const reply = await app.call("importDeck", {
      name: "d.md",
      text: `---\ntitle: Deck ${deck}\n---\n\n${notes.join("\n\n")}\n`,
    });
    if (!reply.ok) throw new Error(reply.say);
  }
  await app.close();
  return data;
}

/** The time between frames while the list is scrolled by so many pixels at each, and how many rows of them were blank. */
const scroll = (page: Page, by: number, frames: number) =>
  page.evaluate(
    ([by, frames]) =>
      new Promise<{ times: number[]; blank: number; rows: number }>((done) => {
        const grid = document.querySelector(".grid") as HTMLElement;
        const times: number[] = [];
        let [blank, rows] = [0, 0];
        let last = performance.now();
        const step = () => {
          const now = performance.now();
          times.push(now - last);
          last = now;
          const { top, bottom } = grid.getBoundingClientRect();
          for (const row of grid.querySelectorAll("[data-position]")) {
            const box = row.getBoundingClientRect();
            if (box.bottom < top + 36 || box.top > bottom) continue;
            rows++;
            if (row.getAttribute("aria-busy") === "true") blank++;
          }
          if (times.length > frames) return done({ times: times.slice(1), blank, rows });
          grid.scrollTop += by;
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [by, frames] as const,
  );

/** From a key's own time stamp to the end of the frame in which the count below the field has changed. */
async function keyToResults(page: Page, text: string): Promise<number> {
  await page.evaluate(() => {
    const before = document.querySelector(".browse-status")?.textContent;
    const state = window as unknown as { took?: number | undefined };
    state.took = undefined;
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const look = () => {
          if (document.querySelector(".browse-status")?.textContent === before) requestAnimationFrame(look);
          else
            setTimeout(() => {
              state.took = performance.now() - timeStamp;
            });
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.press(text);
  await page.waitForFunction(() => (window as unknown as { took?: number }).took !== undefined, null, {
    timeout: 20_000,
  });
  return page.evaluate(() => (window as unknown as { took: number }).took);
}

it("100,000 cards", { timeout: 300_000 }, async () => {
  const data = await filled();
  const { page, close } = await launch({ data });
  await place(page);
  const opened = performance.now();
  await page.keyboard.press("b");
  await page.waitForSelector("main.browse [data-position='5']:not([aria-busy=true])");
  const first = performance.now() - opened;
  expect(Number(await page.locator(".grid").getAttribute("aria-rowcount"))).toBeGreaterThan(cards); // and the decks that ship
  const slow = await scroll(page, 64, 300);
  const fast = await scroll(page, 1_600, 300);
  const jumps = await scroll(page, 40_000, 60);

  const finds: Record<string, number[]> = {};
  await page.keyboard.press("Control+f");
  for (const query of ["melody", "deck:*7", "tag:orbit", "number 99999", "-river", "re:lat+ice"]) {
    for (let i = 0; i < 5; i++) {
      await page.keyboard.press("Control+a");
      await page.keyboard.press("Backspace");
      await page.keyboard.press("Enter");
      await page.waitForFunction(
        (all) => document.querySelector(".browse-status")?.textContent?.startsWith(all),
        "100,1",
      );
      await page.keyboard.insertText(query);
      finds[query] = [...(finds[query] ?? []), await keyToResults(page, "Enter")];
    }
  }
  await close();
  const rows = (of: typeof slow) => `${line(of.times)}; ${((100 * of.blank) / of.rows).toFixed(1)} % of rows blank`;
  console.log(
    [
      `key B to the first rows of ${cards.toLocaleString("en")} cards: ${first.toFixed(0)} ms`,
      `frames at 2 rows a frame: ${rows(slow)}`,
      `frames at 50 rows a frame: ${rows(fast)}`,
      `frames at 1,250 rows a frame: ${rows(jumps)}`,
      ...Object.entries(finds).map(([query, times]) => `Enter to results of ${query}: ${line(times)}`),
    ].join("\n  "),
  );
});
