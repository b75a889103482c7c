import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import { openIn, tempFolder } from "../store/changes.ts";

const rounds = 20;

/** Plain Node cannot read TypeScript: the process under fire is bundled first. */
async function bundle(name: "answering" | "importing"): Promise<string> {
  const outDir = tempFolder();
  const entry = resolve(import.meta.dirname, `${name}.ts`);
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, target: "node20", rollupOptions: { output: { entryFileNames: `${name}.mjs` } } },
  });
  return join(outDir, `${name}.mjs`);
}

/** Lets it answer or import from a number on, kills it after some milliseconds; gives the last number it had acknowledged. */
async function fire(script: string, folder: string, first: number, after: number): Promise<number> {
  const child = spawn(process.execPath, [script, folder, String(first)], { stdio: ["ignore", "pipe", "inherit"] });
  let heard = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    if (heard === "") setTimeout(() => child.kill("SIGKILL"), after);
    heard += text;
  });
  const [code, signal] = await once(child, "close");
  expect([code, signal]).toEqual([null, "SIGKILL"]);
  return Number(heard.trimEnd().split("\n").at(-1));
}

it(`killed ${rounds} times in mid-write: every acknowledged answer is there, and none that was never given`, async () => {
  const script = await bundle("answering");
  const folder = tempFolder();
  let first = 0;
  for (let round = 0; round < rounds; round++) {
    const last = await fire(script, folder, first, 10 + 7 * round);
    expect(last).toBeGreaterThanOrEqual(first);
    const store = await openIn(folder, { compactAfter: 200 });
    const { cards } = store.collection;
    for (let i = 0; i <= last; i++) expect([i, cards.has(`n/${i}`), cards.has(`m/${i}`)]).toEqual([i, true, false]);
    // At most the pair that was being written is there without having been acknowledged.
    expect(cards.size - (last + 1)).toBeLessThanOrEqual(2);
    expect(store.problems).toEqual([]);
    expect((await store.check()).problems).toEqual([]);
    if (cards.has(`m/${last + 1}`)) await store.undo(0);
    await store.close();
    first = last + 1 + (cards.has(`n/${last + 1}`) ? 1 : 0);
  }
  expect(first).toBeGreaterThan(rounds * 5);
}, 60_000);

it(`killed ${rounds} times in the midst of imports: each is there whole, with its media, or not at all`, async () => {
  const script = await bundle("importing");
  const folder = tempFolder();
  let first = 0;
  for (let round = 0; round < rounds; round++) {
    const last = await fire(script, folder, first, 3 + 11 * round);
    const store = await openIn(folder);
    const { cards, media } = store.collection;
    const there = new Map<string, number>();
    for (const { note } of cards.values()) there.set(note, (there.get(note) ?? 0) + 1);
    for (let i = 0; i <= last; i++) expect([i, there.get(`n${i}`)]).toEqual([i, 2_000]);
    expect([...there.values()].every((count) => count === 2_000)).toBe(true);
    expect(there.size - (last + 1)).toBeLessThanOrEqual(1);
    expect(media.size).toBe(there.size * 20);
    for (const { id, hash } of media.values()) {
      const [i, k] = id.split("-");
      expect(readFileSync(join(folder, "media", hash), "utf8")).toBe(`file ${k} of import ${i}`);
    }
    expect(readdirSync(join(folder, "media"))).toHaveLength(media.size);
    const bulks = readdirSync(join(folder, "log")).filter((name) => !name.endsWith(".jsonl"));
    expect(bulks.sort()).toEqual([...there.keys()].map((note) => `i${note.slice(1)}.bulk`).sort());
    expect(readdirSync(join(folder, "staging"))).toEqual([]);
    expect(store.problems).toEqual([]);
    if (round % 5 === 0) expect((await store.check()).problems).toEqual([]);
    await store.close();
    first = there.size;
  }
}, 90_000);
