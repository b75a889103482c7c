import { waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { onMenu } from "../../renderer/keyboard.ts";
import { kinds, openWindow, press } from "./open.tsx";

it("runs what the menu names, where it can be done", async () => {
  const { app } = await openWindow(kinds);
  onMenu(app, "edit"); // no card is on show
  onMenu(app, "no such command");
  onMenu(app, "settings");
  await waitFor(() => expect(app.screen.value).toBe("settings"));
  expect(app.dialog.value).toBeNull();
});

it("leaves the menu alone while a dialog is open", async () => {
  const { app } = await openWindow(kinds);
  app.open({ kind: "shortcuts" });
  onMenu(app, "settings");
  await Promise.resolve();
  expect(app.screen.value).toBe("today");
});

it("gives Space to the button that has the focus", async () => {
  const { app, container } = await openWindow(kinds);
  container.querySelector<HTMLElement>("[data-command=settings]")?.focus();
  press(" ");
  await waitFor(() => expect(app.screen.value).toBe("settings"));
});

it("leaves Enter to a button that is no command", async () => {
  const { app, container } = await openWindow(kinds);
  container.querySelector<HTMLElement>(".deck-study")?.focus();
  expect(press("Enter")).toBe(false);
  expect(app.screen.value).toBe("today");
});

it("keeps a key out of a composition", async () => {
  await openWindow(kinds);
  expect(press("Enter", { isComposing: true })).toBe(false);
});

describe("an answer field", () => {
  async function answering() {
    const opened = await openWindow("---\ntitle: One\n---\n\nQ: Which year?\nType: 1989\n");
    press("Enter");
    await waitFor(() => expect(opened.container.querySelector(".typed-field")).not.toBeNull());
    const field = opened.container.querySelector(".typed-field") as HTMLInputElement;
    const write = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    return { ...opened, field, write };
  }

  it("keeps undo once something was typed, even if nothing is left of it", async () => {
    const { write } = await answering();
    expect(press("z", { ctrlKey: true })).toBe(true); // nothing to undo here: the app's
    write("19");
    expect(press("z", { ctrlKey: true })).toBe(false);
    write("");
    expect(press("z", { ctrlKey: true })).toBe(false);
  });

  it("lets all keys through once it is only to be read", async () => {
    const { app, container, field, write } = await answering();
    write("1989");
    press("Enter");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    field.focus();
    expect(press("i")).toBe(true);
    await waitFor(() => expect(app.dialog.value?.kind).toBe("info"));
    app.close();
    field.focus();
    expect(press("3")).toBe(true);
    await app.session.value?.settle();
    expect(app.session.value?.answered.value).toBe(1);
  });
});

it("offers a card in learning early when nothing else is left", async () => {
  const { app, ask, container } = await openWindow("---\ntitle: One\n---\n\nQ: One?\nA: 1\n");
  const [card] = (await ask("study", { deck: null })).ahead;
  if (!card) throw new Error("no card");
  await ask("answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1 }); // back in 10 minutes
  await app.today.load();
  await waitFor(() => expect(container.querySelector("h1")?.textContent).toContain("One card"));
  press("Enter");
  await waitFor(() => expect(app.session.value?.card.value?.card).toBe(card.card));
});
