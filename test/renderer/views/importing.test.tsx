import { fireEvent, waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { openWindow, press, soon } from "../open.tsx";

// happy-dom lays nothing out: a list of 400 px.
for (const name of ["offsetHeight", "clientHeight"])
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 400 });

const note = (id: string, question: string, answer: string) => `Q: ${question}\nA: ${answer}\nId: ${id}\n`;
const deck = (title: string, ...notes: string[]) => `---\ntitle: ${title}\n---\n\n${notes.join("\n")}`;
const rivers = deck("Rivers", note("a", "Kura?", "Caspian"), note("b", "Rhine?", "North Sea"));
const file = (name: string, text: string | Uint8Array<ArrayBuffer>) => new File([text], name);

/** Drops these files on the window, or other things, such as text; true if the window took them. */
function drop(files: readonly File[], types = ["Files"]): boolean {
  const event = new Event("drop", { bubbles: true, cancelable: true });
  return !document.body.dispatchEvent(Object.assign(event, { dataTransfer: { types, files } }));
}

async function opened(start = "") {
  const window = await openWindow(start, soon);
  const { container, app } = window;
  const rows = () =>
    [...container.querySelectorAll("[data-position]")].map((row) =>
      [...row.querySelectorAll("[role=gridcell]")].slice(0, 3).map((cell) => cell.textContent),
    );
  const filters = () => [...container.querySelectorAll(".verdict-filter")].map((each) => each.textContent);
  const headline = () => container.querySelector(".report-headline")?.textContent;
  const button = (text: string) =>
    [...container.querySelectorAll("button")].find((each) => each.textContent?.startsWith(text)) as HTMLButtonElement;
  const notice = () => container.querySelector(".notice")?.textContent ?? "";
  const decks = async () => (await window.ask("decks", {})).map(({ path }) => path.join("::")).sort();
  const isReady = (name: string) =>
    waitFor(() => {
      expect(app.importing.current.value?.offered.name).toBe(name);
      expect(container.querySelector(".import-foot")).not.toBeNull();
      expect(rows()).not.toEqual([]);
    });
  return { ...window, rows, filters, headline, button, notice, decks, isReady };
}

describe("a file that is dropped", () => {
  it("is rehearsed: nothing is written before the person says so", async () => {
    const { rows, headline, isReady, decks, filters, container } = await opened();
    drop([file("rivers.md", rivers)]);
    await isReady("rivers.md");
    expect(headline()).toBe("2 new notes.");
    expect(filters()).toEqual(["All 2 0", "New 2 1"]);
    expect(rows()).toEqual([
      ["New", "Kura?", ""],
      ["New", "Rhine?", ""],
    ]);
    expect(await decks()).toEqual([]);
    await waitFor(() => expect(document.activeElement?.getAttribute("data-position")).toBe("0"));
    await waitFor(() => expect(container.querySelector(".change-title")?.textContent).toBe("Kura?"));
  });

  it("comes in with Ctrl+Enter, and goes again with Undo; then it can be rehearsed once more", async () => {
    const { isReady, decks, headline, notice, button } = await opened();
    drop([file("rivers.md", rivers)]);
    await isReady("rivers.md");
    expect(button("Import 2 notes")).toBeDefined();
    press("Enter", { ctrlKey: true });
    await waitFor(() => expect(headline()).toBe("2 notes added."));
    expect(notice()).toContain("rivers.md: 2 notes added.");
    expect(await decks()).toEqual(["Rivers"]);
    press("z", { ctrlKey: true });
    await waitFor(() => expect(headline()).toContain("Taken back."));
    expect(await decks()).toEqual([]);
    button("Rehearse it again").click();
    await isReady("rivers.md");
    expect(headline()).toBe("2 new notes.");
  });

  it("is told as a fault if it is none that Mneme reads; the person can leave, and nothing was changed", async () => {
    const { container, headline, decks, app } = await opened(rivers);
    drop([file("empty.md", "")]);
    await waitFor(() => expect(container.querySelector(".import-wait [role=alert]")).not.toBeNull());
    expect(headline()).toMatch(/“empty.md” cannot be imported.*Nothing was changed/);
    press("Escape");
    await waitFor(() => expect(app.screen.value).toBe("today"));
    expect(await decks()).toEqual(["Rivers"]);
  });

  it("names what could not be understood in it, by its place", async () => {
    const { container, isReady } = await opened();
    drop([file("half.md", `${rivers}\nQ: No answer?\n`)]);
    await isReady("half.md");
    expect(container.querySelector(".import-problems")?.textContent).toMatch(/line 13/i);
  });

  it("that comes again shows what differs, stretch by stretch, and what stays the same", async () => {
    const { isReady, filters, rows, container } = await opened(rivers);
    drop([file("rivers.md", rivers.replace("North Sea", "the North Sea"))]);
    await isReady("rivers.md");
    expect(filters()).toEqual(["All 2 0", "Changed 1 2", "Same 1 4"]);
    press("2");
    await waitFor(() => expect(rows()).toHaveLength(1));
    await waitFor(() => expect(container.querySelector(".change ins")?.textContent).toContain("the"));
    expect(container.querySelector(".change ins .unseen")?.textContent).toBe("added: ");
    press("0");
    await waitFor(() => expect(rows()).toHaveLength(2));
  });

  it("is sifted by the words that are sought in it", async () => {
    const { isReady, rows, container } = await opened();
    drop([file("rivers.md", rivers)]);
    await isReady("rivers.md");
    press("/");
    const field = container.querySelector("[data-import-search]") as HTMLInputElement;
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: "rhine" } });
    await waitFor(() => expect(rows()).toEqual([["New", "Rhine?", ""]]));
    fireEvent.input(field, { target: { value: "danube" } });
    await waitFor(() => expect(container.querySelector(".grid-nothing")).not.toBeNull());
  });
});

