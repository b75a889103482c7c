import { afterEach, describe, expect, it } from "vitest";
import { ahead, begin, question, study } from "./drive.ts";
import { type Launched, launch, shot } from "./launch.ts";

let running: Launched | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

describe("a card in a session", () => {
  it("is flagged, marked and suspended by key, and the session goes on", async () => {
    running = await launch({ clock: "2026-11-23T19:00:00+01:00" });
    const { page } = running;
    await begin(page);
    const first = await question(page);
    await page.keyboard.press("Control+3");
    await page.getByRole("img", { name: "Flag: Green" }).waitFor();
    await page.keyboard.press("*");
    await page.getByRole("img", { name: "Marked" }).waitFor();
    expect(await question(page)).toBe(first);
    await shot(page, "flagged");
    await page.keyboard.press("Control+3");
    await page.getByRole("img", { name: "Flag: Green" }).waitFor({ state: "detached" });
    await page.keyboard.press("@");
    await expect.poll(() => question(page)).not.toBe(first);
    await study(page, 3);
    const shown = await ahead(page);
    expect(shown.some(({ marked }) => marked)).toBe(false);
    await page.keyboard.press("u");
    await page.keyboard.press("u");
    await expect.poll(async () => (await ahead(page)).some(({ marked }) => marked)).toBe(true);
  });
});
