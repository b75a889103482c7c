import { fireEvent, waitFor } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

// happy-dom lays nothing out: a list of 400 px.
for (const name of ["offsetHeight", "clientHeight"])
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 400 });

async function browsing(deck = kinds) {
  const opened = await openWindow(deck);
  press("b");
  await waitFor(() => expect(opened.container.querySelector("main.browse [data-position='0']")).not.toBeNull());
  const { container, app } = opened;
  const status = () => container.querySelector(".browse-status")?.textContent;
  const field = () => container.querySelector("[data-search]") as HTMLInputElement;
  const item = (text: string) =>
    [...container.querySelectorAll<HTMLElement>("[role=treeitem]")].find((each) =>
      each.querySelector(".tree-text")?.textContent?.startsWith(text),
    ) as HTMLElement;
  const notice = () => container.querySelector(".notice")?.textContent ?? "";
  const seek = async (query: string) => {
    app.browse.query.value = query;
    await app.browse.find();
  };
  await waitFor(() => expect(item("Kinds")).toBeDefined());
  return { ...opened, status, field, item, notice, seek };
}

it("begins in its field, and goes to the list and back by key", async () => {
  const { field, container } = await browsing();
  expect(document.activeElement).toBe(field());
  press("Escape");
  await waitFor(() => expect(document.activeElement).toBe(container.querySelector("[data-position='0']")));
  expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
  press("f", { ctrlKey: true });
  await waitFor(() => expect(document.activeElement).toBe(field()));
});

it("says how many there are, how many are selected, and what to try when there are none", async () => {
  const { status, app, container, seek } = await browsing();
  expect(status()).toBe("4 cards");
  press("Escape");
  await waitFor(() => expect(status()).toBe("1 of 4 cards selected"));
  await app.browse.setMode("notes");
  await waitFor(() => expect(status()).toBe("4 notes"));
  await seek("no such thing");
  await waitFor(() =>
    expect(container.querySelector(".grid-nothing")?.textContent).toMatch(/Nothing matches.*Try fewer/),
  );
});

