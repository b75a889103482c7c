import { readdir, readFile, writeFile } from "node:fs/promises";
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

it("says that files were changed there, and leaves the session or the note only when asked to look", async () => {
  const { container, folder, app, ask } = await openWindow(kinds);
  const deck = app.today.view.value?.decks[0]?.id ?? "";
  await app.mirrors.begin(deck);
  const [name] = (await readdir(join(folder, "picked"))).filter((each) => each.endsWith(".md"));
  const file = join(folder, "picked", name ?? "");
  const notice = () => container.querySelector(".notice")?.textContent ?? "";
  const button = (text: string, inside = ".notice") =>
    [...container.querySelectorAll<HTMLElement>(`${inside} button`)].find((each) => each.textContent === text);
  app.notices.clear();
  await app.study(deck);
  await app.edit();
  expect(app.place.value).toBe("note");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^A: .*$/m, "A: changed outside"));
  await waitFor(() => expect(notice()).toMatch(/^Files of “Kinds” were changed in the folder “picked”/), {
    timeout: 20_000,
  });
  expect(app.place.value).toBe("note");
  button("Look at it")?.click();
  await waitFor(() => expect(container.querySelector("dialog")?.textContent).toContain("Save or close the note first"));
  app.close();
  expect(app.screen.value).toBe("study");
  await app.go("today");
  expect(notice()).toContain("Look at it");
  button("Dismiss")?.click();
  await waitFor(() => expect(notice()).toBe(""));
  button("Look at it", ".deck-about")?.click();
  await waitFor(() => expect(app.importing.ready.value.length).toBe(1), { timeout: 10_000 });
  expect(app.screen.value).toBe("import");
  expect(await ask("mirrors", {})).toMatchObject([{ state: "outside", news: false }]);
  await app.importing.importIt();
  await app.importing.leaveNow();
  await waitFor(() => expect(app.mirrors.of(deck)).toMatchObject({ state: "same", news: false }), { timeout: 20_000 });
}, 60_000);
