// Browse in a real window, by keyboard: found, changed by the hundred, put in order, and all of it taken back.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BrowseRow } from "../../main/contract/browse.ts";
import { ask, place } from "./drive.ts";
import { axe, type Launched, launch, shot, shots } from "./launch.ts";
import { lived } from "./lived.ts";

const evening = "2026-11-23T19:00:00Z";
let running: Launched;
beforeAll(async () => {
  running = await launch({ data: await lived(3, evening), clock: evening, size: { width: 1120, height: 760 } });
  await place(running.page);
});
afterAll(() => running.close());

/** Everything that a list can show of every card, as the main process has it. */
async function everything(page: Page): Promise<(BrowseRow | null)[]> {
  const sort = { column: "created", down: false };
  const { result, count } = await ask<{ result: string; count: number }>(page, "browse", {
    query: "",
    mode: "cards",
    sort,
  });
  const columns = ["question", "answer", "deck", "due", "interval", "tags", "position", "noteType"];
  const all = await ask<(BrowseRow | null)[]>(page, "browseRows", { result, columns, from: 0, to: count });
  return all.sort((a, b) => (a?.card ?? "").localeCompare(b?.card ?? ""));
}

const status = (page: Page) => page.locator(".browse-status").innerText();
const rows = (page: Page) => page.locator("[data-position]:not([aria-busy=true])");
const says = (page: Page, words: RegExp) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector(".notice")?.textContent ?? ""),
    words.source,
  );
const dialog = (page: Page, title: RegExp) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector("dialog[open] h2")?.textContent ?? ""),
    title.source,
  );

/** Seeks by keyboard, and goes into the list. */
async function seek(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+f");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  if (query) await page.keyboard.insertText(query);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (text) => document.querySelector<HTMLInputElement>("[data-search]")?.value === text,
    query,
  );
  await page.waitForTimeout(150);
  await page.keyboard.press("Escape");
  if (await page.evaluate(() => document.activeElement?.matches("[data-search]"))) await page.keyboard.press("Escape");
}

/** Takes back until nothing is left that was done since. */
async function undo(page: Page, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await page.keyboard.press("Control+z");
    await says(page, /Taken back/);
    await page.getByRole("button", { name: "Dismiss" }).click();
  }
}

it("opens with a key, and shows the collection", async () => {
  const { page } = running;
  await page.keyboard.press("b");
  await rows(page).first().waitFor();
  expect(await status(page)).toMatch(/^\d+ cards$/);
  expect(await page.evaluate(() => document.activeElement?.matches("[data-search]"))).toBe(true);
  await shot(page, "browse");
});

/** Whether the list scrolls sideways, and whether its rows lie under their heads. */
const list = (page: Page) =>
  page.evaluate(() => {
    const grid = document.querySelector(".grid");
    const edge = (selector: string) => grid?.querySelector(`${selector}:last-child`)?.getBoundingClientRect().right;
    return {
      over: (grid?.scrollWidth ?? 0) - (grid?.clientWidth ?? 0),
      off: (edge(".grid-title") ?? 0) - (edge("[data-position] .grid-cell") ?? 0),
    };
  });

it("fits the window in both modes, and of a deck the innermost name is seen", async () => {
  const { page } = running;
  expect(await list(page)).toEqual({ over: 0, off: 0 });
  const [outer, inner] = await rows(page)
    .locator(".grid-path")
    .first()
    .evaluate((path) => [...path.children].map((each) => each.scrollWidth - each.clientWidth));
  expect(outer).toBeGreaterThan(0);
  expect(inner).toBe(0);
  await page.getByText("Notes", { exact: true }).first().click();
  await page.waitForFunction(() => /notes$/.test(document.querySelector(".browse-status")?.textContent ?? ""));
  await page.getByRole("columnheader", { name: "Note type" }).waitFor();
  expect(await list(page)).toEqual({ over: 0, off: 0 });
  await shot(page, "browse-notes");
  await page.getByText("Cards", { exact: true }).first().click();
  await page.getByRole("columnheader", { name: "Recall" }).waitFor();
  await page.keyboard.press("Control+f");
});

it("finds while it is typed, and completes what is typed", async () => {
  const { page } = running;
  await page.keyboard.type("is:d");
  await page.waitForSelector("[role=listbox] [role=option]");
  await shot(page, "browse-complete");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>("[data-search]")?.value.trim() === "is:due",
  );
  expect(
    await ask(page, "browse", { query: "is:due", mode: "cards", sort: { column: "due", down: false } }),
  ).toMatchObject({
    count: Number((await status(page)).match(/\d+/)?.[0]),
  });
});

