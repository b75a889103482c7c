import { waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Settings } from "../../../main/contract/shapes.ts";
import { available, commands } from "../../../renderer/commands.ts";
import { openWindow, press } from "../open.tsx";

afterEach(() => vi.restoreAllMocks());

const deck = "---\ntitle: One\n---\n\nQ: First?\nA: One\n\nQ: Second?\nA: Two\n\nQ: Third?\nA: Three\n";
const typed = "---\ntitle: One\n---\n\nQ: Which year?\nType: 1989\n";

async function study(text = deck, settings: Partial<Settings> = {}, buttons: 2 | 4 = 4) {
  const opened = await openWindow(text);
  await opened.ask("saveSettings", { ...settings } as never);
  await opened.ask("savePreset", { preset: "default", changes: { buttons } });
  await opened.app.settings.load();
  press("Enter");
  await waitFor(() => expect(opened.container.querySelector(".study-foot button")).not.toBeNull());
  const words = (selector: string) => opened.container.querySelector(selector)?.textContent ?? null;
  return { ...opened, words, said: () => opened.app.notices.shown.value?.text ?? "" };
}

const soonAnswered = { autoAdvance: { question: 0.05, answer: 0.05, action: "good" as const } };
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe("auto-advance", () => {
  it("is off by default, and says where to set it", async () => {
    const { said } = await study();
    press("A", { shiftKey: true });
    expect(said()).toContain("set its seconds in Settings");
  });

  it("shows answers and grades them, one card after the other, until it is switched off", async () => {
    const { app, said, container } = await study(deck, soonAnswered);
    await pause(150);
    expect(container.querySelector(".grades")).toBeNull(); // not before it is switched on
    press("A", { shiftKey: true });
    expect(said()).toContain("Auto-advance is on: the answer shows after");
    const isPressed = () => container.querySelector("[data-command=autoAdvance]")?.getAttribute("aria-pressed");
    await waitFor(() => expect(isPressed()).toBe("true"));
    await waitFor(() => expect(app.session.value?.answered.value).toBeGreaterThan(1));
    press("A", { shiftKey: true });
    expect(said()).toBe("Auto-advance is off.");
    await app.session.value?.settle();
    const { value } = app.session.value?.answered ?? {};
    await pause(150);
    expect(app.session.value?.answered.value).toBe(value);
  });

  it("checks what was typed, and begins to wait anew with each letter", async () => {
    const { container, words } = await study(typed, { autoAdvance: { question: 0.2, answer: 0, action: "good" } });
    press("A", { shiftKey: true, ctrlKey: false });
    const field = container.querySelector<HTMLInputElement>(".typed-field");
    if (!field) throw new Error("no field");
    field.blur();
    press("A", { shiftKey: true });
    for (const text of ["1", "19", "198", "1989"]) {
      await pause(120);
      expect(container.querySelector(".grades")).toBeNull();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await waitFor(() => expect(words(".verdict-words")).toBe("Right."));
  });

  it("does not go on behind a dialog or a menu", async () => {
    const { app, container } = await study(deck, soonAnswered);
    press("?");
    await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
    app.autoAdvance.toggle();
    await pause(200);
    expect(app.session.value?.turn.value.revealed).toBe(false);
    app.close();
    app.menu.value = "card";
    await pause(200);
    expect(app.session.value?.turn.value.revealed).toBe(false);
    app.menu.value = null;
    await waitFor(() => expect(app.session.value?.answered.value).toBe(1));
    app.autoAdvance.toggle();
  });

  it("waits for a sound to end", async () => {
    const { app } = await study(deck, soonAnswered);
    let over = (_: "over") => {};
    const end = new Promise<"over">((done) => {
      over = done;
    });
    const playing = vi.spyOn(app.player.playing, "value", "get").mockReturnValue(true);
    app.autoAdvance.toggle();
    await pause(200);
    expect(app.session.value?.turn.value.revealed).toBe(false);
    playing.mockRestore();
    over("over");
    await end;
  });

  it("stops when the window is left, and with the session", async () => {
    const { app, said } = await study(deck, { autoAdvance: { question: 60, answer: 0, action: "good" } });
    press("A", { shiftKey: true });
    vi.spyOn(document, "hasFocus").mockReturnValue(true); // a face took the focus: the window was not left
    window.dispatchEvent(new Event("blur"));
    expect(app.autoAdvance.isOn.value).toBe(true);
    vi.spyOn(document, "hasFocus").mockReturnValue(false);
    window.dispatchEvent(new Event("blur"));
    expect(app.autoAdvance.isOn.value).toBe(false);
    expect(said()).toContain("you left the window");
    press("A", { shiftKey: true });
    await app.go("today");
    await waitFor(() => expect(app.autoAdvance.isOn.value).toBe(false));
  });
});

describe("the time of an answer", () => {
  it("is not shown unless the person wants it", async () => {
    const { container } = await study();
    expect(container.querySelector("[role=timer]")).toBeNull();
  });

  it("runs until the answer shows, and no further than what is counted", async () => {
    const { words, pass } = await study(deck, { timer: true });
    expect(words("[role=timer]")).toBe("0:00");
    pass(7_200);
    await waitFor(() => expect(words("[role=timer]")).toBe("0:07"));
    press(" ");
    await waitFor(() => expect(words(".answer")).not.toBeNull());
    pass(20_000);
    await pause(400);
    expect(words("[role=timer]")).toBe("0:07");
    press("3");
    await waitFor(() => expect(words("[role=timer]")).toBe("0:00"));
    pass(90_000);
    await waitFor(() => expect(words("[role=timer]")).toBe("1:00"));
  });
});

it("a timebox says what was done in it, between two cards, and begins anew", async () => {
  const { said, pass, app } = await study(deck, { timebox: 10 });
  pass(6 * 60_000);
  press(" ");
  press("3");
  await waitFor(() => expect(app.session.value?.answered.value).toBe(1));
  await pause(200);
  expect(said()).toBe("");
  pass(5 * 60_000);
  press(" ");
  await waitFor(() => expect(app.session.value?.turn.value.revealed).toBe(true));
  press("3");
  await waitFor(() => expect(said()).toBe("2 cards in 11 minutes."));
});

describe("the menu of the card on show", () => {
  const items = () => [...document.querySelectorAll("[role=menuitem] .menu-text")].map((each) => each.textContent);
  it("opens with M, is walked by arrow keys, and gives the focus back", async () => {
    const { container } = await study();
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    const before = document.activeElement;
    press("m");
    await waitFor(() => expect(items()).toContain("Bury card until tomorrow"));
    expect(items()).toEqual(expect.arrayContaining(["Edit note", "Card info", "Flag …", "Suspend note", "Mark note"]));
    expect(items()).not.toContain("Replay sounds"); // there are none
    press("3"); // a letter of the menu, no grade
    expect(container.querySelector(".grades")).not.toBeNull();
    press("Escape");
    await waitFor(() => expect(document.querySelector("[role=menu]")).toBeNull());
    expect(document.activeElement).toBe(before);
  });

  it("flags by a menu of its own", async () => {
    const { app } = await study();
    press("m");
    await waitFor(() => expect(items().length).toBeGreaterThan(5));
    press("f");
    document.activeElement?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    await waitFor(() => expect(items()[0]).toBe("Flag: Red"));
    press("ArrowDown");
    (document.activeElement as HTMLElement).click();
    await waitFor(() => expect(app.session.value?.card.value?.flag).toBe(2));
    expect(document.querySelector("[role=menu]")).toBeNull();
  });
});

it("tells of the card before", async () => {
  const { words, app } = await study();
  const first = words(".question");
  expect(available("previousInfo", app)).toBe(false); // there is none yet
  press(" ");
  press("3");
  await waitFor(() => expect(app.session.value?.answered.value).toBe(1));
  expect(available("previousInfo", app)).toBe(true);
  await commands.previousInfo.run(app);
  await waitFor(() => expect(words(".info-title")).toBe(first));
});

describe("two buttons", () => {
  it("are Forgot and Got it; the others stand small beside what was known, each with its words", async () => {
    const { container } = await study(deck, {}, 2);
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades.two")).not.toBeNull());
    const buttons = [...container.querySelectorAll(".grade")];
    expect(buttons.map((each) => each.querySelector(".grade-name")?.textContent)).toEqual([
      "Forgot",
      "Got it",
      "Hard",
      "Easy",
    ]);
    expect(buttons.map((each) => each.getAttribute("aria-keyshortcuts"))).toEqual(["1", "3", "2", "4"]);
    expect(buttons.map((each) => each.getAttribute("aria-description")?.split(":")[0])).toEqual([
      "You did not know it",
      "You knew it",
      "You knew it, with effort",
      "You knew it at once",
    ]);
    expect(document.activeElement).toBe(buttons[1]);
    expect(container.querySelectorAll("fieldset.passes .small")).toHaveLength(2);
  });

  it.each([
    ["1989", "Got it"],
    ["1066", "Forgot"],
  ])("a typed answer proposes one of them: %s", async (text, name) => {
    const { container } = await study(typed, {}, 2);
    const field = container.querySelector<HTMLInputElement>(".typed-field");
    if (!field) throw new Error("no field");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    press("Enter");
    await waitFor(() => expect(container.querySelector(".grade.proposed .grade-name")?.textContent).toBe(name));
  });
});
