// A package dropped on the window: rehearsed, imported, studied, taken back, imported again, updated, removed, exported, read back.
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AnkiNote } from "../../main/core/codec/anki/collection.ts";
import { ankiCard, ankiCollection, ankiDeck, ankiNote, ankiPackage, ankiType } from "../fixtures/ankiFiles.ts";
import { ask, dropFiles, place } from "./drive.ts";
import { png, wav } from "./framed.ts";
import { axe, type Launched, launch, shot, temporaryFolder } from "./launch.ts";

const evening = "2026-11-23T19:00:00Z";
const types = [ankiType(1_600_000_000_001, ["Front", "Back"], ["Card 1"], { name: "Shapes" })];
const media = [
  ["square.png", png(240, 160, [20, 120, 130])],
  ["tone.wav", wav(1)],
] as const;

const shapes = (many: number): AnkiNote[] =>
  Array.from({ length: many }, (_, i) => {
    const front =
      i === 0 ? 'What is this? <img src="square.png"> [sound:tone.wav]' : `How many corners has shape ${i}?`;
    const fields = { flds: `${front}\x1f${i === 0 ? "A square" : `${i} corners`}`, sfld: front, guid: `shape-${i}` };
    return ankiNote(1_650_000_000_001 + i, { ...fields, mid: 1_600_000_000_001 });
  });