it("points at the character where a search is wrong, and keeps the list", async () => {
  const { page } = running;
  await seek(page, "armenia");
  const before = await status(page);
  await page.keyboard.press("Control+f");
  await page.keyboard.press("End");
  await page.keyboard.type(" (dog");
  await page.keyboard.press("Enter");
  const said = page.locator(".search-problem");
  await said.filter({ hasText: "character 9" }).waitFor();
  expect(await page.locator(".search-mark mark").innerText()).toBe("(");
  expect(await page.locator("[data-search]").getAttribute("aria-invalid")).toBe("true");
  expect(await status(page)).toBe(before);
  await shot(page, "browse-wrong");
  expect(await axe(page)).toEqual([]);
});

it("says what to try when nothing is found", async () => {
  const { page } = running;
  await seek(page, "nothing like this");
  await page.getByText("Nothing matches").waitFor();
  await shot(page, "browse-nothing");
  expect(await axe(page)).toEqual([]);
});

describe("many at once", () => {
  it("are moved, tagged, flagged, suspended, set due, reset; each told before, each taken back", async () => {
    const { page } = running;
    const before = await everything(page);
    await seek(page, "deck:Nagorno*");
    await page.keyboard.press("Control+a");
    expect(await status(page)).toMatch(/^(\d+) of \1 cards selected$/);
    const count = (await status(page)).match(/\d+/)?.[0];

    await page.keyboard.press("Control+d");
    await dialog(page, new RegExp(`Move ${count} cards`));
    await page.keyboard.type("Elsewhere::Inside");
    await shot(page, "browse-move");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await says(page, /moved to “Elsewhere › Inside”/);
    await shot(page, "browse-moved");
    await page.getByRole("treeitem", { name: /^Elsewhere/ }).waitFor();
    expect(await status(page)).toMatch(/^0 cards|^\d+ of/);

    await seek(page, "deck:Elsewhere");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+Shift+a");
    await dialog(page, /Tag \d+ notes/);
    await page.keyboard.type("one two");
    await page.keyboard.press("Enter");
    await says(page, /tags of \d+ notes/);
    await page.keyboard.press("Control+3");
    await says(page, /flagged green/);
    await page.keyboard.press("Control+j");
    await says(page, /suspended/);
    await shot(page, "browse-changed");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Control+Shift+d");
    await dialog(page, /Set \d+ cards due/);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("3-5");
    await page.keyboard.press("Enter");
    await says(page, /new day/);
    await page.keyboard.press("Control+Alt+n");
    await dialog(page, /Reset \d+ cards/);
    await page.getByRole("button", { name: /^Reset \d+ cards$/ }).click();
    await says(page, /new again/);
    await page.keyboard.press("Control+Delete");
    await dialog(page, /Delete \d+ notes/);
    await shot(page, "browse-delete");
    await page.getByRole("button", { name: /^Delete \d+ notes$/ }).click();
    await says(page, /deleted/);

    await undo(page, 7);
    expect(await everything(page)).toEqual(before);
  });

  it("have text replaced: the first changes are shown before", async () => {
    const { page } = running;
    const before = await everything(page);
    await seek(page, "armenia");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+Alt+f");
    await dialog(page, /Find and replace/);
    await page.keyboard.type("Armenia");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Hayastan");
    await page.waitForSelector(".samples tbody tr");
    await shot(page, "browse-replace");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await says(page, /changed/);
    await undo(page, 1);
    expect(await everything(page)).toEqual(before);
  });
});

