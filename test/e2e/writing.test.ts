// Writing notes in the real window, by keyboard, with the system's own clipboard.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { NoteType } from "../../main/contract/shapes.ts";
import type { DeckView, NoteView } from "../../main/contract/views.ts";
import { ask, begin, place, question } from "./drive.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";

const evening = "2026-11-23T19:00:00+01:00";
const deck = `---\ntitle: Karabakh\n---\n\nQ: What is the capital of Armenia?\nA: Yerevan\nTags: capitals\nId: one\n`;

const box = (page: Page, index = 0) => page.locator("dialog[open] [role=textbox]").nth(index);
const cards = async (page: Page) =>
  (await ask<DeckView[]>(page, "decks")).find(({ path }) => path[0] === "Karabakh")?.cards;

/** Opens the app with that one deck. */
async function opened(options: Parameters<typeof launch>[0] = {}): Promise<Launched> {
  const running = await launch({ clock: evening, size: { width: 1120, height: 760 }, ...options });
  running.page.setDefaultTimeout(5_000);
  await place(running.page);
  if (!options.data) {
    await ask(running.page, "importDeck", { name: "karabakh.md", text: deck });
    await running.page.reload();
    await place(running.page);
  }
  return running;
}

async function openAdd(page: Page): Promise<void> {
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.activeElement?.matches("dialog[open] [data-first]"));
}

/** Picks in the picker of that name by typing. */
async function pick(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    ([label, text]) =>
      document
        .querySelector<HTMLInputElement>(`[role=combobox][aria-label="${label}"]`)
        ?.value.includes(text as string),
    [label, text],
  );
}

/** Adds what is written; waits until the form is empty again. */
async function add(page: Page): Promise<void> {
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => {
    const first = document.querySelector("dialog[open] [data-first]");
    return first?.textContent === "" && document.activeElement === first;
  });
}

const added = async (page: Page): Promise<NoteView["fields"]> => {
  await page.keyboard.press("Control+h");
  await page.locator(".added-notes button").first().click();
  await page.waitForFunction(() => document.querySelectorAll("dialog[open]").length === 2);
  return [];
};

const paste = (running: Launched) =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC";

describe.each(["light", "dark"] as const)("in %s", (theme) => {
  let running: Launched;
  beforeAll(async () => {
    running = await opened({ theme });
    await ask(running.page, "saveSettings", { theme });
    await running.page.reload();
    await place(running.page);
    await openAdd(running.page);
    await pick(running.page, "Deck", "Karabakh");
  });
  afterAll(() => running.kill());

  async function look(name: string): Promise<void> {
    const { page } = running;
    await page.waitForTimeout(600);
    await shot(page, `${theme}-${name}`);
    expect(await axe(page), name).toEqual([]);
  }

  it("a basic note, written as Markdown", async () => {
    const { page } = running;
    await box(page).focus();
    await page.keyboard.type("What is **tuff**, as in `Yerevan`?");
    await page.keyboard.press("Tab"); // the source button and the pin are no stops
    await page.keyboard.type("A *stone*");
    expect(await box(page).innerHTML()).toContain("<strong>tuff</strong>");
    await page.waitForFunction(() => document.querySelector(".preview em")?.textContent === "stone");
    await look("add-basic");
    await add(page);
    expect(await cards(page)).toBe(2);
  });

  it("a cloze with gaps by key, hint and number changed without the mouse", async () => {
    const { page } = running;
    await pick(page, "Note type", "Cloze");
    await box(page).focus();
    await page.keyboard.type("Yerevan lies on the Hrazdan");
    await page.keyboard.press("Control+Shift+C");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+Shift+C");
    expect(await box(page).locator(".cloze").allTextContents()).toEqual(["Yerevan", "Hrazdan"]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F2");
    await page.waitForFunction(() => document.activeElement?.closest(".details"));
    await page.keyboard.press("Tab");
    await page.keyboard.type("a city");
    await look("add-cloze");
    await page.keyboard.press("Enter");
    expect(await box(page).locator(".cloze").first().getAttribute("data-hint")).toBe("a city");
    await page.waitForFunction(() => document.querySelectorAll(".preview-cards > li").length === 2);
    await add(page);
    expect(await cards(page)).toBe(4);
  });

  it("both ways, and both ways if wanted", async () => {
    const { page } = running;
    await pick(page, "Note type", "Basic and reversed");
    await box(page).focus();
    await page.keyboard.type("stone");
    await box(page, 1).focus();
    await page.keyboard.type("քար");
    await add(page);
    expect(await cards(page)).toBe(6);
    await pick(page, "Note type", "reversed if wanted");
    await box(page).focus();
    await page.keyboard.type("water");
    await box(page, 1).focus();
    await page.keyboard.type("ջուր");
    await page.keyboard.press("Tab");
    await page.keyboard.type("y");
    await add(page);
    expect(await cards(page)).toBe(8);
  });

  it("a typed answer and a choice, whose answers stay as they are typed", async () => {
    const { page } = running;
    await pick(page, "Note type", "Typed answer");
    await box(page).focus();
    await page.keyboard.type("Which method makes an object in Python?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("__init__ | __new__");
    await add(page);
    await pick(page, "Note type", "Multiple choice");
    await box(page).focus();
    await page.keyboard.type("Which is a sea?");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Caspian");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Sevan");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Van");
    await look("add-choice");
    await add(page);
    expect(await cards(page)).toBe(10);
  });

  it("says at the field what is missing, and loses nothing", async () => {
    const { page } = running;
    await pick(page, "Note type", "Cloze");
    await box(page).focus();
    await page.keyboard.type("No gap here");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector("dialog[open] .trouble:not(:empty)");
    expect(await box(page).getAttribute("aria-invalid")).toBe("true");
    expect(await box(page).innerText()).toBe("No gap here");
    await look("add-refused");
    await page.keyboard.press("Control+Shift+C");
    await add(page);
  });

  it("shows what was added, and edits it on top", async () => {
    const { page } = running;
    await added(page);
    await look("add-edit");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll("dialog[open]").length === 1);
    await page.keyboard.press("Control+h");
  });

  it("the twin of a note is shown while it is written", async () => {
    const { page } = running;
    await pick(page, "Note type", "Basic");
    await box(page).focus();
    await page.keyboard.type("What is the capital of Armenia?");
    await page.waitForSelector(".advice.warning");
    expect(await page.locator(".advice.warning").innerText()).toContain("Yerevan");
    await look("add-twin");
    const window = await running.app.browserWindow(page);
    await window.evaluate((w) => w.setContentSize(720, 540));
    await page.waitForTimeout(300);
    await look("add-small");
    await window.evaluate((w) => w.setContentSize(1120, 760));
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
  });
});

