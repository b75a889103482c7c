import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
let deck: string;
beforeEach(async () => {
  app = await opened("2026-11-24T10:00:00Z");
  deck = (await app.ask("decks", {}))[0]?.id ?? "";
});
afterEach(() => app.end());

const basic = (Front: string, Back: string) => ({
  type: "basic",
  deck,
  fields: { Front, Back },
  tags: [" a::b ", "c"],
});

describe("adding a note", () => {
  test("it comes last, is there after a restart, and undo takes it away", async () => {
    const added = await app.ask("addNote", basic("Capital of Armenia?", "Yerevan"));
    expect(added).toMatchObject({ type: "basic", tags: ["a::b", "c"] });
    const positions = [...app.collection().notes.values()].map(({ position }) => position);
    expect(app.collection().notes.get(added.id)).toMatchObject({
      position: Math.max(...positions),
      created: app.clock.ms,
    });
    expect(positions.filter((one) => one === Math.max(...positions))).toHaveLength(1);
    await app.reopen();
    expect(await app.ask("note", { note: added.id })).toMatchObject({ fields: expect.arrayContaining([]) });
    expect((await app.ask("undo", {})).done).toMatchObject({ op: "add", what: "Capital of Armenia?" });
    expect(app.collection().notes.has(added.id)).toBe(false);
  });

  test("what could not be asked is refused, and nothing is added", async () => {
    const before = app.collection().notes.size;
    const refused = async (input: object) => {
      const reply = await app.call("addNote", input);
      return reply.ok ? null : reply.say;
    };
    expect(await refused(basic("", "x"))).toContain("“Front” is empty");
    expect(await refused({ ...basic("a", "b"), deck: "none" })).toContain("deck is no longer here");
    expect(await refused({ ...basic("a", "b"), type: "none" })).toContain("kind of note");
    expect(await refused({ ...basic("a", "b"), fields: { Front: "a", Back: "b", Other: "c" } })).toContain("“Other”");
    expect(await refused({ type: "cloze", deck, fields: { Text: "no gap" }, tags: [] })).toContain("{{c1::");
    expect(app.collection().notes.size).toBe(before);
  });
});

describe("twins", () => {
  const twins = (type: string, first: string, note: string | null = null) =>
    app.ask("twins", { type, fields: { [type === "cloze" ? "Text" : "Front"]: first }, note });

  test("the same first field, in any type; then what differs in case and accents only; never itself", async () => {
    const one = await app.ask("addNote", basic("What is *déjà vu*?", "A feeling"));
    const two = await app.ask("addNote", { ...basic("What is déjà vu?", "x"), type: "reversed" });
    const found = await twins("basic", "What is déjà  vu?");
    expect(found.map(({ note, near }) => [note, near])).toEqual([
      [one.id, false],
      [two.id, false],
    ]);
    expect(found[0]).toMatchObject({ title: "What is déjà vu?", typeName: "Basic", deck: expect.any(Array) });
    expect(found[0]?.fields[1]).toEqual({ name: "Back", value: "A feeling" });
    expect((await twins("basic", "what is DEJA VU")).map(({ near }) => near)).toEqual([true, true]);
    expect((await twins("basic", "What is déjà vu?", one.id)).map(({ note }) => note)).toEqual([two.id]);
    expect(await twins("basic", "  ")).toEqual([]);
  });

  test("the index follows edits, deletion and undo", async () => {
    const { id } = await app.ask("addNote", basic("First?", "1"));
    expect(await twins("basic", "First?")).toHaveLength(1);
    await app.ask("editNote", { note: id, fields: { Front: "Second?" }, tags: [] });
    expect(await twins("basic", "First?")).toHaveLength(0);
    expect(await twins("basic", "Second?")).toHaveLength(1);
    await app.ask("undo", {});
    expect(await twins("basic", "First?")).toHaveLength(1);
    await app.ask("undo", {});
    expect(await twins("basic", "First?")).toHaveLength(0);
  });

  test("the text of gaps counts, whatever is hidden", async () => {
    await app.ask("addNote", { type: "cloze", deck, fields: { Text: "{{c1::Paris}} is in France" }, tags: [] });
    expect(await twins("cloze", "Paris is in {{c1::France}}")).toHaveLength(1);
  });
});

test("tags: by any part, most used first, outer ones with those within", async () => {
  for (const tags of [["geo::europe::alps"], ["geo::europe"], ["Geography"], ["music::europe"]])
    await app.ask("addNote", { ...basic(tags.join(), "x"), tags });
  expect(await app.ask("tags", { prefix: "geo" })).toEqual(
    expect.arrayContaining(["geo", "geo::europe", "geo::europe::alps", "Geography"]),
  );
  expect((await app.ask("tags", { prefix: "GEO::" }))[0]).toBe("geo::europe");
  expect(await app.ask("tags", { prefix: "eur" })).toEqual(["geo::europe", "geo::europe::alps", "music::europe"]);
  expect(await app.ask("tags", {})).toContain("music");
});

describe("drafts", () => {
  const draft = (note: string | null, Front: string) => ({ note, type: "basic", deck, fields: { Front }, tags: [] });

  test("they outlive a restart, one for each note; they are no part of the history", async () => {
    await app.ask("saveDraft", { draft: draft(null, "first") });
    await app.ask("saveDraft", { draft: draft("n1", "edited") });
    await app.ask("saveDraft", { draft: draft(null, "second") });
    await app.reopen();
    expect(await app.ask("draft", {})).toEqual(draft(null, "second"));
    expect((await app.ask("drafts", {})).map(({ fields }) => fields.Front)).toEqual(["second", "edited"]);
    await app.ask("saveDraft", { draft: null, note: "n1" });
    expect(await app.ask("drafts", {})).toHaveLength(1);
    await app.ask("saveDraft", { draft: null });
    await app.reopen();
    expect(await app.ask("draft", {})).toBeNull();
    expect((await app.ask("undo", {})).done?.op).not.toBe("edit");
  });

  test("a damaged file is set aside, and told", async () => {
    await app.close();
    await writeFile(join(app.folder, "drafts.json"), '{"version":1,"drafts":[{"note":');
    await app.reopen();
    expect(await app.ask("draft", {})).toBeNull();
    await app.ask("saveDraft", { draft: draft(null, "new") });
    expect(JSON.parse(await readFile(join(app.folder, "drafts.json"), "utf8"))).toMatchObject({ version: 1 });
  });
});

test("a field goes to the editor and back by calls; a document from outside is checked", async () => {
  for (const [format, text] of [
    ["html", "a <b>b</b> {{c1::c}}"],
    ["markdown", "a **b** {{c1::c}}"],
  ] as const) {
    const doc = await app.ask("fieldToRich", { format, text });
    expect(await app.ask("richToField", { format, doc })).toBe(text);
  }
  const reply = await app.call("richToField", { format: "html", doc: { type: "doc", content: [{ type: "script" }] } });
  expect(reply).toMatchObject({ ok: false, fault: { code: "badInput" } });
  expect(await app.ask("splitIntoClozes", { text: "It fell in 1989." })).toBe("It fell in {{c1::1989}}.");
  const [hint] = await app.ask("doctor", { type: "basic", fields: { Front: "Is it so?", Back: "yes" }, note: null });
  expect(hint?.rule).toBe("yesNo");
});