it("points at a mistake, in the field and in words", async () => {
  const { container, field, seek } = await browsing();
  await seek('dog "cat');
  await waitFor(() => expect(container.querySelector(".search-problem")?.textContent).toMatch(/^At character 5: /));
  expect(field().getAttribute("aria-invalid")).toBe("true");
  expect(container.querySelector(".search-mark mark")?.textContent).toMatch(/^"/);
});

it("keeps keys that edit text in its field", async () => {
  const { app, field } = await browsing();
  press("Escape");
  await waitFor(() => expect(app.browse.chosen.value).toBe(1));
  field().focus();
  expect(press("Delete", { ctrlKey: true })).toBe(false);
  expect(press("z", { ctrlKey: true })).toBe(false);
  expect(app.dialog.value).toBeNull();
});

describe("a change of many", () => {
  it("is told with its number, done once, and can be taken back from the notice", async () => {
    const { app, container, status, notice, ask } = await browsing();
    press("Escape");
    await waitFor(() => expect(app.browse.chosen.value).toBe(1));
    press("a", { ctrlKey: true });
    await waitFor(() => expect(status()).toBe("4 of 4 cards selected"));
    press("d", { ctrlKey: true });
    await waitFor(() => expect(container.querySelector("dialog h2")?.textContent).toBe("Move 4 cards"));
    const name = container.querySelector("dialog input") as HTMLInputElement;
    fireEvent.input(name, { target: { value: "Elsewhere" } });
    fireEvent.submit(container.querySelector("dialog form") as HTMLFormElement);
    await waitFor(() => expect(notice()).toContain("4 cards moved to “Elsewhere”."));
    expect(container.querySelector("dialog")).toBeNull();
    expect((await ask("decks", {})).find(({ path }) => path[0] === "Elsewhere")?.cards).toBe(4);
    expect(status()).toBe("4 of 4 cards selected");
    [...container.querySelectorAll("button")].find((each) => each.textContent === "Undo")?.click();
    await waitFor(() => expect(notice()).toContain("Taken back"));
    expect((await ask("decks", {})).some(({ path }) => path[0] === "Elsewhere")).toBe(false);
  });

  it("at once: suspended and back, flagged and not", async () => {
    const { app, notice, container } = await browsing();
    press("Escape");
    await waitFor(() => expect(app.browse.chosen.value).toBe(1));
    press("j", { ctrlKey: true });
    await waitFor(() => expect(notice()).toContain("1 card suspended."));
    await waitFor(() => expect(container.querySelector(".grid-row.suspended")).not.toBeNull());
    press("j", { ctrlKey: true });
    await waitFor(() => expect(notice()).toContain("back in study"));
    press("2", { ctrlKey: true });
    await waitFor(() => expect(container.querySelector(".grid-row.flag-2")).not.toBeNull());
    press("2", { ctrlKey: true });
    await waitFor(() => expect(container.querySelector(".grid-row.flag-2")).toBeNull());
  });

  it("says which due date it does not understand, and does nothing", async () => {
    const { app, container } = await browsing();
    press("Escape");
    await waitFor(() => expect(app.browse.chosen.value).toBe(1));
    press("d", { ctrlKey: true, shiftKey: true });
    await waitFor(() => expect(container.querySelector("dialog input")).not.toBeNull());
    fireEvent.input(container.querySelector("dialog input") as Element, { target: { value: "soon" } });
    await waitFor(() => expect(container.querySelector("dialog .trouble")?.textContent).not.toBe(""));
    fireEvent.submit(container.querySelector("dialog form") as Element);
    await waitFor(() => expect(app.dialog.value?.kind).toBe("ask"));
  });
});

describe("the tree", () => {
  it("searches, and adds to the search with the keys that are held", async () => {
    const { item, field } = await browsing();
    fireEvent.click(item("New"));
    await waitFor(() => expect(field().value).toBe("is:new"));
    fireEvent.click(item("Kinds"), { ctrlKey: true });
    await waitFor(() => expect(field().value).toBe("is:new deck:Kinds"));
    fireEvent.click(item("Due"), { shiftKey: true });
    await waitFor(() => expect(field().value).toBe("is:new deck:Kinds or is:due"));
  });

  it("asks what becomes of the cards before a deck goes", async () => {
    const { item, container, ask } = await browsing();
    await ask("createDeck", { name: "Other" });
    item("Kinds").focus();
    await waitFor(() => expect(item("Kinds").tabIndex).toBe(0));
    press("Delete");
    await waitFor(() =>
      expect(container.querySelector("dialog")?.textContent).toContain("It holds 4 cards of 4 notes."),
    );
    fireEvent.submit(container.querySelector("dialog form") as Element);
    await waitFor(() => expect(item("Kinds")).toBeUndefined());
    expect((await ask("decks", {})).map(({ path, cards }) => [path[0], cards])).toEqual([["Other", 4]]);
  });

  it("puts tags into each other, renames and deletes them, each taken back", async () => {
    const { item, ask, app, notice } = await browsing(
      "---\ntitle: Kinds\n---\n\nQ: One?\nA: 1\nTags: verb\n\nQ: Two?\nA: 2\nTags: weak\n",
    );
    await app.browse.setMode("notes");
    const tags = async () => {
      const ids = [0, 1].map((i) => app.browse.list.at(i)?.of.note ?? "");
      return (await Promise.all(ids.map((note) => ask("note", { note })))).flatMap((note) => note.tags).sort();
    };
    const stand = async (text: string) => {
      item(text).focus();
      await waitFor(() => expect(item(text).tabIndex).toBe(0));
    };
    await stand("weak");
    press("x", { ctrlKey: true });
    await stand("verb");
    press("v", { ctrlKey: true });
    await waitFor(() => expect(notice()).toContain("1 note: the tag “weak” is now “verb › weak”."));
    expect(await tags()).toEqual(["verb", "verb::weak"]);
    await waitFor(() => expect(item("weak").getAttribute("aria-level")).toBe("3"));
    await stand("weak");
    press("ArrowLeft", { altKey: true });
    await waitFor(async () => expect(await tags()).toEqual(["verb", "weak"]));
    await waitFor(() => expect(item("weak").getAttribute("aria-level")).toBe("2"));
    await stand("verb");
    press("Delete");
    await waitFor(async () => expect(await tags()).toEqual(["weak"]));
    for (let i = 0; i < 3; i++) await app.step("undo");
    expect(await tags()).toEqual(["verb", "weak"]);
  });

  it("asks before two decks become one", async () => {
    const { item, container, ask } = await browsing();
    await ask("createDeck", { name: "Other" });
    item("Kinds").focus();
    await waitFor(() => expect(item("Kinds").tabIndex).toBe(0));
    press("F2");
    await waitFor(() => expect(container.querySelector(".tree-rename")).not.toBeNull());
    (container.querySelector(".tree-rename") as HTMLInputElement).value = "Other";
    press("Enter");
    await waitFor(() => expect(container.querySelector("dialog h2")?.textContent).toBe("Put them together?"));
    fireEvent.submit(container.querySelector("dialog form") as Element);
    await waitFor(async () => expect(await ask("decks", {})).toHaveLength(1));
  });
});

it("has a menu of all that can be done, with its keys", async () => {
  const { app, container } = await browsing();
  press("Escape");
  await waitFor(() => expect(app.browse.chosen.value).toBe(1));
  press("m");
  await waitFor(() => expect(container.querySelector("[role=menu]")?.getAttribute("aria-label")).toBe("With 1 card"));
  const texts = [...container.querySelectorAll("[role=menuitem]")].map((each) => each.textContent);
  expect(texts).toContain("Move to deck …Ctrl+D");
  expect(texts).toContain("Delete …Ctrl+Del");
  press("Escape");
  await waitFor(() => expect(container.querySelector("[role=menu]")).toBeNull());
});

it("offers what else a deck can do on Today", async () => {
  const { container, app } = await openWindow(kinds);
  const options = container.querySelector("[aria-label='Options for Kinds']") as HTMLElement;
  options.focus();
  options.click();
  await waitFor(() => expect(container.querySelectorAll("[role=menuitem]")).toHaveLength(6));
  press("r");
  (document.activeElement as HTMLElement).click();
  await waitFor(() => expect(container.querySelector("dialog h2")?.textContent).toBe("Rename “Kinds”"));
  fireEvent.input(container.querySelector("dialog input") as Element, { target: { value: "Sorts" } });
  fireEvent.submit(container.querySelector("dialog form") as Element);
  await waitFor(() => expect(container.querySelector(".deck-name")?.textContent).toBe("Sorts"));
  await app.browseDeck("Sorts");
  await waitFor(() => expect(container.querySelector(".browse-status")?.textContent).toBe("4 cards"));
});