describe("from outside", () => {
  let running: Launched;
  beforeAll(async () => {
    running = await opened();
    await openAdd(running.page);
  });
  afterAll(() => running.kill());

  it("messy HTML is pasted as the few things that matter", async () => {
    const { page, app } = running;
    await app.evaluate(({ clipboard }) =>
      (clipboard as unknown as { write(data: object): void }).write({
        text: "Title bold link",
        html: `<meta charset="utf-8"><style>p{color:red}</style><script>window.broken = 1</script>
          <h1 onclick="x()">Title</h1><p class="MsoNormal" style="font-family:Comic Sans"><b style="font-weight:normal">plain</b>
          <strong onmouseover="x()">bold</strong> <a href="javascript:x()">bad</a> <a href="https://a.org/">link</a>
          <img src="x" onerror="window.broken = 1"><iframe src="https://a.org"></iframe></p><ul><li>one<li>two</ul>`,
      }),
    );
    await box(page).focus();
    await paste(running);
    await page.waitForFunction(() => document.querySelector("dialog [role=textbox] li"));
    const html = await box(page).innerHTML();
    expect(html).toContain("<strong>bold</strong>");
    expect(html).not.toMatch(/script|onclick|onerror|iframe|style=|javascript|Mso/i);
    expect(await page.evaluate(() => "broken" in window)).toBe(false);
    await page.keyboard.press("Control+z");
    expect((await box(page).innerText()).trim()).toBe("");
  });

  it("what was copied here is pasted without loss", async () => {
    const { page, app } = running;
    await box(page).focus();
    await page.keyboard.type("**bold** and \\(x^2\\)");
    await page.keyboard.press("Control+a");
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy());
    // The page copies in its own time.
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe("bold and \\(x^2\\)");
    await box(page, 1).focus();
    await paste(running);
    await expect.poll(() => box(page, 1).locator(".chip.math").count()).toBe(1);
    expect(await box(page, 1).locator("strong").innerText()).toBe("bold");
  });

  it("a picture is pasted and shown", async () => {
    const { page, app } = running;
    await app.evaluate(({ clipboard, nativeImage }, png) => {
      clipboard.clear();
      (clipboard as unknown as { writeImage(image: unknown): void }).writeImage(
        nativeImage.createFromBuffer(Buffer.from(png, "base64")),
      );
    }, dot);
    await box(page, 2).focus();
    await paste(running);
    const picture = page.locator("dialog .rich-picture img");
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(10);
    await shot(page, "add-picture");
  });
});

