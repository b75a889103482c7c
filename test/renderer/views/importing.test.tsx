import { waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { openWindow, press } from "../open.tsx";

const deck = (title: string, note = "Q: One?\nA: 1") => `---\ntitle: ${title}\n---\n\n${note}\nId: ${title}\n`;
const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name);

/** Drops these files on the window, or other things, such as text; true if the window took them. */
function drop(files: readonly File[], types = ["Files"]): boolean {
  const event = new Event("drop", { bubbles: true, cancelable: true });
  return !document.body.dispatchEvent(Object.assign(event, { dataTransfer: { types, files } }));
}

const report = (container: Element) => container.querySelector("dialog")?.textContent ?? "";

describe("files dropped on the window", () => {
  it("come in one by one: a bad one is named and keeps none of the others out", async () => {
    const { app, container } = await openWindow(deck("Old"));
    app.notices.alert("An earlier trouble.");
    const latin1 = new Uint8Array([0x51, 0x3a, 0x20, 0xe9, 0x0a]);
    drop([file("a.md", deck("A")), file("bad.md", latin1), file("empty.md", ""), file("b.md", deck("B"))]);
    await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
    const said = [...container.querySelectorAll("dialog .report")].map((each) => each.textContent);
    expect(said).toEqual([
      expect.stringMatching(/^a\.md1 note added/),
      expect.stringMatching(/^bad\.md.*UTF-8/),
      expect.stringMatching(/^empty\.md.*No note was found/),
      expect.stringMatching(/^b\.md1 note added/),
    ]);
    expect(app.today.view.value?.decks.map(({ path }) => path[0]).sort()).toEqual(["A", "B", "Old"]);
    expect(app.notices.shown.value).toBeNull();
  });

  it("may be written in UTF-16, as the byte order mark says", async () => {
    const { app, container } = await openWindow(deck("Old"));
    const text = Buffer.from(`\ufeff${deck("Sixteen")}`, "utf16le");
    drop([file("sixteen.md", new Uint8Array(text))]);
    await waitFor(() => expect(report(container)).toContain("1 note added"));
    expect(app.today.view.value?.decks.map(({ path }) => path[0])).toContain("Sixteen");
  });

  it("are told of by a dialog that a screen reader reads out", async () => {
    const { container } = await openWindow(deck("Old"));
    drop([file("a.md", deck("A")), file("b.md", deck("B"))]);
    await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
    const ids = container.querySelector("dialog")?.getAttribute("aria-describedby")?.split(" ") ?? [];
    const about = ids.map((id) => document.getElementById(id)?.textContent);
    expect(about).toEqual([expect.stringContaining("a.md"), expect.stringContaining("b.md")]);
  });

  it("wait while a note is being edited, and its text stays", async () => {
    const { app, container } = await openWindow(deck("Old"));
    press("Enter");
    await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
    press("e");
    await waitFor(() => expect(container.querySelector("dialog textarea")).not.toBeNull());
    const field = container.querySelector("dialog textarea") as HTMLTextAreaElement;
    field.value = "Half a thou";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    expect(drop([file("a.md", deck("A"))])).toBe(true);
    await waitFor(() => expect(report(container)).toContain("Save or close the note first."));
    expect(container.querySelector<HTMLTextAreaElement>("dialog textarea")?.value).toBe("Half a thou");
    expect(app.today.view.value?.decks).toHaveLength(1);
  });
});

it("tells of an import in a line when a note was opened meanwhile", async () => {
  const { app, container } = await openWindow(deck("Old"));
  press("Enter");
  await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
  await app.edit();
  const editor = app.dialog.value;
  app.close();
  const importing = app.importFiles([file("a.md", deck("A"))]);
  app.dialog.value = editor;
  await importing;
  expect(app.dialog.value).toBe(editor);
  expect(app.notices.shown.value?.text).toBe("a.md: 1 note added.");
});

it("leaves dropped text to the field below it", async () => {
  const { app } = await openWindow(deck("Old"));
  expect(drop([], ["text/plain"])).toBe(false);
  expect(app.dialog.value).toBeNull();
});

it("gives the focus to the card on show, though the import made it another kind", async () => {
  const { app, container } = await openWindow(deck("One", "Q: Which year?\nType: 1989"));
  press("Enter");
  await waitFor(() => expect(container.querySelector(".typed-field")).not.toBeNull());
  app.session.value?.type("19");
  drop([file("one.md", deck("One", "Q: Which year?\nA: 1989"))]);
  await waitFor(() => expect(report(container)).toContain("1 note updated"));
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog")).toBeNull());
  expect(container.querySelector(".typed-field")).toBeNull();
  expect(document.activeElement?.textContent).toContain("Show answer");
  expect(app.session.value?.turn.value.typed).toBe("");
});
