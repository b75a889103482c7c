import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

async function settings() {
  const window = await openWindow(kinds);
  press(",", { ctrlKey: true });
  await waitFor(() => expect(window.container.querySelector("main.settings")).not.toBeNull());
  return window;
}

function change(container: Element, label: string, value: string): Element | null | undefined {
  const found = [...container.querySelectorAll("label")].find((each) => each.textContent === label);
  const field = found?.parentElement?.querySelector<HTMLInputElement>("input, select");
  if (!field) throw new Error(`no field ${label}`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return found?.parentElement?.querySelector(".outcome");
}

it("takes a theme at once", async () => {
  const { container, ask } = await settings();
  container.querySelectorAll<HTMLElement>("[name=theme]")[2]?.click();
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("dark"));
  expect((await ask("settings", {})).theme).toBe("dark");
});

it("saves on change and says so quietly", async () => {
  const { container, ask } = await settings();
  const outcome = change(container, "New cards a day", "7");
  await waitFor(() => expect(outcome?.textContent).toBe("Saved"));
  expect((await ask("settings", {})).newPerDay).toBe(7);
});

it.each([
  ["New cards a day", "many"],
  ["New cards a day", "-1"],
  ["Steps for new cards", "1x"],
])("refuses %s = %s with a sentence beside the field, and keeps what was typed", async (label, value) => {
  const { container, ask } = await settings();
  const before = await ask("settings", {});
  const outcome = change(container, label, value);
  await waitFor(() => expect(outcome?.textContent).toMatch(/\.$/));
  expect(outcome?.getAttribute("role")).toBe("alert");
  expect(container.querySelector<HTMLInputElement>("[aria-invalid]")?.value).toBe(value);
  expect(await ask("settings", {})).toEqual(before);
});

it("says what a desired retention means, with a warning at the ends", async () => {
  const { container } = await settings();
  const meaning = () => container.querySelector(".meaning")?.textContent;
  expect(meaning()).toContain("one card in 10");
  change(container, "Desired retention", "98");
  await waitFor(() => expect(meaning()).toContain("very frequent"));
  change(container, "Desired retention", "75");
  await waitFor(() => expect(meaning()).toContain("So low"));
});

it("takes a setting back with undo", async () => {
  const { container, ask } = await settings();
  const before = await ask("settings", {});
  change(container, "Longest interval, in days", "365");
  await waitFor(async () => expect((await ask("settings", {})).maximumInterval).toBe(365));
  (document.activeElement as HTMLElement | null)?.blur();
  press("z", { ctrlKey: true });
  await waitFor(async () => expect(await ask("settings", {})).toEqual(before));
  await waitFor(() =>
    expect(container.querySelector(".notice-place [role=status]")?.textContent).toContain("Taken back"),
  );
});
