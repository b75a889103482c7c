// The dialog that asks for images from the web: who is asked is said first; there is no network, and studying goes on.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { begin } from "./drive.ts";
import { framed } from "./framed.ts";
import { axe, type Launched, launch, shot } from "./launch.ts";

// Names that no network knows (RFC 2606).
const [one, two] = ["http://one.invalid/a.png", "https://two.invalid/b.png"];
const cards = [
  { front: `Far <img src="${one}"> <img src="${two}">`, back: 'Away <img src="https://two.invalid/c.png">' },
  { front: "Near", back: "Here" },
];

let running: Launched;
let page: Page;

beforeAll(async () => {
  running = await launch({ data: await framed(cards), clock: "2026-11-23T19:00:00Z" });
  page = running.page;
  await begin(page);
});
afterAll(() => running.close());

const dialog = () => page.locator("dialog[open]");
const focused = () => page.evaluate(() => document.activeElement?.textContent);

/** Tab until a button has the focus. */
async function tabTo(name: RegExp): Promise<void> {
  for (let i = 0; i < 20 && !name.test((await focused()) ?? ""); i++) await page.keyboard.press("Tab");
  expect(await focused()).toMatch(name);
}

it("is opened by keyboard, and says who would be asked for how many", async () => {
  await page.locator(".strip-note").waitFor();
  await tabTo(/^Fetch for this deck/);
  await page.keyboard.press("Enter");
  await dialog().waitFor();
  expect(await dialog().locator("h2").innerText()).toBe("Fetch 3 images for Framed?");
  const hosts = await dialog().locator("li").allInnerTexts();
  expect(hosts.map((each) => each.replace(/\s+/g, " "))).toEqual(["two.invalid 2 images", "one.invalid 1 image"]);
  expect(await focused()).toBe("Not now");
  await shot(page, "fetch-asks");
  expect(await axe(page)).toEqual([]);
});

it("is left without asking anyone, and the keyboard is where it was", async () => {
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  expect(await focused()).toMatch(/^Fetch for this deck/);
});

it("says kindly that nothing came in, host by host, and can be tried again", async () => {
  await page.keyboard.press("Enter");
  await dialog().waitFor();
  await tabTo(/^Fetch$/);
  await page.keyboard.press("Enter");
  const status = dialog().getByRole("status");
  await status.waitFor();
  expect(await status.innerText()).toBe("No image came in. The cards stay as they are, and can be studied without.");
  expect(await dialog().locator("h2").innerText()).toBe("Images for Framed");
  expect(await focused()).toBe("Close");
  const failures = await dialog().locator("li").allInnerTexts();
  expect(failures).toHaveLength(2);
  expect(failures.join(" ")).toMatch(/two\.invalid\s+2 images/);
  await shot(page, "fetch-failed");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Try again" }).click();
  await status.waitFor();
  expect(await dialog().locator("li").count()).toBe(2);
});

it("lets studying go on", async () => {
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await tabTo(/^Show answer/);
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  await page.keyboard.press("3");
  const near = page.frameLocator(".face-frame.shown").locator("#qa");
  await expect.poll(() => near.innerText()).toContain("Near");
});
