// Figures of the log of reviews in brief: read from the journal once, when a search first needs it.
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { expect, it } from "vitest";
import { emptyCollection } from "../../main/core/collection.ts";
import { encodeHeader, encodeLine, version } from "../../main/store/line.ts";
import { checksumOf } from "../../main/store/seal.ts";
import { encodeSnapshot, newHead } from "../../main/store/snapshot.ts";
import { answer, openIn, tempFolder } from "../store/changes.ts";

const [sessions, each] = [100, 2_000];

it(`${sessions * each} reviews in ${sessions} files`, async () => {
  const folder = tempFolder();
  for (const copy of ["log", "mirror"]) mkdirSync(join(folder, copy));
  const covers: Record<string, { n: number; bytes: number }> = {};
  let n = 0;
  for (let i = 0; i < sessions; i++) {
    const w = i.toString(16).padStart(8, "0");
    const name = `2026${String(i).padStart(4, "0")}T090000000Z-${w}-0001.jsonl`;
    const lines = Array.from({ length: each }, () => encodeLine({ ...answer(++n), n, w }));
    const text = encodeHeader({ v: version, w, void: [] }) + lines.join("");
    for (const copy of ["log", "mirror"]) writeFileSync(join(folder, copy, name), text);
    covers[name] = { n, bytes: statSync(join(folder, "log", name)).size };
  }
  const content = encodeSnapshot("content", newHead(covers), emptyCollection());
  writeFileSync(join(folder, "content.json"), `${content}\n`);
  const progress = encodeSnapshot("progress", newHead(covers, checksumOf(content)), emptyCollection());
  writeFileSync(join(folder, "progress.json"), `${progress}\n`);
  const store = await openIn(folder, { compact: async () => {} });
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const log = await store.reviewLog();
  clearInterval(beat);
  const { user, system } = process.cpuUsage(cpu);
  expect(log.size).toBe(sessions * each);
  await store.close();
  const bytes = Object.values(covers).reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(
    `${(bytes / 1e6).toFixed(0)} MB read in ${(performance.now() - start).toFixed(0)} ms (own ${((user + system) / 1_000).toFixed(0)} ms), longest block ${longest.toFixed(0)} ms`,
  );
});
