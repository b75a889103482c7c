// Figures of cards in frames: from a key press to the framed answer, and to the next framed question, on the glass.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { begin } from "../e2e/drive.ts";
import { type CardText, framed, png } from "../e2e/framed.ts";
import { launch } from "../e2e/launch.ts";
import { line } from "./share.ts";

const css = ".card { font-family: arial; font-size: 20px; text-align: center } .nightMode b { color: gold }";
const rows = "<tr><td>Araks<td>1072<td>Kura<td>1515</tr>".repeat(10);

/** What decks hold: text with a picture, a formula, a table. */
const cards = Array.from({ length: 60 }, (_, i): CardText => {
  const inside = ['<img src="map.png">', `\\(\\frac{a_{${i}}}{b^2}\\)`, `<table>${rows}</table>`][i % 3];
  return { front: `<b>Question ${i}</b><br>${inside}`, back: `Answer ${i}`, css };
});

/** Measures inside the page: from a key's own time stamp to the end of the frame in which another document is on show. */
async function watchFaces(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const times: { answer: number[]; question: number[] } = { answer: [], question: [] };
    Object.assign(window, { times });
    const shown = () => document.querySelector<HTMLIFrameElement>(".face-frame.shown")?.src ?? "";
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        const before = shown();
        const look = () => {
          const now = shown();
          if (now === before || now === "") requestAnimationFrame(look);
          else {
            const side = new URL(now).pathname.endsWith("/answer") ? "answer" : "question";
            setTimeout(() => times[side].push(performance.now() - timeStamp)); // after the frame
          }
        };
        if (before) requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  await page.reload();
}

it("framed cards", async () => {
  const data = await framed(cards, { "map.png": png(320, 200, [0, 120, 140]) });
  const { page, close } = await launch({ data, clock: "2026-11-23T19:00:00Z" });
  await watchFaces(page);
  await begin(page);
  for (let i = 0; i < 50; i++) {
    await page.waitForTimeout(150);
    await page.keyboard.press("Space");
    await page.waitForSelector(".grades");
    await page.waitForTimeout(150);
    await page.keyboard.press("4");
    await page.waitForFunction(() => !document.querySelector(".grades"));
  }
  await page.waitForTimeout(300);
  const times = await page.evaluate(
    () => (window as unknown as { times: { answer: number[]; question: number[] } }).times,
  );
  expect(times.answer.length).toBeGreaterThan(40);
  expect(times.question.length).toBeGreaterThan(40);
  await close();
  console.log(
    [
      `key to framed answer: ${line(times.answer)} (${times.answer.length} cards)`,
      `key to next framed question: ${line(times.question)} (${times.question.length} cards)`,
    ].join("\n  "),
  );
});
