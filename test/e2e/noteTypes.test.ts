// Note types in a real window, by keyboard: a type is made, broken, mended, renamed in, cut down and all of it taken back.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NoteTypeRow } from "../../main/contract/noteTypeEdits.ts";
import type { NoteType } from "../../main/contract/shapes.ts";
import type { CardView, NoteView } from "../../main/contract/views.ts";
import { ask, place } from "./drive.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";

const types = (page: Page) => ask<NoteTypeRow[]>(page, "noteTypeRows");

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))));
  await shot(page, name);
  expect(await axe(page), name).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, name).toBe(0);
}

const effects = (page: Page) => page.locator(".effects").first().innerText();
const waitForEffects = (page: Page, words: RegExp) =>
  expect.poll(() => effects(page), { timeout: 5_000 }).toMatch(words);

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  beforeAll(async () => {
    running = await launch({ clock: "2026-11-23T19:00:00Z", theme, size: { width: 1280, height: 820 } });
    await place(running.page);
    await ask(running.page, "saveSettings", { theme });
    await running.page.reload();
    await place(running.page);
  });
  afterAll(() => running.close());

  it("makes a type with three fields and two cards", async () => {
    const { page } = running;
    await page.keyboard.press("Control+Shift+N");
    await page.waitForSelector(".type");
    await look(page, `${theme}-types`);
    await page.getByRole("button", { name: /New note type/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] input");
    await page.keyboard.type("Words");
    await look(page, `${theme}-types-new`);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".type-name")?.value === "Words");

    await page.getByRole("button", { name: "Add a field" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === "Field 3");
    await page.keyboard.type("Example");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Alt+ArrowUp");
    await expect
      .poll(() =>
        page.locator("input.row-name").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
      )
      .toEqual(["Front", "Example", "Back"]);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("Example");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await look(page, `${theme}-types-fields`);

    await page.locator("[name=type-part]").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: "Add a card" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement).value === "Card 2");
    await page.keyboard.press("Control+Enter");
    await waitForEffects(page, /^$/);
    const made = (await types(page)).find(({ type }) => type.name === "Words");
    expect(made?.type.fields.map(({ name }) => name)).toEqual(["Front", "Example", "Back"]);
    expect(made?.type.templates.map(({ name }) => name)).toEqual(["Card 1", "Card 2"]);
    await look(page, `${theme}-types-cards`);
  });

  it("says where a template is broken while it is written, and keeps it from being saved", async () => {
    const { page } = running;
    await page.getByLabel("Name of card 1").focus();
    await page.getByLabel("Front", { exact: true }).focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("{{Front}}\n{{#Example}}\n{{Exampel}}");
    const problems = page.locator(".side-problems").first().locator("li");
    await expect.poll(() => problems.allInnerTexts()).toHaveLength(2);
    const said = await problems.allInnerTexts();
    expect(said.join(" ")).toMatch(/Line 2, column 1: .*never closed/);
    expect(said.join(" ")).toMatch(/Line 3, column 1: .*no field “Exampel”/);
    await waitForEffects(page, /to mend before this can be saved/);
    await look(page, `${theme}-types-broken`);
    await page.keyboard.press("Control+Enter");
    await page.locator(".type-foot .trouble").filter({ hasText: "Nothing was changed" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("{{Front}}\n{{#Example}}{{Example}}{{/Example}}");
    await expect.poll(() => problems.count()).toBe(0);
    await page.keyboard.press("Control+Enter");
    await waitForEffects(page, /^$/);
  });

  it("renames a field, and what refers to it follows", async () => {
    const { page } = running;
    await page.locator("[name=type-part]").nth(1).focus();
    await page.keyboard.press("ArrowLeft");
    await page.getByLabel("Name of field 2").focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Sentence");
    await page.keyboard.press("Control+Enter");
    await waitForEffects(page, /^$/);
    const made = (await types(page)).find(({ type }) => type.name === "Words");
    expect(made?.type.templates[0]?.front).toBe("{{Front}}\n{{#Sentence}}{{Sentence}}{{/Sentence}}");
    await page.locator("[name=type-part]").first().focus();
    await page.keyboard.press("ArrowRight");
  });

  it("tells what deleting the card of a type in use would do, before it is saved; then takes it all back", async () => {
    const { page } = running;
    await page.getByRole("button", { name: /^Basic \d/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".type-name")?.value === "Basic");
    const before = await types(page);
    await page.getByRole("button", { name: "Add a card" }).focus();
    await page.keyboard.press("Enter");
    await waitForEffects(page, /\d+ notes; \d+ cards would appear/);
    await page.keyboard.press("Control+Enter");
    await waitForEffects(page, /^$/);
    await page.getByRole("button", { name: "Delete Card 2" }).focus();
    await page.keyboard.press("Enter");
    await waitForEffects(page, /\d+ notes; \d+ cards would go/);
    await look(page, `${theme}-types-effects`);
    await page.keyboard.press("Control+Enter");
    await waitForEffects(page, /^$/);

    await page.locator("h1").first().focus();
    await page.keyboard.press("Control+z");
    await page.getByText(/Taken back/).waitFor();
    await page.keyboard.press("Control+z");
    await expect.poll(() => types(page)).toEqual(before);
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Control+z");
      await page.waitForTimeout(300);
    }
    await expect.poll(async () => (await types(page)).some(({ type }) => type.name === "Words")).toBe(false);
  });

  it("puts a field elsewhere by dragging it, and back by undo before anything is saved", async () => {
    const { page } = running;
    await page.locator("[name=type-part]").nth(1).focus();
    await page.keyboard.press("ArrowLeft");
    const names = () =>
      page.locator("input.row-name").evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    await page.locator(".grip").nth(0).dragTo(page.locator(".type-rows > li").nth(2));
    await expect.poll(names).toEqual(["Back", "Extra", "Front", "Source"]);
    await waitForEffects(page, /all cards stay/);
    await page.locator("h1").first().focus();
    await page.keyboard.press("Control+z");
    await expect.poll(names).toEqual(["Front", "Back", "Extra", "Source"]);
    await waitForEffects(page, /^$/);
    await page.locator("[name=type-part]").first().focus();
    await page.keyboard.press("ArrowRight");
  });

  it("changes the type of all notes of a type, and takes it back", async () => {
    const { page } = running;
    await page.getByRole("button", { name: /^Typed answer/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /Change the type of its/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open] .mapping");
    await page.getByLabel("New note type").selectOption("reversed");
    await expect.poll(() => page.locator("dialog .effects").innerText()).toMatch(/\d+ notes; \d+ cards will appear/);
    await look(page, `${theme}-types-change`);
    await page.keyboard.press("Control+Enter");
    await page.getByText(/notes changed/).waitFor();
    expect((await types(page)).find(({ type }) => type.id === "typed")?.notes).toBe(0);
    await page.locator("h1").first().focus();
    await page.keyboard.press("Control+z");
    await expect
      .poll(async () => (await types(page)).find(({ type }) => type.id === "typed")?.notes)
      .toBeGreaterThan(0);
  });

  it("keeps everything in reach in a small window and a large one", async () => {
    const { page, app } = running;
    const window = await app.browserWindow(page);
    for (const [name, width, height] of [
      ["small", 720, 540],
      ["large", 2560, 1440],
    ] as const) {
      await window.evaluate((w, [width, height]) => w.setContentSize(width, height), [width, height] as const);
      await page.waitForTimeout(250);
      await look(page, `${theme}-types-${name}`);
    }
    await window.evaluate((w) => w.setContentSize(1280, 820));
  });

  it("shows empty cards, and that there are none once they are removed", async () => {
    const { page } = running;
    const [card] = (await ask<{ ahead: CardView[] }>(page, "study", { deck: null })).ahead;
    if (!card) throw new Error("no card");
    await ask(page, "answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1 });
    const type = await ask<NoteType>(page, "addNoteType", { name: "Gaps", from: { copy: "cloze" } });
    const { fields } = await ask<NoteView>(page, "note", { note: card.note });
    const mapping = { fields: { Text: fields[0]?.id }, templates: {} };
    await ask(page, "changeType", { notes: [card.note], to: type.id, mapping });
    await ask(page, "editNote", { note: card.note, fields: { Text: "Only {{c5::one}} gap" }, tags: [] });
    await page.keyboard.press("Control+Shift+E");
    await page.waitForSelector("dialog[open] .empty-cards li");
    await look(page, `${theme}-empty-cards`);
    await page.keyboard.press("Control+Enter");
    await page.getByText(/1 empty card removed/).waitFor();
    await page.keyboard.press("Control+Shift+E");
    await page.getByText(/There are none/).waitFor();
    await page.keyboard.press("Escape");
  });
});