/** A deck of shapes, as `change` makes it. */
async function shapesPackage(
  path: string,
  change: (notes: AnkiNote[]) => AnkiNote[] = (notes) => notes,
): Promise<string> {
  const notes = change(shapes(40));
  const cards = notes.map(({ id }) => ankiCard(id + 1_000_000, id, { did: 1_600_000_000_009 }));
  const decks = [ankiDeck(1, "Default"), ankiDeck(1_600_000_000_009, "Geometry::Shapes")];
  await writeFile(path, await ankiPackage("v3", ankiCollection({ types, decks, notes, cards, revlog: [] }), media));
  return path;
}

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  let page: Page;
  const folder = temporaryFolder();
  const first = join(folder, "shapes.apkg");
  const second = join(folder, "newer", "shapes.apkg");

  const look = async (name: string) => {
    await page.waitForTimeout(300); // what appears has appeared
    await shot(page, `${theme}-${name}`);
    expect(await axe(page), name).toEqual([]);
    const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beside, name).toBe(0);
  };
  const headline = () => page.locator(".report-headline").first().innerText();
  const wait = (text: string | RegExp) => expect.poll(headline, { timeout: 15_000 }).toMatch(text);
  const decks = async () => (await ask<{ path: string[] }[]>(page, "decks")).map(({ path }) => path.join("::"));
  const resize = async (width: number, height: number) => {
    const window = await running.app.browserWindow(page);
    await window.evaluate(
      (w, [width, height]) => {
        w.setMinimumSize(1, 1);
        w.setContentSize(width, height);
      },
      [width, height] as const,
    );
    await page.waitForFunction((w) => innerWidth === w, width);
  };

  beforeAll(async () => {
    await mkdir(join(folder, "newer"));
    await shapesPackage(first);
    await shapesPackage(second, (notes) =>
      notes.map((note, i) => {
        const [front] = note.flds.split("\x1f");
        const mod = note.mod + 1_000;
        if (i === 1) return { ...note, mod, flds: `${front}\x1fNone at all` };
        return i === 2 ? { ...note, mod, flds: `${front}\x1fTwo, they say` } : note;
      }),
    );
    running = await launch({ theme, clock: evening, size: { width: 1120, height: 760 } });
    page = running.page;
    await place(page);
  });
  afterAll(() => running.close());
  beforeEach(async ({ task }) => {
    if (/rehearsed|fits|by key, and/.test(task.name)) return; // these go on where the one before ended
    for (let tries = 0; tries < 4 && !(await page.locator("main.page[aria-label=Today]").count()); tries++) {
      await page.keyboard.press("Escape");
      await page.waitForTimeout(400);
    }
  });

  it("is rehearsed when it is dropped: nothing is written", async () => {
    const before = await decks();
    await dropFiles(page, [first]);
    await wait("40 new notes.");
    await page.waitForSelector(".change-title");
    await page.keyboard.press("ArrowDown");
    await look("import");
    await page.keyboard.press("o");
    await page.waitForSelector(".import-options");
    await look("import-options");
    await page.keyboard.press("o");
    expect(await decks()).toEqual(before);
  });

  it("fits a small window, and one at 200 %", async () => {
    await resize(720, 540);
    await look("import-small");
    await resize(360, 270);
    await look("import-tiny");
    await page.locator(".import").evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await shot(page, `${theme}-import-tiny-end`);
    await resize(1120, 760);
  });

  it("comes in by key, and a card of it is studied with image and sound", async () => {
    await page.keyboard.press("Control+Enter");
    await wait("40 notes added.");
    await look("imported");
    expect(await decks()).toContain("Geometry::Shapes");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
    await page.locator(".deck-study", { hasText: "Geometry" }).click();
    await page.waitForSelector(".face-frame.shown");
    const image = page.frameLocator(".face-frame.shown").locator("img");
    await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(240);
    const isPlaying = () => page.locator(".player [data-command=pause]").isEnabled();
    await expect.poll(isPlaying).toBe(true);
    await look("imported-card");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("goes again in one step, and comes in once more", async () => {
    await page.keyboard.press("Control+Z");
    await expect.poll(decks).not.toContain("Geometry::Shapes");
    await dropFiles(page, [first]);
    await wait("40 new notes.");
    await page.keyboard.press("Control+Enter");
    await wait("40 notes added.");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("in a newer version is merged: what both changed is chosen", async () => {
    const { result } = await ask<{ result: string }>(page, "browse", {
      query: `"How many corners has shape 2?"`,
      mode: "notes",
      sort: { column: "sortField", down: false },
    });
    const [note] = await ask<string[]>(page, "chosenNotes", { result, ranges: [[0, 1]] });
    const view = await ask<{ fields: { id: string; value: string }[]; tags: string[] }>(page, "note", { note });
    const fields = Object.fromEntries(
      view.fields.map(({ id, value }) => [id, value === "2 corners" ? "2, I say" : value]),
    );
    await ask(page, "editNote", { note, fields, tags: view.tags });
    await dropFiles(page, [second]);
    await wait(/1 changed and 1 conflict\./);
    await page.keyboard.press("2");
    await page.waitForSelector(".change ins");
    await look("import-changed");
    await page.keyboard.press("3");
    await page.waitForSelector(".change-field.both");
    await look("import-conflict");
    await page.keyboard.press("t");
    await page.waitForFunction(() => !document.querySelector(".import-undecided"));
    await page.keyboard.press("Control+Enter");
    await wait(/2 notes updated/);
    const after = await ask<{ fields: { value: string }[] }>(page, "note", { note });
    expect(after.fields.map(({ value }) => value)).toContain("Two, they say");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("goes out, and what comes out is the same when it comes back", async () => {
    const out = join(folder, "out.apkg");
    await running.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, out);
    await page.locator("[aria-label='Options for Geometry']").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("e");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] .export");
    await expect.poll(() => page.locator(".export-preview").innerText()).toContain("40 notes");
    await look("export");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("dialog[open] .path");
    await look("exported");
    expect(existsSync(out)).toBe(true);
    expect((await readFile(out)).subarray(0, 2).toString()).toBe("PK");
    await page.keyboard.press("Escape");
    await dropFiles(page, [out]);
    await wait("Everything in it is here already.");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("is taken out again from the history, once it is said what goes, and that is undone", async () => {
    await page.keyboard.press("Control+Shift+H");
    await page.waitForSelector("dialog[open] tbody");
    await look("import-history");
    await page.locator("dialog[open] tbody tr").last().locator("button").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] .removal");
    await look("import-removal");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    const left = async () =>
      (await ask<{ cards: number; path: string[] }[]>(page, "decks")).find((d) => d.path[0] === "Geometry");
    await expect.poll(async () => (await left())?.cards ?? 0).toBeLessThan(40);
    await page.keyboard.press("Control+Z");
    await expect.poll(async () => (await left())?.cards).toBe(40);
  });

  it("a table of text shows its columns, and what they are can be changed by key", async () => {
    const table = join(folder, "verbs.csv");
    await writeFile(table, "Verb,Meaning,At\nlaufen,to run,3:30\nessen,to eat,12:15\ngehen,to go,7:45\n");
    await dropFiles(page, [table]);
    await page.waitForSelector(".import-table select");
    await wait("3 new notes.");
    await look("import-table");
    await page.locator(".import-table select").nth(2).selectOption("tags");
    await expect.poll(() => page.locator(".import-table select").nth(2).inputValue()).toBe("tags");
    await page.waitForFunction(() => document.querySelector(".import-foot [data-command=importIt]:not(:disabled)"));
    await page.keyboard.press("Control+Enter");
    await wait("3 notes added.");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("a file that is opened with Mneme from outside is rehearsed, over whatever is on the screen", async () => {
    await running.app.evaluate(({ app }, path) => {
      app.emit("second-instance", {}, ["mneme", path], "/");
    }, first);
    await wait(/^40 new|already|changed|conflict/);
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
  });

  it("what is no deck is refused with a sentence, and nothing is changed", async () => {
    const before = await decks();
    const bad = join(folder, "bad.apkg");
    await writeFile(bad, "PK\x03\x04 but nothing more");
    await dropFiles(page, [bad]);
    await wait(/“bad\.apkg” cannot be imported.*Nothing was changed/s);
    await look("import-refused");
    await page.keyboard.press("Escape");
    await page.waitForSelector("main.page[aria-label=Today] h1", { timeout: 5_000 });
    expect(await decks()).toEqual(before);
  });
});