describe("the options", () => {
  it("are rehearsed anew while they are written: into which deck, and whether notes are updated", async () => {
    const { isReady, rows, container, app, filters } = await opened(rivers);
    drop([file("rivers.md", rivers.replace("North Sea", "Sea"))]);
    await isReady("rivers.md");
    press("o");
    await waitFor(() => expect(container.querySelector(".import-options")).not.toBeNull());
    const never = [...container.querySelectorAll("select")].find((each) => each.value === "newer");
    fireEvent.change(never as Element, { target: { value: "never" } });
    await waitFor(() => expect(filters()).toEqual(["All 2 0", "Same 1 4", "Yours kept 1 5"]));
    expect(rows()).toHaveLength(2);
    const into = container.querySelector(".import-options input[type=text]") as HTMLInputElement;
    fireEvent.input(into, { target: { value: "Water" } });
    await waitFor(() => expect(app.importing.current.value?.view.value?.options.deck).toBe("Water"));
    await waitFor(() => expect(app.importing.current.value?.isStale.value).toBe(false));
  });
});

describe("what both sides changed", () => {
  async function conflicting() {
    const window = await opened();
    const { isReady, app, ask, headline } = window;
    drop([file("rivers.md", rivers)]);
    await isReady("rivers.md");
    press("Enter", { ctrlKey: true });
    await waitFor(() => expect(headline()).toBe("2 notes added."));
    await app.browseDeck("Rivers");
    const id =
      (await ask("chosenNotes", { result: app.browse.list.found.value?.result ?? "", ranges: [[0, 1]] }))[0] ?? "";
    const view = await ask("note", { note: id });
    const fields = Object.fromEntries(
      view.fields.map(({ id, value }) => [id, value === "Caspian" ? "The Caspian" : value]),
    );
    await ask("editNote", { note: id, fields, tags: view.tags });
    drop([file("rivers.md", rivers.replace("Caspian", "Caspian Sea"))]);
    await isReady("rivers.md");
    const answer = async () => (await ask("note", { note: id })).fields.map(({ value }) => value);
    return { ...window, answer };
  }

  it("is a conflict, kept as mine until somebody says otherwise; M and T choose", async () => {
    const { filters, container, app, answer, headline } = await conflicting();
    expect(filters()).toContain("Conflict 1 3");
    expect(container.querySelector(".import-undecided")?.textContent).toContain("1 conflict is undecided.");
    press("3");
    await waitFor(() => expect(app.importing.current.value?.rows.count.value).toBe(1));
    await waitFor(() => expect(app.importing.current.value?.note.value?.verdict).toBe("conflict"));
    press("t");
    await waitFor(() => expect(container.querySelector(".import-undecided")).toBeNull());
    await waitFor(() => expect(container.querySelector(".change del")?.textContent).toContain("The"));
    press("Enter", { ctrlKey: true });
    await waitFor(() => expect(headline()).toMatch(/1 note updated/));
    expect(await answer()).toContain("Caspian Sea");
  });

  it("asks before choices are lost: Escape asks, Escape again stays, a button leaves", async () => {
    const { app, button, container, answer } = await conflicting();
    button("Take theirs in all").click();
    await waitFor(() => expect(app.importing.current.value?.decided.value).toBe(1));
    press("Escape");
    await waitFor(() => expect(button("Leave without importing")).toBeDefined());
    press("Escape");
    await waitFor(() => expect(button("Leave without importing")).toBeUndefined());
    expect(container.querySelector("main.import")).not.toBeNull();
    press("Escape");
    await waitFor(() => expect(button("Leave without importing")).toBeDefined());
    button("Leave without importing").click();
    await waitFor(() => expect(app.screen.value).toBe("browse"));
    expect(await answer()).toContain("The Caspian");
  });
});

