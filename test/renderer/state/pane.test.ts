import { expect, it } from "vitest";
import { kinds, open } from "../open.tsx";

async function opened() {
  const window = await open(kinds);
  const { app } = window;
  await app.browse.setMode("notes");
  await app.go("browse");
  const notes = [0, 1, 2, 3].map((i) => app.browse.list.at(i)?.of.note ?? "");
  const of = (text: string) => notes.find((_, i) => app.browse.list.at(i)?.row.cells[0]?.includes(text)) ?? "";
  const write = (text: string) => app.pane.note.value?.form.fields[0]?.wrote(text);
  return { ...window, georgia: of("Georgia"), sea: of("sea"), write };
}

it("shows the note of the row, and of the next", async () => {
  const { app, georgia, sea } = await opened();
  await app.pane.show(georgia);
  expect(app.pane.note.value?.view.id).toBe(georgia);
  await Promise.all([app.pane.show(sea), app.pane.show(georgia), app.pane.show(sea)]);
  expect(app.pane.note.value?.view.id).toBe(sea);
  await app.pane.show(null);
  expect(app.pane.note.value).toBeNull();
});

it("saves what was written when the selection goes on, as one change that can be taken back", async () => {
  const { app, georgia, sea, write, ask } = await opened();
  await app.pane.show(georgia);
  write("The capital of Georgia?");
  await app.pane.show(sea);
  expect(app.pane.note.value?.view.id).toBe(sea);
  expect((await ask("note", { note: georgia })).fields[0]?.value).toBe("The capital of Georgia?");
  expect(app.notices.shown.value).toMatchObject({ text: "The note is saved.", undo: true });
  await app.step("undo");
  expect((await ask("note", { note: georgia })).fields[0]?.value).toBe("What is the capital of Georgia?");
});

it("keeps what cannot be saved, with the reason, until it is thrown away", async () => {
  const { app, georgia, sea, write, ask } = await opened();
  await app.pane.show(georgia);
  write("");
  await app.pane.show(sea);
  expect(app.pane.note.value?.view.id).toBe(georgia);
  expect(app.pane.note.value?.trouble.value).toMatch(/not saved/);
  await app.go("today");
  expect(app.screen.value).toBe("browse");
  await app.pane.discard();
  expect((await ask("note", { note: georgia })).fields[0]?.value).toBe("What is the capital of Georgia?");
  await app.go("today");
  expect(app.screen.value).toBe("today");
});

it("is read again after a change from elsewhere, unless it is being written", async () => {
  const { app, georgia, write, ask } = await opened();
  await app.pane.show(georgia);
  const before = app.pane.note.value;
  await app.pane.refresh();
  expect(app.pane.note.value).toBe(before);
  await ask("editNote", { note: georgia, fields: { Front: "Changed elsewhere?" }, tags: [] });
  await app.pane.refresh();
  expect(app.pane.note.value?.view.fields[0]?.value).toBe("Changed elsewhere?");
  write("Written here");
  await ask("editNote", { note: georgia, fields: { Front: "Once more?" }, tags: [] });
  const written = app.pane.note.value;
  await app.pane.refresh();
  expect(app.pane.note.value).toBe(written);
});
