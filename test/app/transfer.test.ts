import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
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