describe("several files", () => {
  it("are rehearsed one by one, and imported all at once; a bad one keeps none of the others out", async () => {
    const { app, decks, button, isReady, container } = await opened();
    const bad = new Uint8Array([0x51, 0x3a, 0x20, 0xe9, 0x0a]);
    const files = [file("a.md", deck("A", note("a", "A?", "1"))), file("b.bin", bad)];
    drop([...files, file("c.md", deck("C", note("c", "C?", "1")))]);
    await isReady("a.md");
    await waitFor(() => expect(app.importing.ready.value).toHaveLength(2));
    const tabs = () =>
      [...container.querySelectorAll(".import-files input")].map((each) => each.getAttribute("aria-label"));
    expect(tabs()).toEqual(["a.md, ready", "b.bin, cannot be imported", "c.md, ready"]);
    button("Import all 2 files").click();
    await waitFor(async () => expect(await decks()).toEqual(["A", "C"]));
    expect(button("Done")).toBeDefined();
    await waitFor(() => expect(tabs()).toEqual(["a.md, imported", "b.bin, cannot be imported", "c.md, imported"]));
  });
});

it("looks at six files at once; the others wait until some have come in", async () => {
  const { app, isReady, button, decks } = await opened();
  const names = Array.from({ length: 8 }, (_, i) => `d${i}`);
  drop(names.map((name) => file(`${name}.md`, deck(name, note(name, `${name}?`, "1")))));
  await isReady("d0.md");
  await waitFor(() => expect(app.importing.ready.value).toHaveLength(6));
  const states = () => app.importing.files.value.map(({ state }) => state.value);
  expect(states().slice(6)).toEqual(["waiting", "waiting"]);
  button("Import all 6 files").click();
  await waitFor(() => expect(states().slice(6)).toEqual(["ready", "ready"]), { timeout: 5_000 });
  expect(await decks()).toEqual(names.slice(0, 6));
  button("Look at d6.md").click();
  await isReady("d6.md");
});

describe("the window", () => {
  it("keeps a note that is being edited, and its text, from files that are dropped", async () => {
    const { app, container } = await opened(rivers);
    press("Enter");
    await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
    press("e");
    await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
    expect(drop([file("a.md", rivers)])).toBe(true);
    await waitFor(() =>
      expect(container.querySelector("dialog")?.textContent).toContain("Save or close the note first."),
    );
    expect(app.screen.value).toBe("study");
  });

  it("goes back to the session where the files were dropped", async () => {
    const { app, container, isReady } = await opened(rivers);
    press("Enter");
    await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
    drop([file("a.md", deck("A", note("x", "X?", "1")))]);
    await isReady("a.md");
    press("Escape");
    await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
    expect(app.screen.value).toBe("study");
  });

  it("leaves dropped text to the field below it", async () => {
    const { app } = await opened(rivers);
    expect(drop([], ["text/plain"])).toBe(false);
    expect(app.screen.value).toBe("today");
  });
});
describe("the history of imports", () => {
  it("says what a removal would do, then does it as one step that can be undone", async () => {
    const { isReady, headline, container, button, decks, notice, app } = await opened();
    drop([file("rivers.md", rivers)]);
    await isReady("rivers.md");
    press("Enter", { ctrlKey: true });
    await waitFor(() => expect(headline()).toBe("2 notes added."));
    press("h", { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(container.querySelector("dialog tbody tr")?.textContent).toContain("2 added"));
    container.querySelector<HTMLElement>("dialog tbody button")?.click();
    await waitFor(() => expect(container.querySelector(".removal")?.textContent).toContain("2 notes go"));
    expect(await decks()).toEqual(["Rivers"]);
    button("Remove 2 notes").click();
    await waitFor(() => expect(notice()).toContain("rivers.md: 2 notes removed."));
    expect(await decks()).toEqual([]);
    await waitFor(() => expect(headline()).toContain("Taken back"));
    expect(app.dialog.value).toBeNull();
    await app.step("undo");
    expect(await decks()).toEqual(["Rivers"]);
  });
});
