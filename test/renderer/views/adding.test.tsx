import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { kinds, openWindow, press, write } from "../open.tsx";

async function adding() {
  const opened = await openWindow(kinds);
  press("a");
  await waitFor(() => expect(opened.container.querySelector("dialog [role=textbox]")).not.toBeNull());
  const boxes = () => [...opened.container.querySelectorAll<HTMLElement>("dialog [role=textbox]")];
  return { ...opened, boxes };
}

it("adds a note with Ctrl+Enter, and is ready for the next in the first field", async () => {
  const { boxes, ask, container } = await adding();
  await waitFor(() => expect(document.activeElement).toBe(boxes()[0]));
  write(boxes()[0], "New question?");
  write(boxes()[1], "New answer");
  press("Enter", { ctrlKey: true });
  await waitFor(() =>
    expect([container.querySelector("dialog .trouble")?.textContent, boxes()[0]?.textContent]).toEqual(["", ""]),
  );
  expect((await ask("decks", {}))[0]?.cards).toBe(5);
});
