import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

/** Between two presses of a person the screen is painted. */
const painted = () => new Promise((done) => setTimeout(done));

async function screen() {
  const window = await openWindow(kinds);
  press("N", { ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(window.container.querySelector("main.types .type")).not.toBeNull());
  const all = <E extends HTMLElement = HTMLElement>(selector: string) => [
    ...window.container.querySelectorAll<E>(selector),
  ];
  const button = (name: string) => {
    const found = all("button, label").find(
      (each) => each.getAttribute("aria-label") === name || each.textContent?.trim() === name,
    );
    if (!found) throw new Error(`no button ${name}: ${all("button").map(({ textContent }) => textContent)}`);
    return found;
  };
  const write = (field: HTMLInputElement | HTMLTextAreaElement | undefined, text: string) => {
    if (!field) throw new Error("no field");
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const names = () => all<HTMLInputElement>("input.row-name");
  const shown = () => names().map(({ value }) => value);
  const effects = () => window.container.querySelector(".effects")?.textContent ?? "";
  const typeOf = async (id: string) =>
    (await window.ask("noteTypeRows", {})).find(({ type }) => type.id === id)?.type ?? null;
  const make = async (name: string) => {
    button("New note type …").click();
    await waitFor(() => expect(all("dialog input")).toHaveLength(1));
    write(all<HTMLInputElement>("dialog input")[0], name);
    await painted();
    button("Create").click();
    await waitFor(() => expect(all("dialog")).toHaveLength(0));
    await waitFor(() => expect(all<HTMLInputElement>(".type-name")[0]?.value).toBe(name));
    const id = window.app.noteTypes.draft.value?.saved.value.id ?? "";
    return { id, saved: () => typeOf(id) };
  };
  return { ...window, all, button, write, names, shown, effects, typeOf, make };
}

it("lists every type with its notes, and opens the first", async () => {
  const { all } = await screen();
  const rows = all(".types-list li").map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/^Basic1 note/);
  expect(rows).toHaveLength(7);
  expect(document.activeElement?.textContent).toBe("Note types");
});

it("renames a field in place; its references follow; one undo takes it back", async () => {
  const { names, write, typeOf, effects } = await screen();
  write(names()[0], "Question");
  press("Enter", { ctrlKey: true });
  await waitFor(async () => expect((await typeOf("basic"))?.fields[0]?.name).toBe("Question"));
  expect((await typeOf("basic"))?.templates[0]?.front).toBe("{{Question}}");
  await waitFor(() => expect(effects()).toBe(""));
  (document.activeElement as HTMLElement).blur();
  press("z", { ctrlKey: true });
  await waitFor(async () => expect((await typeOf("basic"))?.fields[0]?.name).toBe("Front"));
  await waitFor(() => expect(names()[0]?.value).toBe("Front"));
});

it("says at the field why it cannot have a name, and keeps what was typed", async () => {
  const { container, names, write, typeOf } = await screen();
  write(names()[0], "back");
  press("Enter");
  await waitFor(() => expect(names()[0]?.getAttribute("aria-invalid")).toBe("true"));
  const about = document.getElementById(names()[0]?.getAttribute("aria-describedby") ?? "");
  expect(about?.textContent).toBe("Another one is called “back” already.");
  expect(names()[0]?.value).toBe("back");
  press("Enter", { ctrlKey: true });
  await new Promise((done) => setTimeout(done, 50));
  expect((await typeOf("basic"))?.fields[0]?.name).toBe("Front");
  expect(container.querySelector(".type-foot .trouble")?.textContent).toContain("“back” already");
  press("Escape");
  await waitFor(() => expect(names()[0]?.value).toBe("Front"));
  expect(names()[0]?.getAttribute("aria-invalid")).toBeNull();
});

it("puts fields in another order by keyboard; the focus stays in its row", async () => {
  const { names, shown, app } = await screen();
  const first = names()[0] as HTMLElement;
  first.focus();
  press("ArrowDown", { altKey: true });
  await waitFor(() => expect(shown().slice(0, 2)).toEqual(["Back", "Front"]));
  await waitFor(() => expect((document.activeElement as HTMLInputElement).value).toBe("Front"));
  expect(app.notices.announced.value).toBe("Front is now 2 of 4.");
  press("ArrowUp", { altKey: true });
  await waitFor(() => expect(shown().slice(0, 2)).toEqual(["Front", "Back"]));
  press("ArrowUp", { altKey: true });
  expect(app.noteTypes.draft.value?.changed.value).toBe(false);
});

it("says what deleting a field would do before it is saved, and steps back within the draft", async () => {
  const { button, shown, effects } = await screen();
  button("Delete the field Extra").focus();
  button("Delete the field Extra").click();
  await waitFor(() => expect(shown()).toEqual(["Front", "Back", "Source"]));
  await waitFor(() => expect(effects()).toContain("1 note; 1 text in deleted fields would no longer be shown."));
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Delete the field Source"));
  press("z", { ctrlKey: true });
  await waitFor(() => expect(shown()).toContain("Extra"));
  press("y", { ctrlKey: true });
  await waitFor(() => expect(shown()).not.toContain("Extra"));
  button("Discard changes").click();
  await waitFor(() => expect(shown()).toContain("Extra"));
});

it("makes a new type with a third field and a second card, and tells its effects", async () => {
  const { make, button, shown, names, write, all, effects } = await screen();
  const made = await make("Words");
  button("Add a field").click();
  await waitFor(() => expect(shown()).toEqual(["Front", "Back", "Field 3"]));
  await waitFor(() => expect(document.activeElement).toBe(names()[2]));
  write(names()[2], "Example");
  press("Enter");
  button("Cards").click();
  await waitFor(() => expect(shown()).toEqual(["Card 1"]));
  button("Add a card").click();
  await waitFor(() => expect(shown()).toEqual(["Card 1", "Card 2"]));
  await waitFor(() => expect(document.activeElement).toBe(names()[1]));
  const [front] = all<HTMLTextAreaElement>(".side textarea");
  write(front, "{{Example}}");
  expect(effects()).toBe("It has no notes yet.");
  press("Enter", { ctrlKey: true });
  await waitFor(async () => expect((await made.saved())?.templates).toHaveLength(2));
  const type = await made.saved();
  expect(type?.fields.map(({ name }) => name)).toEqual(["Front", "Back", "Example"]);
  expect(type?.templates[1]).toMatchObject({ name: "Card 2", front: "{{Example}}" });
});

it("refuses a name that is taken, beside it", async () => {
  const { button, all, write } = await screen();
  button("New note type …").click();
  await waitFor(() => expect(all("dialog input")).toHaveLength(1));
  write(all<HTMLInputElement>("dialog input")[0], "basic");
  await painted();
  button("Create").click();
  await waitFor(() => expect(all("dialog .outcome.error")[0]?.textContent).toContain("already"));
  expect(all("dialog")).toHaveLength(1);
});

it("asks before unsaved changes are left behind", async () => {
  const { app, all, button, write, names, typeOf } = await screen();
  const closes = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  expect(closes()).toBe(true);
  write(names()[0], "Question");
  expect(closes()).toBe(false);
  (all(".types-list button")[1] as HTMLElement).click();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Keep editing"));
  button("Keep editing").click();
  await waitFor(() => expect(all(".type-actions[role=alert]")).toHaveLength(0));
  void app.go("today");
  await waitFor(() => expect(all(".type-actions[role=alert]")).toHaveLength(1));
  expect(app.screen.value).toBe("noteTypes");
  button("Save note type Ctrl+Enter").click();
  await waitFor(() => expect(app.screen.value).toBe("today"));
  expect((await typeOf("basic"))?.fields[0]?.name).toBe("Question");
});

it("deletes a type with notes only after asking, and undo brings it back", async () => {
  const { app, make, all, button, ask, typeOf } = await screen();
  const { id } = await make("Mine");
  const [note] = (await ask("study", { deck: null })).ahead;
  await app.types.openChangeType([note?.note ?? ""]);
  await waitFor(() => expect(all("dialog select").length).toBeGreaterThan(2));
  const select = all<HTMLSelectElement>("dialog select")[0] as HTMLSelectElement;
  select.value = id;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await waitFor(() => expect(all("dialog .effects")[0]?.textContent).toContain("1 note;"));
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(all("dialog")).toHaveLength(0));
  expect((await ask("note", { note: note?.note ?? "" })).type).toBe(id);
  await waitFor(() => expect(all(".types-list [aria-current]")[0]?.textContent).toContain("1 note"));
  button("Delete note type").click();
  await waitFor(() => expect(all(".effects")[0]?.textContent).toContain("“Mine” has 1 note."));
  button("Delete it with 1 note").click();
  await waitFor(async () => expect(await typeOf(id)).toBeNull());
  expect(app.notices.shown.value?.text).toContain("is deleted");
  (document.activeElement as HTMLElement).blur();
  press("z", { ctrlKey: true });
  await waitFor(async () => expect((await typeOf(id))?.name).toBe("Mine"));
});

