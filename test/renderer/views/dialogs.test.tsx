import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { commandIds, commands } from "../../../renderer/commands.ts";
import { kinds, openWindow, press } from "../open.tsx";

async function study() {
  const window = await openWindow(`---\ntitle: One\n---\n\nQ: First question?\nA: First answer\n`);
  press("Enter");
  await waitFor(() => expect(window.container.querySelector(".question")).not.toBeNull());
  return window;
}

async function edit() {
  const window = await study();
  press("e");
  await waitFor(() => expect(window.container.querySelector("dialog textarea")).not.toBeNull());
  const write = (text: string) => {
    const field = window.container.querySelector<HTMLTextAreaElement>("dialog textarea");
    if (!field) throw new Error("no field");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return { ...window, write };
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
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
  const note = app.session.value?.card.value?.note ?? "";
  expect((await ask("note", { note })).fields[0]?.value).toBe("First question?");
});

it("keeps the text when a note is refused, and says why", async () => {
  const { container, write } = await edit();
  write("   ");
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog .trouble")?.textContent).toContain("was not saved"));
  expect(container.querySelector<HTMLTextAreaElement>("dialog textarea")?.value).toBe("   ");
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
  expect(listed.sort()).toEqual(commandIds.map((id) => commands[id].text.replace(" …", "")).sort());
});
