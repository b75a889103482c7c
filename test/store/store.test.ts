import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Change } from "../../main/contract/shapes.ts";
import { newCard } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import { answer, edit, now, openIn, tempFolder } from "./changes.ts";

describe("undo and redo", () => {
  it("go on across restarts", async () => {
    const folder = tempFolder();
    let store = await openIn(folder);
    await Promise.all([store.commit(answer(1)), store.commit(answer(2)), store.commit(answer(3))]);
    await store.undo(5);
    await store.close();

    store = await openIn(folder);
    expect([...store.collection.cards.keys()]).toEqual(["n/1", "n/2"]);
    expect(store.redoable).toMatchObject({ op: "answer", what: "card 3" });
    await Promise.all([store.undo(6), store.undo(7)]);
    expect(store.collection.cards.size).toBe(0);
    expect(await store.undo(8)).toBe(null);
    expect(await store.redo(9)).toMatchObject({ op: "redo", what: "card 1", of: { op: "answer" } });
    await store.close();

    store = await openIn(folder);
    expect([...store.collection.cards.keys()]).toEqual(["n/1"]);
    expect(store.undoable?.what).toBe("card 1");
    expect(store.redoable?.what).toBe("card 2");
    expect(await store.check()).toEqual({ lines: 7, problems: [] });
    await store.close();
  });

  it("do not touch what Mneme brought along on the first day", async () => {
    const store = await openIn(tempFolder());
    await store.commit({ ...edit("n", "hello"), op: "welcome" });
    expect(store.undoable).toBe(null);
    expect(await store.undo(1)).toBe(null);
    expect(store.collection.notes.size).toBe(1);
    await store.close();
  });
});

describe("reviews of a card", () => {
  it("are all there, oldest first, without those that were undone", async () => {
    const folder = tempFolder();
    const ages = [400, 30, 2, 1, 0];
    let store = await openIn(folder, { compactAfter: 2 });
    for (const days of ages) {
      await store.commit(answer(1, now - days * 86_400_000));
      await store.commit(answer(10, now - days * 86_400_000 + 1));
      await store.close();
      store = await openIn(folder, { compactAfter: 2 });
    }
    await store.undo(now);
    await store.undo(now);
    const expected = ages.slice(0, -1).map((days) => now - days * 86_400_000);
    expect((await store.reviewsOf(["n/1"])).map(({ at }) => at)).toEqual(expected);
    expect(await store.reviewsOf(["n/2"])).toEqual([]);
    await store.close();
  });

  it("of more than three days ago stay on disk", async () => {
    const folder = tempFolder();
    let store = await openIn(folder);
    for (const days of [5, 2]) await store.commit(answer(days, now - days * 86_400_000));
    await store.close();
    store = await openIn(folder);
    expect([...store.collection.reviews.values()].map(({ card }) => card)).toEqual(["n/2"]);
    expect(store.collection.cards.size).toBe(2);
    expect((await store.check()).problems).toEqual([]);
    await store.close();
  });
});

describe("the folder", () => {
  it("can be read by a person", async () => {
    const folder = tempFolder();
    const store = await openIn(folder);
    await store.commit(edit("n", "“Où?”\nhere"));
    await store.commit(answer(1));
    await store.close();
    await compact({ folder, segments: readdirSync(join(folder, "log")), now });

    const [segment = ""] = readdirSync(join(folder, "log"));
    const log = readFileSync(join(folder, "log", segment), "utf8");
    expect(readFileSync(join(folder, "mirror", segment), "utf8")).toBe(log);
    const lines = log.trimEnd().split("\n");
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ["v", "w", "void", "x"],
      ["n", "at", "offset", "op", "what", "records", "x"],
      ["n", "at", "offset", "op", "what", "records", "x"],
    ]);
    const progress = readFileSync(join(folder, "progress.json"), "utf8");
    expect(JSON.parse(progress).cards.rows).toHaveLength(1);
    expect(progress.split("\n").filter((line) => line.startsWith('["n/1"'))).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(folder, "content.json"), "utf8")).notes[0].fields.Front).toBe("“Où?”\nhere");
  });

  it("keeps its content file while only progress changes", async () => {
    const folder = tempFolder();
    const store = await openIn(folder, { compactAfter: 1 });
    await store.commit(edit("n", "one"));
    await store.close();
    const content = readFileSync(join(folder, "content.json"), "utf8");
    const again = await openIn(folder, { compactAfter: 1 });
    await again.commit(answer(1));
    await again.close();
    expect(readFileSync(join(folder, "content.json"), "utf8")).toBe(content);
    expect(readdirSync(folder)).toContain("progress.json.prev");
    expect(readdirSync(folder)).not.toContain("content.json.prev");
    const linesAfterIt: unknown[] = [];
    const compactLater = async (task: unknown) => {
      linesAfterIt.push(task);
    };
    const last = await openIn(folder, { compactAfter: 1, compact: compactLater });
    expect([...last.collection.notes.keys(), ...last.collection.cards.keys()]).toEqual(["n", "n/1"]);
    await last.close();
    expect(linesAfterIt).toEqual([]);
  });

  it("loses nothing when two write to it without a lock", async () => {
    const folder = tempFolder();
    const first = await openIn(folder, { compactAfter: 7 });
    writeFileSync(join(folder, "lock"), "");
    const second = await openIn(folder, { compactAfter: 5 });
    for (let i = 0; i < 40; i++) await Promise.all([first.commit(answer(i)), second.commit(answer(100 + i))]);
    await first.close();
    await second.close();
    const third = await openIn(folder);
    const cards = Array.from({ length: 40 }, (_, i) => [`n/${i}`, `n/${100 + i}`]).flat();
    expect([...third.collection.cards.keys()].sort()).toEqual(cards.sort());
    expect(third.problems).toEqual([]);
    await third.close();
  });
});

it("a snapshot that another process wrote in the middle of a segment does not hide the rest of it", async () => {
  const folder = tempFolder();
  const first = await openIn(folder);
  await first.commit(answer(1));
  writeFileSync(join(folder, "lock"), "");
  const second = await openIn(folder, { compactAfter: 1 });
  await second.close();
  expect(readdirSync(folder)).toContain("progress.json");
  await first.commit(answer(2));
  await first.close();
  const third = await openIn(folder);
  expect([...third.collection.cards.keys()]).toEqual(["n/1", "n/2"]);
  expect([(await third.undo(1))?.what, (await third.undo(1))?.what]).toEqual(["card 2", "card 1"]);
  await third.close();
});

it("memory changes only after the disk", async () => {
  const store = await openIn(tempFolder());
  const change: Change = answer(1);
  const done = store.commit(change);
  expect(store.collection.cards.size).toBe(0);
  await done;
  expect(store.collection.cards.get("n/1")).toEqual({ ...newCard("n", 1), ...change.records.cards?.[0]?.[1] });
  await store.close();
});
