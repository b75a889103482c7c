import { waitFor } from "@testing-library/preact";
import { parse } from "valibot";
import { expect, it } from "vitest";
import type { Bridge } from "../../../main/contract/calls.ts";
import { type Layout, layout as schema } from "../../../main/contract/layout.ts";
import { createApp } from "../../../renderer/state/app.ts";
import { kinds, open, openWindow, press, write } from "../open.tsx";

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

it("keeps tags and what is pinned for the next note, and nothing else", async () => {
  const { boxes, container, app } = await adding();
  await waitFor(() => expect(document.activeElement).toBe(boxes()[0]));
  write(boxes()[0], "Pinned?");
  expect(press("F9")).toBe(true);
  write(boxes()[1], "Yes");
  press("T", { ctrlKey: true, shiftKey: true, code: "KeyT" });
  const tags = document.activeElement as HTMLInputElement;
  expect(tags.matches("[data-tags]")).toBe(true);
  tags.value = "one two";
  tags.dispatchEvent(new Event("input", { bubbles: true }));
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(boxes()[1]?.textContent).toBe(""));
  expect(boxes()[0]?.textContent).toBe("Pinned?");
  expect(container.querySelector<HTMLInputElement>("[data-tags]")?.value).toBe("one two");
  expect(app.adding()?.isWritten.value).toBe(false); // what is pinned is not lost
});

it("carries the text along when the type changes", async () => {
  const { boxes, app } = await adding();
  write(boxes()[0], "A text");
  await app.adding()?.pickType("cloze");
  await waitFor(() => expect(boxes()[0]?.textContent).toBe("A text"));
  expect(app.adding()?.page.value.form.type.id).toBe("cloze");
});

it("asks before it throws a new note away, and holds the window back", async () => {
  const { boxes, container, app } = await adding();
  const closes = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(closes()).toBe(true);
  write(boxes()[0], "Half a question");
  expect(closes()).toBe(false);
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog .asking")).not.toBeNull());
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog .asking")).toBeNull());
  expect(boxes()[0]?.textContent).toBe("Half a question");
  boxes()[0]?.focus();
  press("a", { ctrlKey: true });
  press("Backspace");
  press("Escape");
  await waitFor(() => expect(app.dialog.value).toBeNull());
});

it("goes on with what was being written, and with what was edited", async () => {
  const { app, ask, container } = await openWindow(kinds);
  const [deck] = await ask("decks", {});
  const draft = {
    note: null,
    type: "basic",
    deck: deck?.id ?? "",
    fields: { Front: "Half **a", Back: "" },
    tags: ["x"],
  };
  await ask("saveDraft", { draft });
  await app.start();
  await waitFor(() => expect(container.querySelector(".draft-offer")?.textContent).toContain("Kinds"));
  await app.resumeDraft();
  await waitFor(() => expect(container.querySelector("dialog [role=textbox]")?.textContent).toBe("Half **a"));
  expect(app.adding()?.isWritten.value).toBe(true);
  expect(container.querySelector(".draft-offer")).toBeNull();
  app.discard();
  await waitFor(async () => expect(await ask("draft", {})).toBeNull());
});

it("opens the twin of a note on top, and comes back to what was being written", async () => {
  const { boxes, app } = await adding();
  write(boxes()[0], "What is the capital of Georgia?");
  const { assist } = app.adding()?.page.value ?? {};
  await assist?.lookNow();
  const [twin] = assist?.twins.value ?? [];
  expect(twin?.fields[1]?.value).toBe("Tbilisi");
  await app.openNote(twin?.note ?? "");
  await waitFor(() => expect(document.querySelectorAll("dialog")).toHaveLength(2));
  expect(app.place.value).toBe("note");
  press("Escape");
  await waitFor(() => expect(document.querySelectorAll("dialog")).toHaveLength(1));
  expect(boxes()[0]?.textContent).toBe("What is the capital of Georgia?");
});

it("a draft of what is typed is kept, and goes once it is saved", async () => {
  const { boxes, app, ask } = await adding();
  write(boxes()[0], "Kept?");
  await app.adding()?.page.value.assist.lookNow();
  expect((await ask("draft", {}))?.fields.Front).toBe("Kept?");
  write(boxes()[1], "Yes");
  await app.addNote();
  await waitFor(async () => expect(await ask("draft", {})).toBeNull());
});