it("restores a type that Mneme brings", async () => {
  const { button, write, all, typeOf } = await screen();
  const before = await typeOf("basic");
  button("Style").click();
  await waitFor(() => expect(all(".side textarea")).toHaveLength(1));
  write(all<HTMLTextAreaElement>(".side textarea")[0], ".card { color: teal }");
  press("Enter", { ctrlKey: true });
  await waitFor(async () => expect((await typeOf("basic"))?.css).toContain("teal"));
  await waitFor(() => button("Restore as it came").click());
  await waitFor(() => expect(all<HTMLTextAreaElement>(".side textarea")[0]?.value).toBe(""));
  press("Enter", { ctrlKey: true });
  await waitFor(async () => expect(await typeOf("basic")).toEqual(before));
});

it("shows empty cards, keeps those that are unticked, removes the others as one step", async () => {
  const window = await screen();
  const { app, all, ask } = window;
  const cloze = (await ask("study", { deck: null })).ahead;
  for (const card of cloze.slice(0, 1)) await ask("answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1 });
  const [card] = cloze;
  const type = await ask("addNoteType", { name: "Gaps", from: { copy: "cloze" } });
  await ask("changeType", {
    notes: [card?.note ?? ""],
    to: type.id,
    mapping: { fields: { Text: "Front" }, templates: {} },
  });
  await ask("editNote", { note: card?.note ?? "", fields: { Text: "{{c2::x}}" }, tags: [] });
  press("E", { ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(all("dialog .empty-cards li")).toHaveLength(1));
  expect(all("dialog .effects")[0]?.textContent).toContain("1 card would be removed with the schedule from 1 review");
  all("dialog .empty-cards input")[0]?.click();
  await waitFor(() => expect(all("dialog .effects")[0]?.textContent).toBe("Nothing is chosen."));
  press("Enter", { ctrlKey: true });
  all("dialog .empty-cards input")[0]?.click();
  await waitFor(() => expect(all("dialog .effects")[0]?.textContent).toContain("1 card"));
  press("Enter", { ctrlKey: true });
  await waitFor(() => expect(all("dialog")).toHaveLength(0));
  expect(await ask("emptyCards", {})).toEqual([]);
  await app.step("undo");
  expect(await ask("emptyCards", {})).toHaveLength(1);
});
