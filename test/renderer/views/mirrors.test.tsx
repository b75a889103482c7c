import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

it("keeps a deck in a folder from its menu, and no longer", async () => {
  const { container, folder, app } = await openWindow(kinds);
  const items = () => [...container.querySelectorAll<HTMLElement>("[role=menuitem]")];
  const item = (text: string) => items().find((each) => each.textContent?.startsWith(text));
  const notice = () => container.querySelector(".notice")?.textContent ?? "";
  const options = container.querySelector("[aria-label='Options for Kinds']") as HTMLElement;
  options.click();
  await waitFor(() => expect(item("Keep in a Markdown folder")).toBeDefined());
  item("Keep in a Markdown folder")?.click();
  await waitFor(() => expect(notice()).toContain("The deck is kept in “picked” from now on."));
  expect((await readdir(join(folder, "picked"))).some((name) => name.endsWith(".md"))).toBe(true);
  options.click();
  await waitFor(() => expect(item("Keep no longer in “picked”")).toBeDefined());
  press("k");
  (document.activeElement as HTMLElement).click();
  await waitFor(() => expect(notice()).toContain("“picked” stays as it is"));
  expect(app.mirrors.of(app.today.view.value?.decks[0]?.id ?? "")).toBeUndefined();
});