it("the next window begins with the deck, the note type and the pins of the last", async () => {
  const { app, bridge, layout } = await keeping();
  await app.add();
  await app.adding()?.pickType("cloze");
  const other = app.adding()?.decks.at(-1)?.id ?? "";
  app.adding()?.pickDeck(other);
  app.adding()?.pin("Extra");
  await expect
    .poll(() => layout()?.adding)
    .toEqual({ type: "cloze", deck: other, pins: { cloze: expect.arrayContaining(["Extra"]) } });
  const next = createApp({ bridge, tick: () => 0, after: () => undefined, mac: false });
  await next.start();
  await next.add();
  const adding = next.adding();
  expect([adding?.type.value, adding?.deck.value, adding?.pinned.value.has("Extra")]).toEqual(["cloze", other, true]);
  expect((await bridge.call("undo", {})) as unknown).toMatchObject({ value: { done: null } }); // no step of its own
});

/** A window whose arrangement is kept, as the shell keeps it. */
async function keeping() {
  const { main } = await open(); // two decks or more
  let kept: Layout | null = null;
  const bridge: Bridge = {
    call: (async (name: string, input: { layout: Layout }) => {
      if (name === "keepLayout") kept = parse(schema, input.layout);
      if (name === "keepLayout" || name === "layout") return { ok: true, value: kept };
      return main.call(name, input);
    }) as Bridge["call"],
    on: () => () => undefined,
    offer: async () => ({ ok: true, value: [] }),
  };
  const app = createApp({ bridge, tick: () => 0, after: (_, run) => void setTimeout(run), mac: false });
  await app.start();
  return { app, bridge, layout: () => kept as Layout | null };
}

it("an edit takes the note to another deck, and undo brings it back", async () => {
  const { app, ask } = await open();
  const [from, to] = await ask("decks", {});
  const note = (
    await ask("addNote", { type: "basic", deck: from?.id ?? "", fields: { Front: "F", Back: "B" }, tags: [] })
  ).id;
  await app.openNote(note);
  const editing = app.dialog.value?.kind === "note" ? app.dialog.value.note : null;
  expect(editing?.changed.value).toBe(false);
  editing?.pickDeck(to?.id ?? "");
  expect(editing?.changed.value).toBe(true);
  await editing?.assist.lookNow();
  expect((await ask("draft", {}))?.deck).toBe(to?.id);
  await app.save();
  expect((await ask("note", { note })).deckId).toBe(to?.id);
  await ask("undo", {});
  expect((await ask("note", { note })).deckId).toBe(from?.id);
});

it("asks no more about a note that was added meanwhile", async () => {
  const { boxes, container, app } = await adding();
  write(boxes()[0], "Added?");
  write(boxes()[1], "Yes");
  press("Escape");
  await waitFor(() => expect(container.querySelector("dialog .asking")).not.toBeNull());
  await app.addNote();
  await waitFor(() => expect(boxes()[0]?.textContent).toBe(""));
  expect(container.querySelector("dialog .asking")).toBeNull();
});

it("an empty note shows no card; one that is written does", async () => {
  const { boxes, container, app } = await adding();
  const look = () => app.adding()?.page.value.assist.lookNow();
  await look();
  expect(container.querySelectorAll(".preview-cards > li")).toHaveLength(0);
  write(boxes()[0], "Something?");
  await look();
  await waitFor(() => expect(container.querySelectorAll(".preview-cards > li")).toHaveLength(1));
});

it("what finds no field in another type is told, and comes back with the type before", async () => {
  const { boxes, container, app } = await adding();
  write(boxes()[0], "A text");
  write(boxes()[1], "An answer");
  await app.adding()?.pickType("cloze");
  await waitFor(() => expect(container.querySelector("dialog .help[role=status]")?.textContent).toContain("“Back”"));
  await app.adding()?.pickType("basic");
  await waitFor(() =>
    expect(
      boxes()
        .map((box) => box.textContent)
        .slice(0, 2),
    ).toEqual(["A text", "An answer"]),
  );
});

it("a hint stands below its field; what its fix did is put back as a whole", async () => {
  const { boxes, container, app } = await adding();
  const long = `It fell in 1989. ${"And then there came many more things to say of it. ".repeat(6)}`.trim();
  write(boxes()[0], "What came of the Wall?");
  write(boxes()[1], long);
  const { assist } = app.adding()?.page.value ?? {};
  await assist?.lookNow();
  const field = boxes()[1]?.closest(".editor-field");
  const click = (selector: string) => field?.querySelector<HTMLElement>(selector)?.click();
  await waitFor(() => expect(field?.querySelector(".advice .button.plain")).not.toBeNull());
  click(".advice .button.plain");
  await waitFor(() => expect(boxes()[2]?.textContent).not.toBe(""));
  await waitFor(() => expect(assist?.fixed.value).not.toBeNull());
  await waitFor(() => expect(container.querySelector("p.advice .button.link")).not.toBeNull());
  click("p.advice .button.link");
  await waitFor(() => expect([boxes()[1]?.textContent, boxes()[2]?.textContent]).toEqual([long, ""]));
});
