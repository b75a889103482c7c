import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../main/contract/shapes.ts";
import { newCard } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import { openStore } from "../../main/store/store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mneme-"));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => openStore(folder, { compact, now: () => 1_000 });

const answer = (n: number): Change => {
  const before = newCard("n", n);
  const after = { ...before, reps: 1 };
  return { at: n, offset: 0, op: "answer", what: `card ${n}`, records: { cards: [[null, after]] } };
};

describe("store", () => {
  it("keeps changes, undo and redo across restarts", async () => {
    let store = await open();
    await Promise.all([store.commit(answer(1)), store.commit(answer(2)), store.commit(answer(3))]);
    await store.undo(5);
    await store.close();

    store = await open();
    expect([...store.collection.cards.keys()]).toEqual(["n/1", "n/2"]);
    expect(store.redoable?.what).toBe("card 3");
    await Promise.all([store.undo(6), store.undo(7)]);
    expect(store.collection.cards.size).toBe(0);
    expect(await store.undo(8)).toBe(null);
    await store.redo(9);
    await store.close();

    store = await open();
    expect([...store.collection.cards.keys()]).toEqual(["n/1"]);
    expect(store.undoable?.what).toBe("card 1");
    expect(store.redoable?.what).toBe("card 2");
    expect(await store.check()).toEqual({ lines: 7, problems: [] });
    await store.close();
  });
});
