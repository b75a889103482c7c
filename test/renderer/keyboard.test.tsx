import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
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
