// Files in and out by the command line, as built, in plain Node, with the real process of a transfer.
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { temporaryFolder } from "./launch.ts";
import { cli, run } from "./terminal.ts";

let data: string;
let files: string;
beforeEach(() => {
  data = join(temporaryFolder(), "data");
  files = temporaryFolder();
});

const mneme = (...args: string[]) => run(data, process.execPath, [cli, ...args]);

async function file(name: string, text: string): Promise<string> {
  const path = join(files, name);
  await writeFile(path, text);
  return path;
}

const birds = "---\ntitle: Birds\n---\n\nQ: robin\nA: red\nId: n1\n\nQ: wren\nA: small\nId: n2\n";

it("import rehearses, tells every mistake with its place, and commits; --dry-run only tells", async () => {
  const path = await file("birds.md", `${birds}\nQ: owl\n`);
  const dry = await mneme("import", "--dry-run", path);
  expect(dry).toMatchObject({ code: 0, out: "Birds: 2 would be new, 0 changed, 0 as they are, 1 left out\n" });
  expect(dry.err).toMatch(/birds\.md:13: /);
  expect((await mneme("imports")).out).toBe("");
  expect(await mneme("import", path)).toMatchObject({
    code: 0,
    out: "Birds: 2 added, 0 changed, 0 as they were, 1 left out\n",
  });
  expect((await mneme("import", path)).out).toBe("Birds: 0 added, 0 changed, 2 as they were, 1 left out\n");
  expect((await mneme("decks")).out).toMatch(/^Birds\t2 cards/m);
});

it("import takes several files, options as flags, and goes on after one that fails", async () => {
  const good = await file("birds.md", birds);
  const bad = await file("bad.apkg", "");
  const { code, out, err } = await mneme("import", "--deck", "Nature", bad, good);
  expect([code, out]).toEqual([1, "Nature::Birds: 2 added, 0 changed, 0 as they were\n"]);
  expect(err).toMatch(/“bad.apkg” cannot be imported: it is empty/);
  expect(err).toMatch(/1 file was not brought in\.\n$/);
});

it("a table of text comes in by its columns", async () => {
  const path = await file("table.csv", "word,meaning\nchat,cat\nchien,dog\n");
  const { code, out } = await mneme("import", "--deck", "French", "--columns", "Back,Front", path);
  expect([code, out]).toEqual([0, expect.stringMatching(/^French: 2 added/)]);
  expect((await mneme("export", "French", "-")).out).toMatch(/Q: cat\nA: chat/);
});

it("imports lists what came in, and remove-import takes it out again", async () => {
  await mneme("import", await file("birds.md", birds));
  const [id = "", ...row] = (await mneme("imports")).out.trim().split("\t");
  expect(row.slice(1)).toEqual(["birds.md", "2 added", "0 changed"]);
  expect((await mneme("remove-import", "--dry-run", id)).out).toBe("2 notes would go\n");
  expect((await mneme("remove-import", id)).out).toBe("2 notes removed\n");
  expect((await mneme("imports")).out).toMatch(/\tremoved\n$/);
  expect(await mneme("remove-import", id)).toMatchObject({ code: 1, err: expect.stringMatching(/no longer here/) });
  expect((await mneme("decks")).out).not.toMatch(/Birds/);
});

it("export writes what a search finds, in the format of the ending", async () => {
  await mneme("import", await file("birds.md", birds));
  const path = join(files, "found.txt");
  expect(await mneme("export", "--search", "deck:Birds wren", path)).toMatchObject({
    code: 0,
    out: `deck:Birds wren is now in ${path}: 1 note\n`,
  });
  expect(await readFile(path, "utf8")).toMatch(/wren/);
  expect(await mneme("export", "--all", "--search", "x", path)).toMatchObject({ code: 2 });
  expect(await mneme("export", "--all", join(files, "deck.xyz"))).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--format takes one of/),
  });
  expect((await readdir(files)).sort()).toEqual(["birds.md", "found.txt"]);
});

it("convert makes one format of another without the person's collection, and says what is lost", async () => {
  const path = await file("birds.md", `${birds}\nQ: owl\n`);
  const out = join(files, "birds.txt");
  const done = await mneme("convert", path, out);
  expect(done).toMatchObject({
    code: 0,
    out: expect.stringMatching(/birds\.txt: 2 notes, 2 cards, 0 answers from Mneme deck/),
  });
  expect(done.err).toMatch(/birds\.md:13: /);
  expect(await readFile(out, "utf8")).toMatch(/robin/);
  expect(existsSync(data)).toBe(false);
  expect((await readdir(files)).sort()).toEqual(["birds.md", "birds.txt"]);
});

it.each([
  [["import"], 2],
  [["import", "--fly", "x"], 2],
  [["import", "--notes", "sometimes", "cli.md"], 2],
  [["export", "x"], 2],
  [["convert", "x"], 2],
  [["convert", "/nowhere.md", "out.txt"], 1],
  [["remove-import"], 2],
])("%j ends with %d and one sentence", async (args, code) => {
  const given = await file("cli.md", birds);
  const { err, ...ended } = await mneme(...args.map((arg) => (arg === "cli.md" ? given : arg)));
  expect([ended.code, ended.out]).toEqual([code, ""]);
  expect(err.trim().split("\n")).toHaveLength(1);
});

it("Anki's packages go out and come back with every answer; of a whole collection too", async () => {
  await mneme("import", await file("birds.md", birds));
  const [deck, whole, text] = ["birds.apkg", "all.colpkg", "back.json"].map((name) => join(files, name));
  expect(await mneme("export", "Birds", deck ?? "")).toMatchObject({ code: 0 });
  expect(await mneme("export", "Birds", "--older", `${deck}2`, "--format", "apkg")).toMatchObject({ code: 0 });
  expect(await mneme("export", "--all", whole ?? "")).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Everything is now in/),
  });
  for (const path of [deck ?? "", whole ?? ""]) {
    const { code, out } = await mneme("import", "--dry-run", path);
    expect([code, out]).toEqual([0, expect.stringMatching(/0 would be new, 0 changed, \d+ as they are\n$/)]);
  }
  const { code, out } = await mneme("convert", deck ?? "", text ?? "");
  expect([code, out]).toEqual([0, expect.stringMatching(/2 notes, 2 cards, 0 answers from Anki deck package/)]);
  expect((await mneme("import", "--dry-run", text ?? "")).out).toMatch(/^Birds: 0 would be new/);
});
