// Cards that a note no longer makes, through the real API: listed, removed, and back by undo, on disk as well.
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeAll(async () => {
  app = await opened("2026-11-24T10:00:00Z");
});
afterAll(() => app.end());

it("are found after an edit, removed as one change, and come back", async () => {
  const [deck] = await app.ask("decks", {});
  const fields = { Front: "a", Back: "b", "Add Reverse": "y" };
  await app.ask("addNote", { type: "optionalReversed", deck: deck?.id ?? "", fields, tags: [] });
  const note = [...app.collection().notes.values()].at(-1)?.id ?? "";
  await app.ask("suspend", { card: `${note}/1`, whole: false });
  expect(await app.ask("emptyCards", {})).toEqual([]);
  expect((await app.call("removeEmptyCards", { cards: [`${note}/1`] })).ok).toBe(false);

  await app.ask("editNote", { note, fields: { ...fields, "Add Reverse": "" }, tags: [] });
  const cards = [{ card: `${note}/1`, name: "Card 2", reviews: 0 }];
  const found = [{ note, title: "a", typeName: "Basic, reversed if wanted", cards }];
  expect(await app.ask("emptyCards", {})).toEqual(found);
  expect(await app.ask("removeEmptyCards", { cards: [`${note}/1`, `${note}/0`] })).toEqual({ removed: 1 });
  await app.reopen();
  expect(await app.ask("emptyCards", {})).toEqual([]);
  expect((await app.ask("undo", {})).done).toMatchObject({ op: "delete", what: "1 empty card" });
  expect(await app.ask("emptyCards", {})).toEqual(found);
});
