// Takes the README's pictures anew, of a collection with some history: `npm run shots`.
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { ask, begin, dropFiles, place, show } from "../e2e/drive.ts";
import { launch, temporaryFolder } from "../e2e/launch.ts";
import { lived } from "../e2e/lived.ts";

const evening = "2026-11-23T19:00:00Z";
const size = { width: 1120, height: 760 };

it.each([
  ["today", "light"],
  ["answer", "dark"],
  ["import", "light"],
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
  if (name === "import") await rehearse(page);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
  const path = resolve(import.meta.dirname, `${name}.png`);
  expect((await page.screenshot({ path })).length).toBeGreaterThan(10_000);
  await close();
});

/** Rehearses a newer version of a deck that ships, of which the person has changed a note. */
async function rehearse(page: Page): Promise<void> {
  const { result } = await ask<{ result: string }>(page, "browse", {
    query: "deck:Nagorno* re:Central\\sAsia\\..In",
    mode: "notes",
    sort: { column: "sortField", down: false },
  });
  const [note] = await ask<string[]>(page, "chosenNotes", { result, ranges: [[0, 1]] });
  const { fields, tags } = await ask<{ fields: { id: string; value: string }[]; tags: string[] }>(page, "note", {
    note,
  });
  const mine = (value: string) => (value === "The South Caucasus" ? "The South Caucasus, between two seas" : value);
  await ask(page, "editNote", {
    note,
    fields: Object.fromEntries(fields.map(({ id, value }) => [id, mine(value)])),
    tags,
  });
  const text = await readFile(resolve(import.meta.dirname, "../../decks/karabakh.md"), "utf8");
  const newer = text
    .replace("\nA: The South Caucasus\n", "\nA: The southern Caucasus\n")
    .replaceAll("for the second time in thirty years", "for the second time in three decades")
    .concat("\nQ: Which river runs through Tbilisi?\nA: The Kura\n\nQ: And which through Yerevan?\nA: The Hrazdan\n");
  const file = join(temporaryFolder(), "karabakh.md");
  await writeFile(file, newer);
  await dropFiles(page, [file]);
  await page.waitForSelector(".change-title");
  await page.keyboard.press("3");
  await page.waitForSelector(".change-field.both");
  await page.keyboard.press("0");
  await page.waitForSelector(".grid-row.verdict-conflict");
  await page.locator(".grid-row.verdict-conflict").first().click();
  await page.waitForSelector(".change-field.both");
}
