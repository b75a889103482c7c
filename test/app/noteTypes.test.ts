// Note types by the calls of the API, over a real store that is closed and opened again.
import { afterEach, beforeEach, expect, it } from "vitest";
import type { NoteType } from "../../main/contract/shapes.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
beforeEach(async () => {
  app = await opened("2026-03-28T20:00:00Z");
  await app.ask("importDeck", { name: "one.md", text: "---\ntitle: One\n---\n\nQ: q\nA: a\nId: n\n" });
});
afterEach(() => app.end());

const typeOf = async (id: string): Promise<NoteType> => {
  const found = (await app.ask("noteTypeRows", {})).find(({ type }) => type.id === id);
  if (!found) throw new Error(`no type ${id}`);
  return found.type;
};

it("edits a type that Mneme brings, finds it again, and takes it back", async () => {
  const before = await typeOf("basic");
  const renamed = await app.ask("shapeNoteType", {
    type: before,
    edit: { kind: "renameField", field: "Front", name: "Question" },
  });
  expect(renamed.templates[0]?.front).toBe("{{Question}}");
  expect(await typeOf("basic")).toEqual(before);
  const saved = await app.ask("saveNoteType", { type: renamed, seen: before.modified });
  expect(saved.modified).toBe(app.clock.ms);
  await app.reopen();
  expect(await typeOf("basic")).toEqual(saved);
  expect((await app.ask("undo", {})).done).toEqual({ op: "noteType", what: "Basic" });
  expect(await typeOf("basic")).toEqual(before);
});

it("says what is wrong, and changes nothing", async () => {
  const type = await typeOf("basic");
  const stale = await app.call("saveNoteType", { type: { ...type, css: "x" }, seen: 7 });
  expect(stale).toMatchObject({ ok: false, fault: { code: "staleType" }, say: expect.stringContaining("still here") });
  const bad = await app.call("saveNoteType", { type: { ...type, name: " " }, seen: 0 });
  expect(bad).toMatchObject({ ok: false, say: "It needs a name. Nothing was changed." });
  for (const input of [
    { type: { ...type, css: "x".repeat(1_000_001) }, seen: 0 },
    { type: { ...type, fields: Array.from({ length: 101 }, () => type.fields[0]) }, seen: 0 },
    { type: { ...type, templates: Array.from({ length: 101 }, () => type.templates[0]) }, seen: 0 },
    { type: { ...type, more: 1 }, seen: 0 },
    { type: JSON.parse('{"__proto__":{}}'), seen: 0 },
  ])
    expect(await app.call("saveNoteType", input)).toMatchObject({ ok: false, fault: { code: "badInput" } });
  expect(await typeOf("basic")).toEqual(type);
});

it("makes a type, gives it notes by changing theirs, and deletes it with them", async () => {
  const type = await app.ask("addNoteType", { name: "Mine", from: { copy: "basic" } });
  const notes = [...app.collection().notes.values()].filter((note) => note.type === "basic").map(({ id }) => id);
  const wish = { notes, to: type.id, mapping: null };
  const { effects } = await app.ask("changeTypeEffects", wish);
  expect(effects).toEqual({ notes: notes.length, appear: 0, go: 0, reviews: 0, texts: 0 });
  expect(await app.ask("changeType", wish)).toEqual({ notes: notes.length });
  const refused = await app.call("deleteNoteType", { type: type.id, seen: type.modified, withNotes: false });
  expect(refused).toMatchObject({ ok: false, fault: { code: "badType" } });
  await app.ask("deleteNoteType", { type: type.id, seen: type.modified, withNotes: true });
  expect((await app.ask("noteTypeRows", {})).some((row) => row.type.id === type.id)).toBe(false);
  expect(notes.some((id) => app.collection().notes.has(id))).toBe(false);
  await app.ask("undo", {});
  await app.ask("undo", {});
  expect(app.collection().notes.get(notes[0] ?? "")?.type).toBe("basic");
});

it("lets the log follow a card to its new ordinal, also after a restart, and back by undo", async () => {
  const target = await app.ask("addNoteType", { name: "Mine", from: { copy: "reversed" } });
  const deck = app.collection().notes.get("n")?.deck ?? "";
  const [card] = (await app.ask("study", { deck })).ahead;
  if (!card) throw new Error("no card");
  await app.ask("answer", { card: card.card, seen: card.seen, grade: 3, tookMs: 1 });
  const mapping = { fields: { Front: "Back", Back: "Front" }, templates: { 0: null, 1: 0 } };
  await app.ask("changeType", { notes: [card.note], to: target.id, mapping });
  const log = async (ord: number) => (await app.ask("cardInfo", { card: `${card.note}/${ord}` })).log.length;
  expect([await log(0), await log(1)]).toEqual([0, 1]);
  await app.reopen();
  expect([await log(0), await log(1)]).toEqual([0, 1]);
  expect((await app.ask("check", {})).problems).toEqual([]);
  await app.ask("undo", {});
  expect(await log(0)).toBe(1);
});

it("gives a note to try a draft with, going round; an example where there is none", async () => {
  const type = await typeOf("basic");
  const first = await app.ask("sampleNote", { type, index: 0 });
  expect(await app.ask("sampleNote", { type, index: first.of })).toEqual(first);
  expect((await app.ask("sampleNote", { type, index: -1 })).index).toBe(first.of - 1);
  const own = await app.ask("addNoteType", { name: "Mine", from: { copy: null, kind: "cloze", format: "html" } });
  const example = await app.ask("sampleNote", { type: own, index: 3 });
  expect(example).toMatchObject({ note: null, of: 0 });
  expect(Object.values(example.fields)[0]).toContain("{{c1::");
});

it("previews a note of a draft that is not saved", async () => {
  const type = await typeOf("basic");
  const fields = { Front: "q", Back: "a" };
  const look = async (draft: NoteType) =>
    (await app.ask("previewNote", { type: draft, fields, tags: [], deck: null })).cards.map(({ name, face }) => [
      name,
      face.type,
    ]);
  expect(await look(type)).toEqual([["Card 1", "basic"]]);
  const two = await app.ask("shapeNoteType", { type, edit: { kind: "addTemplate" } });
  expect(await look(two)).toEqual([
    ["Card 1", "framed"],
    ["Card 2", "framed"],
  ]);
});
