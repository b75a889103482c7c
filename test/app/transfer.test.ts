import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ExportSpec } from "../../main/contract/transfer.ts";
import { type Opened, opened } from "./opened.ts";

let app: Opened;
let files: string;
beforeEach(async () => {
  app = await opened("2026-11-23T19:00:00+01:00");
  files = await mkdtemp(join(tmpdir(), "mneme-files-"));
});
afterEach(() => app.end());

async function offered(name: string, text: string): Promise<string> {
  const path = join(files, name);
  await writeFile(path, text);
  return (await app.offer(path)).token;
}

const deck = (title: string, ...pairs: [question: string, answer: string][]) =>
  `---\ntitle: ${title}\n---\n\n${pairs.map(([q, a]) => `Q: ${q}\nA: ${a}\n`).join("\n")}`;

/** What may be left in the data folder by what never counted. */
async function left(): Promise<string[]> {
  const names = await readdir(app.folder, { recursive: true });
  return names.filter((name) => /staging.|\.staged$|\.tmp$/.test(name));
}

const find = (text: string) => [...app.collection().notes.values()].filter(({ fields }) => fields.Front === text);

describe("a file comes in", () => {
  it("is rehearsed without a trace, committed as one change, taken back, done again, and shown among the imports", async () => {
    const token = await offered("birds.md", deck("Birds", ["robin", "red"], ["wren", "small"]));
    const before = JSON.stringify([...app.collection().notes]);
    const view = await app.ask("rehearse", { token });
    expect(view).toMatchObject({
      file: "birds.md",
      format: "markdown",
      counts: { new: 2, same: 0 },
      newDecks: ["Birds"],
    });
    expect(JSON.stringify([...app.collection().notes])).toBe(before);
    const { rows } = await app.ask("rehearsalRows", {
      rehearsal: view.id,
      verdict: null,
      words: "wren",
      from: 0,
      to: 9,
    });
    expect(rows).toMatchObject([{ n: 1, title: "wren", verdict: "new" }]);
    expect(await app.ask("rehearsalNote", { rehearsal: view.id, n: 0 })).toMatchObject({ title: "robin" });
    const done = await app.ask("commitRehearsal", { rehearsal: view.id });
    expect(done).toMatchObject({ id: view.id, file: "birds.md", added: 2, changed: 0, broken: 0, decks: ["Birds"] });
    expect(find("robin")).toHaveLength(1);
    expect(await left()).toEqual([]);
    expect(await app.ask("imports", {})).toMatchObject([{ id: view.id, added: 2, removed: null }]);
    await app.ask("undo", {});
    expect([find("robin").length, await app.ask("imports", {})]).toEqual([0, []]);
    await app.ask("redo", {});
    await app.reopen();
    expect(find("robin")).toHaveLength(1);
    expect(await app.ask("imports", {})).toHaveLength(1);
  });

  it("the rehearsal is gone afterwards", async () => {
    const view = await app.ask("rehearse", { token: await offered("a.md", deck("A", ["a", "b"])) });
    await app.ask("commitRehearsal", { rehearsal: view.id });
    expect(await app.call("commitRehearsal", { rehearsal: view.id })).toMatchObject({
      ok: false,
      fault: { code: "gone", detail: "rehearsal" },
    });
  });

  it("changes nothing if nothing is new", async () => {
    const text = deck("A", ["a", "b"]);
    for (const added of [1, 0]) {
      const view = await app.ask("rehearse", { token: await offered("a.md", text) });
      expect(await app.ask("commitRehearsal", { rehearsal: view.id })).toMatchObject({ added, changed: 0 });
    }
    expect(await app.ask("imports", {})).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it("comes into another deck when asked to", async () => {
    const view = await app.ask("rehearse", { token: await offered("a.md", deck("A", ["a", "b"])) });
    const again = await app.ask("rehearseAgain", { rehearsal: view.id, options: { ...view.options, deck: "Outer" } });
    expect(again.decks).toEqual(["Outer::A"]);
  });

  it("what is refused names the file, the reason and what to do, and leaves nothing", async () => {
    const token = await offered("a.apkg", "");
    const reply = await app.call("rehearse", { token });
    expect(reply).toMatchObject({ ok: false, fault: { code: "package", file: "a.apkg" } });
    expect(await left()).toEqual([]);
    expect(await app.call("rehearse", { token: "made up" })).toMatchObject({ fault: { code: "gone", detail: "file" } });
  });
});

describe("others go on meanwhile", () => {
  it("answers are given while a file is committed, and both count", async () => {
    const many = Array.from({ length: 3_000 }, (_, i): [string, string] => [`q${i}`, `a${i}`]);
    const view = await app.ask("rehearse", { token: await offered("many.md", deck("Many", ...many)) });
    let { ahead } = await app.ask("study", { deck: null });
    const committed = app.ask("commitRehearsal", { rehearsal: view.id });
    let isOver = false;
    void committed.finally(() => {
      isOver = true;
    });
    let answers = 0;
    while (!isOver) {
      const [card] = ahead;
      if (!card) break;
      app.clock.ms += 1_000;
      ({ ahead } = await app.ask("answer", { card: card.card, seen: card.seen, grade: 4, tookMs: 5 }));
      answers++;
    }
    expect((await committed).added).toBe(3_000);
    expect(answers).toBeGreaterThan(0);
    expect([...app.collection().reviews.keys()]).toHaveLength(answers);
    await app.reopen();
    expect(find("q2999")).toHaveLength(1);
    expect([...app.collection().reviews.keys()]).toHaveLength(answers);
  });

  it("what was deleted after the rehearsal comes in anew", async () => {
    const text = deck("A", ["a", "b"]);
    await app.ask("importDeck", { name: "a.md", text });
    const view = await app.ask("rehearse", { token: await offered("a.md", text) });
    expect(view.counts).toMatchObject({ new: 0, same: 1 });
    await app.ask("deleteDeck", { deck: find("a")[0]?.deck ?? "", end: { cards: "delete" } });
    expect(await app.ask("commitRehearsal", { rehearsal: view.id })).toMatchObject({ added: 1, decks: ["A"] });
    expect(find("a")).toHaveLength(1);
  });

  it("two rehearsals at once: the second sees what the first brought", async () => {
    const text = deck("A", ["a", "b"]);
    const tokens = [await offered("one.md", text), await offered("two.md", text)];
    const [one, two] = await Promise.all(tokens.map((token) => app.ask("rehearse", { token })));
    expect([one?.counts.new, two?.counts.new]).toEqual([1, 1]);
    expect(await app.ask("commitRehearsal", { rehearsal: one?.id ?? "" })).toMatchObject({ added: 1 });
    expect(await app.ask("commitRehearsal", { rehearsal: two?.id ?? "" })).toMatchObject({ added: 0, same: 1 });
    expect(find("a")).toHaveLength(1);
  });

  it("at most eight are open at once", async () => {
    for (let i = 0; i < 8; i++) await app.ask("rehearse", { token: await offered(`${i}.md`, deck("A", ["a", "b"])) });
    expect(await app.call("rehearse", { token: await offered("9.md", deck("A", ["a", "b"])) })).toMatchObject({
      fault: { code: "file" },
    });
  });
});

it("a folder is offered as one thing, and what is not there not at all", async () => {
  await mkdir(join(files, "folder"));
  expect(await app.offer(join(files, "folder"))).toMatchObject({ name: "folder", size: 0 });
  await expect(app.offer(join(files, "gone"))).rejects.toThrow(/there is no such file/);
  expect(existsSync(join(files, "gone"))).toBe(false);
});

const spec = (what: ExportSpec["what"]): ExportSpec => ({
  ...{ what, format: "markdown", schedule: true, presets: true, media: true, older: false, html: true },
});

describe("a deck goes out", () => {
  beforeEach(async () => {
    await app.ask("importDeck", { name: "a.md", text: deck("Birds", ["robin", "red"], ["wren", "small"]) });
  });
  const deckId = () => [...app.collection().decks.values()].find(({ name }) => name === "Birds")?.id ?? "";

  it("is told before, then written beside the old file and put in its place; coming back it is the same", async () => {
    const path = join(files, "out.md");
    await writeFile(path, "the old one");
    const what = { of: "deck" as const, deck: deckId() };
    expect(await app.ask("exportPreview", { spec: spec(what) })).toMatchObject({
      name: "birds.md",
      notes: 2,
      cards: 2,
    });
    expect(await readFile(path, "utf8")).toBe("the old one");
    expect(await app.exportTo(spec(what), path)).toMatchObject({ path, notes: 2, losses: [] });
    expect(await readFile(path, "utf8")).toMatch(/^---\ntitle: Birds/);
    expect(await readdir(files)).toEqual(["out.md"]);
    const { token } = await app.offer(path);
    expect((await app.ask("rehearse", { token })).counts).toMatchObject({ same: 2, new: 0 });
  });

  it("follows a link, keeps the permissions of the file that was there, and never replaces what is no file", async () => {
    const what = { of: "deck" as const, deck: deckId() };
    const [path, link, pipe] = ["out.md", "link.md", "pipe"].map((name) => join(files, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(path, "the old one");
    await chmod(path, 0o600);
    await symlink("out.md", link);
    await app.exportTo(spec(what), link);
    expect(await readFile(path, "utf8")).toMatch(/^---\ntitle: Birds/);
    expect([(await lstat(link)).isSymbolicLink(), (await stat(path)).mode & 0o777]).toEqual([true, 0o600]);
    execFileSync("mkfifo", [pipe]);
    await expect(app.exportTo(spec(what), pipe)).rejects.toMatchObject({ fault: { code: "file" } });
    expect((await stat(pipe)).isFIFO()).toBe(true);
    expect((await readdir(files)).sort()).toEqual(["link.md", "out.md", "pipe"]);
  });

  it("several questions at once are answered by one process, and two files are written one after the other", async () => {
    const what = { of: "deck" as const, deck: deckId() };
    const views = await Promise.all([1, 2, 3].map(() => app.ask("exportPreview", { spec: spec(what) })));
    expect(views.map(({ notes }) => notes)).toEqual([2, 2, 2]);
    const paths = ["1.md", "2.md"].map((name) => join(files, name));
    await Promise.all(paths.map((path) => app.exportTo(spec(what), path)));
    expect((await readdir(files)).sort()).toEqual(["1.md", "2.md"]);
    await app.ask("stopTransfer", { of: "export" });
    expect(await app.ask("exportPreview", { spec: spec(what) })).toMatchObject({ notes: 2 });
  });

  it("holds what a search finds, and says what the format cannot", async () => {
    const { ahead } = await app.ask("study", { deck: deckId() });
    const [card] = ahead;
    await app.ask("answer", { card: card?.card ?? "", seen: card?.seen ?? "", grade: 3, tookMs: 5 } as never);
    const path = join(files, "out.md");
    const done = await app.exportTo(spec({ of: "search", query: "rated:1" }), path);
    expect(done).toMatchObject({
      notes: 1,
      losses: ["Not in it: 1 cards' schedules.", "Not in it: 1 answers of the log."],
    });
  });

  it.each([
    [{ of: "deck", deck: "none" }, "out.md", { code: "gone", detail: "deck" }],
    [{ of: "search", query: "(" }, "out.md", { code: "badInput" }],
    [{ of: "search", query: "nothingatall" }, "out.md", { code: "file" }],
    [{ of: "all" }, "no such folder/out.md", { code: "file" }],
  ] as const)("%j to %s fails in plain words and leaves nothing", async (what, name, fault) => {
    await expect(app.exportTo(spec(what), join(files, name))).rejects.toMatchObject({ fault });
    expect(await readdir(files)).toEqual([]);
  });
});

describe("an import is taken out again", () => {
  it("what it brought goes, what was touched stays, and that can be taken back", async () => {
    const view = await app.ask("rehearse", {
      token: await offered("birds.md", deck("Birds", ["robin", "red"], ["wren", "small"])),
    });
    await app.ask("commitRehearsal", { rehearsal: view.id });
    const [touched] = find("wren");
    if (!touched) throw new Error("no wren");
    app.clock.ms += 1_000;
    await app.ask("editNote", { note: touched.id, fields: { ...touched.fields, Back: "tiny" }, tags: [] } as never);
    expect(await app.ask("removalEffects", { import: view.id })).toMatchObject({ notes: 1, touched: 1 });
    expect(find("robin")).toHaveLength(1);
    expect(await app.ask("removeImport", { import: view.id })).toMatchObject({ notes: 1, touched: 1 });
    expect([find("robin").length, find("wren").length]).toEqual([0, 1]);
    expect(await app.ask("imports", {})).toMatchObject([{ id: view.id, removed: { notes: 1 } }]);
    expect(await left()).toEqual([]);
    expect(await app.call("removeImport", { import: view.id })).toMatchObject({ fault: { code: "gone" } });
    await app.ask("undo", {});
    expect(find("robin")).toHaveLength(1);
    expect(await app.ask("imports", {})).toMatchObject([{ removed: null }]);
  });
});
