import { waitFor } from "@testing-library/preact";
import { afterEach, expect, it, vi } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

afterEach(() => vi.useRealTimers());

async function settings() {
  const window = await openWindow(kinds);
  press(",", { ctrlKey: true });
  await waitFor(() => expect(window.container.querySelector("main.settings")).not.toBeNull());
  return window;
}

function field(container: Element, label: string): HTMLInputElement {
  const found = [...container.querySelectorAll("label")].find((each) => each.textContent === label);
  const control = found?.parentElement?.querySelector<HTMLInputElement>("input, select");
  if (!control) throw new Error(`no field ${label}`);
  return control;
}

function change(container: Element, label: string, value: string): Element | null | undefined {
  const control = field(container, label);
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
  return control.closest(".field")?.querySelector(".outcome");
}

it("begins with its headline, and says where one is", async () => {
  const { container, app } = await settings();
  expect(document.activeElement).toBe(container.querySelector("h1"));
  await waitFor(() => expect(app.notices.announced.value).toBe("Settings"));
});

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
  ["New cards a day", "0x10"],
  ["New cards a day", "1e3"],
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

it("takes a number as people write it", async () => {
  const { container, ask } = await settings();
  await ask("saveSettings", { maximumInterval: 100 });
  change(container, "Longest interval, in days", "3,650");
  await waitFor(async () => expect((await ask("settings", {})).maximumInterval).toBe(3_650));
  await waitFor(() => expect(field(container, "Longest interval, in days").value).toBe("3650"));
});

it("keeps a refusal, and what it is about, while another field is saved", async () => {
  const { container, app } = await settings();
  const refused = change(container, "New cards a day", "many");
  const first = change(container, "Longest interval, in days", "365");
  await waitFor(() => expect(first?.textContent).toBe("Saved"));
  const second = change(container, "Reviews a day, at most", "99");
  await waitFor(() => expect(second?.textContent).toBe("Saved"));
  expect(first?.textContent).toBe("");
  expect(refused?.textContent).toMatch(/whole number/);
  expect(field(container, "New cards a day").value).toBe("many");
  await app.go("today");
  await waitFor(() => expect(app.settings.outcomes.value).toEqual({}));
});

it("saves a slider once it rests, as one step back, and never jumps", async () => {
  const { container, ask, app } = await settings();
  const shown = () => Number.parseInt(container.querySelector(".slider-value")?.textContent ?? "", 10);
  const seen = new Set<number>();
  const watch = new MutationObserver(() => seen.add(shown()));
  watch.observe(container, { subtree: true, childList: true, characterData: true });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  for (const value of ["91", "92", "93"]) {
    change(container, "Desired retention", value);
    vi.advanceTimersByTime(500);
  }
  expect((await ask("settings", {})).desiredRetention).toBe(0.9);
  vi.advanceTimersByTime(500);
  vi.useRealTimers();
  await waitFor(async () => expect((await ask("settings", {})).desiredRetention).toBe(0.93));
  await waitFor(() => expect(app.settings.view.value?.desiredRetention).toBe(0.93));
  watch.disconnect();
  expect(seen).toContain(93);
  expect(seen).not.toContain(90);
  await ask("undo", {});
  expect((await ask("settings", {})).desiredRetention).toBe(0.9);
});

it("saves a slider at once when it is left", async () => {
  const { container, ask } = await settings();
  const slider = field(container, "Desired retention");
  slider.focus();
  change(container, "Desired retention", "85");
  slider.blur();
  expect((await ask("settings", {})).desiredRetention).toBe(0.85);
});

it("takes back what a slider has just said, though it has hardly come to rest", async () => {
  const { container, ask } = await settings();
  field(container, "Desired retention").focus();
  change(container, "Desired retention", "85");
  press("z", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector(".notice")?.textContent).toContain("Taken back: the setting"));
  expect((await ask("settings", {})).desiredRetention).toBe(0.9);
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