it("an image occlusion is drawn by keyboard, over a pasted picture", async () => {
  const running = await opened();
  const { page, app } = running;
  await openAdd(page);
  await pick(page, "Deck", "Karabakh");
  await pick(page, "Note type", "Image occlusion");
  await app.evaluate(({ clipboard, nativeImage }, png) => {
    clipboard.clear();
    const picture = nativeImage.createFromBuffer(Buffer.from(png, "base64")).resize({ width: 300, height: 200 });
    (clipboard as unknown as { writeImage(image: unknown): void }).writeImage(picture);
  }, dot);
  await box(page).focus();
  await paste(running);
  const drawing = page.getByLabel("Picture with its hidden parts");
  await drawing.waitFor();
  const middles = await page.locator(".drawing-tools > :not(.tool-space)").evaluateAll((all) =>
    all.map((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    }),
  );
  expect(new Set(middles).size).toBe(1); // in one line
  await drawing.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("e");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(1_500);
  await shot(page, "add-occlusion");
  await page.waitForFunction(() => document.querySelectorAll(".preview-cards > li").length === 2);
  await shot(page, "add-occlusion");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => cards(page)).toBe(3);
  await running.kill();
});

it("a card that its note type draws is shown in frames beside it", async () => {
  const running = await opened({ theme: "dark" });
  const { page } = running;
  await openAdd(page);
  await page.keyboard.type("What is \\(x^2\\)?");
  await page.keyboard.press("Tab");
  await page.keyboard.type("A **square**");
  await page.waitForSelector(".preview iframe.shown");
  await page.waitForTimeout(1_500);
  await shot(page, "add-framed");
  const frame = page.frames().find((each) => each.url().includes("/answer"));
  expect(await frame?.locator("strong").innerText()).toBe("square");
  await running.kill();
});

describe("what is written", () => {
  let running: Launched;
  afterEach(() => running.kill());

  it("is edited in the middle of a session, which goes on with the same card", async () => {
    running = await opened();
    const { page } = running;
    await begin(page);
    const before = await question(page);
    await page.keyboard.press("e");
    await page.waitForFunction(() => document.activeElement?.matches("dialog[open] [data-first]"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" **Truly?**");
    await page.waitForTimeout(500);
    await shot(page, "edit");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await expect.poll(() => question(page)).toBe(`${before} Truly?`);
    expect(await place(page)).toBe("question");
  });

  it("goes to its source and back by one key, and undo goes back through both", async () => {
    running = await opened();
    const { page } = running;
    await openAdd(page);
    await page.keyboard.type("A **bold** word");
    await page.keyboard.press("Control+Shift+X");
    await page.waitForFunction(() => document.activeElement?.matches("textarea.source"));
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" and *more*");
    await page.keyboard.press("Control+Shift+X");
    await page.waitForFunction(() => document.activeElement?.matches("[role=textbox]"));
    expect(await box(page).locator("em").innerText()).toBe("more");
    await page.keyboard.press("Control+z");
    expect(await box(page).innerText()).toBe("A bold word");
    expect(await box(page).locator("strong").innerText()).toBe("bold");
  });

  it("is taken back by Ctrl+Z outside the fields", async () => {
    running = await opened();
    const { page } = running;
    await openAdd(page);
    await pick(page, "Deck", "Karabakh");
    await box(page).focus();
    await page.keyboard.type("One?");
    await box(page, 1).focus();
    await page.keyboard.type("1");
    await add(page);
    expect(await cards(page)).toBe(2);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector("dialog[open]"));
    await page.keyboard.press("Control+z");
    await expect.poll(() => cards(page)).toBe(1);
  });

  it("is found again after kill -9", async () => {
    running = await opened();
    const { data } = running;
    const { page } = running;
    await openAdd(page);
    await pick(page, "Deck", "Karabakh");
    await box(page).focus();
    await page.keyboard.type("Half a **question");
    await page.waitForTimeout(1_000);
    await running.kill();
    running = await opened({ data });
    await running.page.waitForSelector(".draft-offer");
    expect(await running.page.locator(".draft-offer").innerText()).toContain("Karabakh");
    await shot(running.page, "draft");
    await running.page.getByRole("button", { name: "Continue" }).press("Enter");
    await running.page.waitForSelector("dialog[open] [role=textbox]");
    expect(await box(running.page).innerText()).toBe("Half a **question");
    const types = await ask<NoteType[]>(running.page, "noteTypes");
    expect(types.length).toBeGreaterThan(0);
  });
});
