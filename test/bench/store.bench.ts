// Figures of the store at several sizes. Run by itself: npx vitest run --config test/bench/vitest.config.ts
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import { emptyCollection, newCard } from "../../main/core/collection.ts";
import { compact } from "../../main/store/compact.ts";
import { listSegments } from "../../main/store/readSegment.ts";
import { replace } from "../../main/store/replace.ts";
import { checksumOf } from "../../main/store/seal.ts";
import { encodeSnapshot, newHead } from "../../main/store/snapshot.ts";
import { answer, now, openIn, tempFolder } from "../store/changes.ts";

const answers = 2_000;

const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
};
const share = (sorted: number[], p: number) => sorted[Math.floor((sorted.length - 1) * p)] ?? 0;

/** A folder whose snapshot holds so many cards with a history, and their notes. */
async function build(cards: number): Promise<string> {
  const folder = tempFolder();
  for (const copy of ["log", "mirror"]) mkdirSync(join(folder, copy));
  const collection = emptyCollection();
  for (let i = 0; i < cards; i++) {
    const id = `note-${String(i).padStart(8, "0")}`;
    const fields = { Front: `Question number ${i}, in some words?`, Back: `The answer to question ${i}` };
    const times = { created: now, modified: now };
    collection.notes.set(id, { id, type: "basic", deck: "d", fields, tags: ["tag"], position: i, ...times });
    const memory = { stability: 12.3456 + (i % 97), difficulty: 5.4321, interval: 12, day: 20_780 + (i % 40) };
    const card = { ...newCard(id, 0), phase: "review" as const, ...memory, last: now - 1e9, reps: 10 };
    collection.cards.set(card.id, card);
  }
  const content = encodeSnapshot("content", newHead({}), collection);
  await replace(join(folder, "content.json"), `${content}\n`);
  const progress = encodeSnapshot("progress", newHead({}, checksumOf(content)), collection);
  await replace(join(folder, "progress.json"), `${progress}\n`);
  return folder;
}

it.each([1_000, 10_000, 100_000])("%i cards", async (cards) => {
  const folder = await build(cards);
  const quiet = { compact: async () => {} };
  const opens: number[] = [];
  for (let i = 0; i < 5; i++) {
    const [ms, store] = await timed(() => openIn(folder, quiet));
    opens.push(ms);
    expect(store.collection.cards.size).toBe(cards);
    await store.close();
  }
  const store = await openIn(folder, quiet);
  const waits: number[] = [];
  for (let i = 0; i < answers; i++) waits.push((await timed(() => store.commit(answer(i))))[0]);
  const [together] = await timed(() =>
    Promise.all(Array.from({ length: 50 }, (_, i) => store.commit(answer(answers + i)))),
  );
  const [reviews, log] = await timed(() => store.reviewsOf(["n/7"]));
  expect(log).toHaveLength(1);
  await store.close();
  const [replay, again] = await timed(() => openIn(folder, quiet));
  expect(again.collection.cards.size).toBe(cards + answers + 50);
  await again.close();
  const [compaction] = await timed(async () => compact({ folder, segments: await listSegments(folder), now }));

  waits.sort((a, b) => a - b);
  opens.sort((a, b) => a - b);
  const ms = (value: number) => `${value.toFixed(2)} ms`;
  const [segment = ""] = readdirSync(join(folder, "log"));
  const size = (name: string) => `${(statSync(join(folder, name)).size / 1e6).toFixed(2)} MB`;
  console.log(
    [
      `${cards} cards`,
      `durable answer: median ${ms(share(waits, 0.5))}, p99 ${ms(share(waits, 0.99))}, most ${ms(share(waits, 1))}`,
      `50 at once: ${ms(together)}`,
      `open: median ${ms(share(opens, 0.5))}; with ${answers} lines after the snapshot ${ms(replay)}`,
      `reviews of one card among ${answers} lines: ${ms(reviews)}; compaction (one thread): ${ms(compaction)}`,
      `bytes: content ${size("content.json")}, progress ${size("progress.json")}, log ${size(join("log", segment))}`,
    ].join("\n  "),
  );
});
