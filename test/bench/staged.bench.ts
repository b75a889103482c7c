// Figures of a large import as the store sees it: staging (the worker's part), the commit (the main process's), and the next start.
import { statSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import { newCard } from "../../main/core/collection.ts";
import { bulkName, type Pair, stageRecords } from "../../main/store/bulk.ts";
import { now, openIn, tempFolder } from "../store/changes.ts";

const notes = 60_000;
const each = 10;
const hour = 3_600_000;

function* pairs(): Generator<Pair> {
  for (let i = 0; i < notes; i++) {
    const id = String(1_600_000_000_000 + i * 1_000);
    const fields = { f0: `The question of note ${i}, in a few words?`, f1: `And what is to be said about ${i}` };
    const came = { f0: `${i}abcdef`, f1: `${i}fedcba`, "": "tags" };
    const times = { created: now, modified: now };
    yield ["notes", null, { id, type: "t", deck: "d", fields, tags: ["a", "b"], position: i, came, ...times }];
    const memory = { phase: "review" as const, day: 20_700 + (i % 90), interval: 30, stability: 31.4, difficulty: 5.2 };
    const kept = { anki: `{"id":${id},"mod":1700000000,"factor":2500,"data":"{}"}` };
    yield ["cards", null, { ...newCard(id, 0), ...memory, last: now - 9 * hour, reps: each, kept }];
  }
  for (let i = 0; i < notes * each; i++) {
    const at = 1_600_000_000_000 + i * 100_000;
    const card = `${1_600_000_000_000 + (i % notes) * 1_000}/0`;
    const review = { id: String(at), card, at, grade: 3 as const, took: 5_000, phase: "review" as const };
    yield ["reviews", null, { ...review, elapsed: 10, interval: 20, stability: 0, difficulty: 0, recall: null }];
  }
}

it("60,000 notes with 600,000 reviews", async () => {
  const folder = tempFolder();
  const store = await openIn(folder, { compact: async () => {} });
  const since = performance.now();
  const bulk = await stageRecords(folder, "big", pairs());
  const staged = performance.now();
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  await store.commitStaged({ at: now, offset: 60, op: "import", what: "big" }, bulk);
  const committed = performance.now();
  const worst = stalls.max / 1e6;
  stalls.reset();
  await store.undo(now);
  const undone = performance.now();
  const worstUndo = stalls.max / 1e6;
  await store.redo(now);
  const log = performance.now();
  expect((await store.reviewsOf(["1600000000000/0"])).length).toBe(each);
  const read = performance.now();
  await store.close();
  const closed = performance.now();
  const again = await openIn(folder, { compact: async () => {} });
  expect(again.collection.notes.size).toBe(notes);
  const s = (from: number, to: number) => `${((to - from) / 1000).toFixed(1)} s`;
  console.log(
    `bulk of ${notes} notes, ${notes * each} reviews: ${(statSync(join(folder, "log", bulkName("big"))).size / 1e6).toFixed(0)} MB twice;`,
    `staged ${s(since, staged)}, committed ${s(staged, committed)} (longest stall ${worst.toFixed(0)} ms),`,
    `taken back ${s(committed, undone)} (${worstUndo.toFixed(0)} ms), one card's log ${s(log, read)},`,
    `opened again without a snapshot ${s(closed, performance.now())}`,
  );
  await again.close();
});
