// Cards that their note type draws, in frames: studied by keyboard, with pictures and sound, links, themes.
import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { begin, place } from "./drive.ts";
import { framed, png, wav } from "./framed.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";

const evening = "2026-11-23T19:00:00Z";
const css = ".card { font-family: arial; font-size: 24px } .nightMode b { color: rgb(255, 200, 0) }";

const cards = [
  {
    front: '<b>What is this?</b><br><img src="square.png" alt="a square"> [sound:tone.wav]',
    back: 'A <i>square</i>. <a href="https://example.org/squares?x=1">More</a> [sound:gone.mp3]',
    css,
  },
  {
    front: "The capital of Armenia",
    back: "Yerevan",
    templates: { front: "{{Front}}<br>{{type:Back}}", back: "{{FrontSide}}<hr id=answer>{{type:Back}}" },
  },
  { front: `<div style="height: 3000px">Long</div>`, back: "The end", css: "" },
  {
    front: "Math: \\(\\frac{1}{2}\\)",
    back: "<script>document.title = 'ran'</script>half <img src='http://example.org/a.png'>",
  },
  { front: "Last one", back: "Bye" },
];

let running: Launched;
let page: Page;

beforeAll(async () => {
  const data = await framed(cards, { "square.png": png(120, 120, [0, 120, 140]), "tone.wav": wav(3) });
  running = await launch({ data, clock: evening, size: { width: 1120, height: 760 } });
  page = running.page;
  await begin(page);
});
afterAll(() => running.close());

const shown = (): FrameLocator => page.frameLocator(".face-frame.shown");
const text = (selector = "#qa") => shown().locator(selector).innerText();
const playing = () => page.evaluate(() => document.querySelector(".player [data-command=pause]")?.matches(":enabled"));

it("shows question and answer in the same place, with the picture, and the sound is heard", async () => {
  await expect.poll(() => text()).toContain("What is this?");
  expect(await page.locator(".face-frame.shown").getAttribute("sandbox")).toBe("");
  expect(
    await shown()
      .locator("img")
      .evaluate((img: HTMLImageElement) => img.naturalWidth),
  ).toBe(120);
  await expect.poll(playing).toBe(true);
  await shot(page, "framed-question");
  const top = await shown().locator("b").boundingBox();
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  await expect.poll(() => text()).toContain("square");
  expect(await shown().locator("b").boundingBox()).toEqual(top);
  expect(await page.locator("iframe").count()).toBeLessThanOrEqual(3);
  await shot(page, "framed-answer");
  expect(await axe(page)).toEqual([]);
});

it("plays again by key, and goes silent with its card", async () => {
  await page.keyboard.press("r");
  await expect.poll(playing).toBe(true);
  await page.keyboard.press("5");
  await page.keyboard.press("]");
  expect(await page.locator(".player-speed").innerText()).toBe("1.25×");
  await page.keyboard.press("[");
});

it("asks before a link is opened, and says where it leads", async () => {
  const opened: string[] = [];
  await running.app.evaluate(({ shell }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    shell.openExternal = async (url: string) => void seen.push(url);
  });
  const seen = () => running.app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await shown().getByText("More").click();
  await page.waitForSelector("dialog[open]");
  expect(await page.locator(".link-host").innerText()).toBe("example.org");
  await settled();
  await shot(page, "framed-link");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
  expect(await seen()).toEqual(opened);
  await shown().getByText("More").click();
  await page.getByRole("button", { name: "Open in browser" }).click();
  await expect.poll(seen).toEqual(["https://example.org/squares?x=1"]);
  expect(await text()).toContain("square");
});

it("hears keys while the face has the focus, each once", async () => {
  await shown()
    .locator("#qa")
    .click({ position: { x: 5, y: 5 } });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  await key("3");
  await expect.poll(() => text()).toContain("The capital of Armenia");
  expect(await page.locator("[role=progressbar], progress").getAttribute("value")).toBe("1");
});

it("compares what was typed, where the template asks for it", async () => {
  await page.keyboard.type("Yerewan");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".grades");
  await expect.poll(() => shown().locator("#typeans").count()).toBe(1);
  expect(await text("#typeans .typeBad")).toBe("w");
  expect(await page.locator(".verdict-words").innerText()).toMatch(/close/i);
  await shot(page, "framed-typed");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("3");
});

it("scrolls within itself, and Space in it shows the answer", async () => {
  await expect.poll(() => text()).toContain("Long");
  const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  expect(overflow).toBe(0);
  await shown()
    .locator("#qa")
    .click({ position: { x: 5, y: 5 } });
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  await key("Space");
  await page.waitForSelector(".grades");
  expect(await place(page)).toBe("answer");
  // The answer is brought into view, with what is above it.
  await expect.poll(async () => (await shown().getByText("The end").boundingBox())?.y ?? 9_999).toBeLessThan(700);
  await page.keyboard.press("3");
});

it("follows the theme, typesets math, and says what it leaves out", async () => {
  await expect.poll(() => shown().locator("[data-tex]").count()).toBe(1);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => shown().locator("body.nightMode").count()).toBe(1);
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  await expect.poll(() => text()).toContain("half");
  expect(await page.locator(".strip").innerText()).toMatch(/script/);
  expect(await page.locator(".strip").innerText()).toMatch(/1 image/);
  await shot(page, "framed-dark");
  expect(await axe(page)).toEqual([]);
  expect(await page.title()).toBe("Mneme");
});

/** Waits for what moves to come to rest. */
const settled = () =>
  page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))));

/** A key as the system gives it, to whatever frame has the focus; the page's own keyboard reaches the window alone. */
async function key(keyCode: string): Promise<void> {
  await running.app.evaluate(({ BrowserWindow }, keyCode) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.sendInputEvent({ type: "keyDown", keyCode });
    contents?.sendInputEvent({ type: "char", keyCode: keyCode === "Space" ? " " : keyCode });
    contents?.sendInputEvent({ type: "keyUp", keyCode });
  }, keyCode);
}
