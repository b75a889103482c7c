import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { Parcel } from "../../../main/core/parcel/parcel.ts";
import { standardLimits } from "../../../main/transfer/format.ts";
import { formatOf } from "../../../main/transfer/formats.ts";
import { markdownFolder } from "../../../main/transfer/markdown/folder.ts";
import { card, deck, note, parcel, word } from "../../core/import/parcels.ts";
import { anyFullParcel, full } from "../parcels.ts";
import { readingOf, writingOf } from "../reading.ts";

const around = await mkdtemp(join(tmpdir(), "mneme-folder-"));
afterAll(() => rm(around, { recursive: true }));
let made = 0;
const fresh = () => join(around, `deck${++made}`);

const withoutBase = (from: Parcel) => full({ ...from, notes: from.notes.map(({ came: _, ...rest }) => rest) });

async function through(from: Parcel, path = fresh()): Promise<Parcel> {
  await markdownFolder.write?.(from, writingOf(path, from));
  return markdownFolder.read(readingOf(path));
}

async function filesIn(path: string): Promise<Map<string, string>> {
  const names = await readdir(path, { recursive: true, withFileTypes: true });
  const files = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return new Map(
    await Promise.all(files.map(async (file) => [file.slice(path.length + 1), await readFile(file, "utf8")] as const)),
  );
}

it("any parcel comes back from a folder as it went", async () => {
  await fc.assert(
    fc.asyncProperty(anyFullParcel, async (from) => {
      expect(withoutBase(await through(from))).toEqual(withoutBase({ ...from, format: "markdownFolder" }));
    }),
    { numRuns: 60 },
  );
}, 60_000);

it("studying changes nothing but the file of the schedule", async () => {
  const from = parcel({ notes: [note("1", ["casa", "house"])] });
  const studied = { ...from, cards: [card("1", 0)], reviews: [{ ...reviewOf("1/0") }] };
  const [before, after] = [fresh(), fresh()];
  await markdownFolder.write?.(
    { ...from, cards: [card("1", 0, { reps: 1 })], reviews: [reviewOf("1/0")] },
    writingOf(before, studied),
  );
  await markdownFolder.write?.(studied, writingOf(after, studied));
  const [old, now] = [await filesIn(before), await filesIn(after)];
  const changed = [...now].filter(([name, text]) => old.get(name) !== text).map(([name]) => name);
  expect(changed).toEqual(["schedule.json"]);
});

const reviewOf = (of: string) => ({
  ...{ id: "7", card: of, at: 7, grade: 3 as const, took: 1, phase: "new" as const, elapsed: 0, interval: 1 },
  ...{ stability: 1, difficulty: 5, recall: null },
});

it("is there to be read: a file for each deck, types in YAML", async () => {
  const path = fresh();
  await through(
    parcel({
      decks: [deck("d1", "Spanish"), deck("d2", "Spanish::Verbs")],
      noteTypes: [word],
      notes: [note("1", ["ir", "to go"], { deck: "d2", tags: ["verb"] })],
    }),
    path,
  );
  const files = await filesIn(path);
  expect([...files.keys()].sort()).toEqual(["mneme.json", "note types/Word.yaml", "spanish.md", "spanish/verbs.md"]);
  expect(files.get("spanish/verbs.md")).toBe(
    '---\ntitle: Spanish::Verbs\n---\n\nNote: Word\nWord: ir\nMeaning: to go\nTags: verb\nId:= "guid 1"\n',
  );
  expect(files.get("note types/Word.yaml")).toContain("name: Word\n");
});

it("what somebody changed, added and took away is told from what they left", async () => {
  const path = fresh();
  const from = parcel({
    decks: [deck("d1", "Spanish")],
    noteTypes: [word],
    notes: [note("1", ["ir", "to go"], { guid: "g1" }), note("2", ["ser", "to be"], { guid: "g2" })],
  });
  await through(from, path);
  const file = join(path, "spanish.md");
  const text = await readFile(file, "utf8");
  await writeFile(
    file,
    text.replace("to go", "to walk").replace("Note: Word\nWord: ser", "Q: new?\nA: yes\n\nNote: Word\nWord: ser"),
  );
  const { notes } = await markdownFolder.read(readingOf(path, { now: 9_999 }));
  expect(notes).toMatchObject([
    { id: "1", guid: "g1", fields: { "1001.Meaning": "to walk" }, modified: 9_999, created: 1_000 },
    { nameless: true, type: "basic", deck: "d1", modified: 9_999 },
    { id: "2", guid: "g2", modified: 2_000 },
  ]);
});

it("texts that people wrote need nothing else, and may name the person's own types", async () => {
  const path = fresh();
  await mkdir(join(path, "inner"), { recursive: true });
  await writeFile(join(path, "README.md"), "# About\n\nA page that is no deck.\n");
  await writeFile(join(path, "a.md"), "---\ntitle: A\n---\n\nQ: q\nA: a\n\nNote: Word\nWord: x\nMeaning: y\n");
  await writeFile(join(path, "inner", "b.md"), "---\ntitle: A::B\n---\n\nQ: q\n");
  const collection = readingOf(path).collection;
  collection.noteTypes.set(word.id, word);
  expect((await formatOf(path, "deck")).id).toBe("markdownFolder");
  const { notes, decks, problems, noteTypes } = await markdownFolder.read(readingOf(path, { collection }));
  expect(decks.map(({ name }) => name)).toEqual(["A"]);
  expect(notes).toMatchObject([{ type: "basic" }, { type: word.id, fields: { "1001.Word": "x" } }]);
  expect(noteTypes).toEqual([]);
  expect(problems).toMatchObject([{ place: "inner/b.md, line 5" }]);
});

it("nothing outside is read, whatever leads there; what cannot be read is told", async () => {
  const path = fresh();
  await mkdir(join(path, "media"), { recursive: true });
  await mkdir(join(path, "note types"));
  await writeFile(join(path, "a.md"), "---\ntitle: A\n---\n\nQ: q\nA: a\n");
  await symlink("/etc/hostname", join(path, "b.md"));
  await symlink("/etc", join(path, "c"));
  await symlink("/etc/hostname", join(path, "media", "d.png"));
  await writeFile(join(path, "mneme.json"), "{ broken");
  await writeFile(join(path, "note types", "x.yaml"), "a: &a [*a, *a]\n");
  await writeFile(join(path, "note types", "y.yaml"), "[".repeat(20_000));
  const { notes, media, problems } = await markdownFolder.read(readingOf(path));
  expect(notes.length).toBe(1);
  expect(media).toEqual([]);
  expect(problems.map(({ place }) => place).sort()).toEqual(
    ["b.md", "c", "media/d.png", "mneme.json", "note types/x.yaml", "note types/y.yaml"].map((place) =>
      expect.stringContaining(place),
    ),
  );
  const few = { ...standardLimits, entries: 3 };
  await expect(markdownFolder.read(readingOf(path, { limits: few }))).rejects.toThrow(/too many files/);
});