it("edits a note in place, saves it when the keyboard goes on, and takes it back", async () => {
  const { page } = running;
  const before = await everything(page);
  await seek(page, "deck:Nagorno*");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector(".pane [contenteditable=true]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest(".pane [contenteditable=true]"));
  await page.keyboard.type("Zzz ");
  await page.waitForSelector(".pane .preview-card");
  await shot(page, "browse-pane");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await says(page, /The note is saved/);
  await page.locator("[aria-selected=true]", { hasText: "Zzz" }).waitFor();
  await undo(page, 1);
  expect(await everything(page)).toEqual(before);
});

const item = (page: Page, name: RegExp) => page.getByRole("treeitem", { name });
const names = async (page: Page) =>
  (await ask<{ path: string[] }[]>(page, "decks")).map(({ path }) => path.join("::")).sort();

describe("decks", () => {
  it("are made, renamed and put into each other by keyboard", async () => {
    const { page } = running;
    const before = await names(page);
    for (const name of ["Alpha", "Beta", "Deck 10", "Deck 9"]) {
      await page.keyboard.press("n");
      await dialog(page, /New deck/);
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await item(page, new RegExp(`^${name}`)).waitFor();
    }
    const all = (await page.getByRole("treeitem").allInnerTexts()).join(" ");
    expect(all.indexOf("Deck 9")).toBeLessThan(all.indexOf("Deck 10"));
    await item(page, /^Beta/).focus();
    await page.keyboard.press("F2");
    await page.keyboard.type("Gamma");
    await page.keyboard.press("Enter");
    await item(page, /^Gamma/).waitFor();
    await item(page, /^Gamma/).focus();
    await page.keyboard.press("Control+x");
    await page.keyboard.press("Home");
    await item(page, /^Alpha/).focus();
    await page.keyboard.press("Control+v");
    await says(page, /Alpha › Gamma/);
    expect(await names(page)).toContain("Alpha::Gamma");
    await shot(page, "browse-tree");
    await undo(page, 6);
    expect(await names(page)).toEqual(before);
  });

  it("are put into each other by dragging; one of the same name is asked about", async () => {
    const { page } = running;
    const before = await names(page);
    for (const name of ["Alpha", "Alpha::Twin", "Twin"]) await ask(page, "createDeck", { name });
    await page.keyboard.press("Control+z"); // any change reads the tree again
    await says(page, /Taken back/);
    await page.keyboard.press("Control+Shift+z");
    await says(page, /Done again/);
    await item(page, /^Twin/).first().waitFor();
    await item(page, /^Twin/)
      .last()
      .dragTo(item(page, /^Alpha/));
    await dialog(page, /Put them together/);
    await shot(page, "browse-merge");
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await names(page)).toContain("Twin");
    await undo(page, 3);
    expect(await names(page)).toEqual(before);
  });

  it("are deleted once it is clear what becomes of the cards", async () => {
    const { page } = running;
    const before = await everything(page);
    await item(page, /^Nagorno/).focus();
    await page.keyboard.press("Delete");
    await dialog(page, /Delete “Nagorno/);
    await shot(page, "browse-delete-deck");
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Delete deck" }).click();
    await says(page, /is deleted/);
    expect(await names(page)).not.toContain("Nagorno-Karabakh 2020");
    await undo(page, 1);
    expect(await everything(page)).toEqual(before);
  });
});

it("keeps a search under a name", async () => {
  const { page } = running;
  await seek(page, "tag:conflict");
  await page.keyboard.press("Control+s");
  await dialog(page, /Save this search/);
  await page.keyboard.type("War");
  await page.keyboard.press("Enter");
  await item(page, /^War/).waitFor();
  await seek(page, "");
  await item(page, /^War/).click();
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>("[data-search]")?.value === "tag:conflict");
  await item(page, /^War/).focus();
  await page.keyboard.press("Delete");
  await says(page, /“War” is deleted/);
});

it("finds duplicates", async () => {
  const { page } = running;
  await page.keyboard.press("Control+Shift+f");
  await dialog(page, /Find duplicates/);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.getByLabel("almost the same").check();
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await page.locator("dialog .sub").filter({ hasText: "say the same" }).waitFor();
  await shot(page, "browse-duplicates");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
});

/** Elements that stick out of the window sideways, and whether the page itself scrolls. */
const overflow = (page: Page) =>
  page.evaluate(() => ({
    page: [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight],
    out: [...document.querySelectorAll(".browse-bar *, .places *")]
      .filter((element) => element.closest(".unseen, svg") === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  }));

it.each(["light", "dark"] as const)("fits small windows and 200 %, in %s", async (theme) => {
  const { page, app } = running;
  await ask(page, "saveSettings", { theme });
  await page.reload();
  await place(page);
  await page.keyboard.press("b");
  await rows(page).first().waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(400);
  await shot(page, `browse-${theme}`);
  expect(await axe(page)).toEqual([]);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.setContentSize(720, 540));
  await page.waitForTimeout(300);
  await shot(page, `browse-${theme}-small`);
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ page: [0, 0], out: [] });
  await window.evaluate((w) => w.webContents.setZoomFactor(2));
  await page.waitForTimeout(400);
  const png = await window.evaluate(async (w) => (await w.capturePage()).toPNG().toString("base64"));
  await writeFile(join(shots, `browse-${theme}-zoom.png`), Buffer.from(png, "base64"));
  expect(await axe(page)).toEqual([]);
  expect(await overflow(page)).toEqual({ page: [0, 0], out: [] });
  await window.evaluate((w) => w.webContents.setZoomFactor(1));
  await window.evaluate((w) => w.setContentSize(1120, 760));
  await page.waitForTimeout(300);
});
