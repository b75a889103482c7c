import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { commandIds, commands } from "../../../renderer/commands.ts";
import { fieldKeys } from "../../../renderer/ui/rich/fieldKeys.ts";
import { kinds, openWindow, press, write } from "../open.tsx";

async function study() {
  const window = await openWindow(`---\ntitle: One\n---\n\nQ: First question?\nA: First answer\n`);
  press("Enter");
  await waitFor(() => expect(window.container.querySelector(".question")).not.toBeNull());
  return window;
}

async function edit() {
  const window = await study();
  press("e");
  await waitFor(() => expect(window.container.querySelector("dialog [role=textbox]")).not.toBeNull());
  const field = () => window.container.querySelector<HTMLElement>("dialog [role=textbox]");
  return { ...window, field, write: (text: string) => write(field(), text) };
}

it("edits a note in place: the card on show has the new text, its answer still hidden", async () => {
  const { container, write } = await edit();
  write("Second question?");
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
  await waitFor(() => expect(container.querySelector(".question")?.textContent).toBe("Second question?"));
  expect(container.querySelector(".grades")).toBeNull();
});

it("asks before it throws text away", async () => {
  const { container, write, ask, app } = await edit();
  write("Something else?");
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog .asking")).not.toBeNull());
  [...container.querySelectorAll<HTMLElement>("dialog button")]
    .find(({ textContent }) => textContent === "Discard them")
    ?.click();
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
  const note = app.session.value?.card.value?.note ?? "";
  expect((await ask("note", { note })).fields[0]?.value).toBe("First question?");
});

it("takes a second Escape for going on, where the person was writing", async () => {
  const { container, write, field: find } = await edit();
  write("Something else?");
  const field = find();
  field?.focus();
  press("Escape");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep editing"));
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog .asking")).toBeNull());
  expect(find()).toBe(field);
  expect(field?.textContent).toBe("Something else?");
  expect(document.activeElement).toBe(field);
});

it("holds a closing window back only while a note has unsaved text", async () => {
  const { container, write } = await edit();
  const closes = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(closes()).toBe(true);
  write("Something else?");
  expect(closes()).toBe(false);
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
  expect(closes()).toBe(true);
});

it("closes by a press beside it, not by one on its own scrollbar", async () => {
  const { container } = await study();
  press("?", { shiftKey: true });
  await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
  const dialog = container.querySelector("dialog") as HTMLDialogElement;
  dialog.getBoundingClientRect = () => new DOMRect(100, 50, 400, 300); // nothing is laid out here
  const pressAt = (clientX: number, clientY: number) =>
    dialog.dispatchEvent(new MouseEvent("mousedown", { clientX, clientY, bubbles: true }));
  pressAt(495, 200);
  await new Promise((done) => setTimeout(done));
  expect(container.querySelector("dialog")).not.toBeNull();
  pressAt(520, 200);
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
});

it("keeps the text when a note is refused, and says why", async () => {
  const { container, write } = await edit();
  write("   ");
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog .trouble")?.textContent).toContain("was not saved"));
  const [front, back] = container.querySelectorAll("dialog [role=textbox]");
  expect(front?.textContent).toBe("   ");
  expect(front?.getAttribute("aria-invalid")).toBe("true");
  const about = front?.getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(about.map((id) => document.getElementById(id)?.textContent).join(" ")).toContain("was not saved");
  expect(back?.hasAttribute("aria-invalid")).toBe(false);
  write("Better?");
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
});

it("shows what is known about a card, and goes with the key that opened it", async () => {
  const { container } = await study();
  press("i");
  await waitFor(() => expect(container.querySelector("dialog")?.textContent).toContain("First question?"));
  press("i");
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
});

it("lists every key of every command", async () => {
  const { container } = await openWindow(kinds);
  press("?", { shiftKey: true });
  await waitFor(() => expect(container.querySelector("dialog .keys")).not.toBeNull());
  const listed = [...container.querySelectorAll("dialog .keys dt")].map((name) => name.textContent);
  const all = [...commandIds.map((id) => commands[id]), ...fieldKeys];
  expect(listed.sort()).toEqual(all.map(({ text }) => text.replace(" …", "")).sort());
});
