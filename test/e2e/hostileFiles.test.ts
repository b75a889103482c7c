// Hostile files in the real window: each is chosen in the dialog for files, read by a process of its own, imported and taken back. The window goes on, and nothing is left but what the window itself keeps.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Bridge } from "../../main/contract/calls.ts";
import { hostileFiles } from "../fixtures/hostileFiles.ts";
import { type Launched, launch, temporaryFolder } from "./launch.ts";

type Window = { mneme: Bridge; longest: number };

let running: Launched;
let files: string;
beforeAll(async () => {
  files = join(temporaryFolder(), "files");
  await mkdir(files);
  running = await launch();
  await running.page.evaluate(() => {
    const page = window as unknown as Window;
    page.longest = 0;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      page.longest = Math.max(page.longest, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
});
afterAll(async () => {
  await running.close();
});

/** What came of a file; `notes` null: it was refused. */
async function bring(path: string): Promise<{ notes: number | null; say: string }> {
  await running.app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
  return running.page.evaluate(async () => {
    const page = window as unknown as Window;
    const picked = await page.mneme.call("pickFiles", { folder: false });
    const token = picked.ok ? (picked.value?.[0]?.token ?? "") : "";
    const read = await page.mneme.call("rehearse", { token });
    if (!read.ok) return { notes: null, say: read.say };
    const { id, counts } = read.value;
    const done = await page.mneme.call("commitRehearsal", { rehearsal: id });
    if (!done.ok) return { notes: -1, say: done.say };
    const { broken: _, ...good } = counts;
    if (done.value.added > 0) await page.mneme.call("undo", {});
    return { notes: Object.values(good).reduce((sum, n) => sum + n, 0), say: "" };
  });
}

/** MB; what the README says that a reader may take. */
const mostMemory = 3_584;

/** Every kind of them, in a window not each one: test/faults/hostileFiles.test.ts has them all. */
const chosen = hostileFiles.filter((_, i) => i % 2 === 0);

it(`${chosen.length} hostile files: refused or mended, no trace left, and the window goes on`, async () => {
  expect(chosen.length).toBeGreaterThan(120);
  const before = (await readdir(running.data, { recursive: true })).filter((name) =>
    /^collection.(media|staging)/.test(name),
  );
  const wrong: string[] = [];
  let slowest = { ms: 0, name: "" };
  let largest = 0;
  const watch = setInterval(async () => {
    const metrics = await running.app.evaluate(({ app }) => app.getAppMetrics()).catch(() => []);
    for (const { type, memory } of metrics)
      if (type === "Utility") largest = Math.max(largest, memory.workingSetSize / 1_024);
  }, 100);
  for (const [i, { name, ending, bytes, becomes }] of chosen.entries()) {
    const path = join(files, `${i}.${ending}`);
    await writeFile(path, await bytes());
    const began = performance.now();
    const { notes, say } = await bring(path);
    const ms = performance.now() - began;
    if (ms > slowest.ms) slowest = { ms, name };
    const well =
      becomes === "refused"
        ? notes === null && say.includes("Nothing was changed")
        : notes !== null && notes >= becomes.least && notes <= becomes.most;
    if (!well) wrong.push(`${name}: ${notes} ${say}`);
  }
  clearInterval(watch);
  expect(wrong).toEqual([]);
  expect(largest).toBeLessThan(mostMemory);
  const after = (await readdir(running.data, { recursive: true })).filter((name) =>
    /^collection.(media|staging)/.test(name),
  );
  // Media of an import that was taken back stay for its redo; nothing else may.
  expect(after.filter((name) => !/^collection.(media(.[0-9a-f]{64})?|staging)$/.test(name))).toEqual(
    before.filter((name) => name.includes("staging.")),
  );
  expect((await readdir(files)).length).toBe(chosen.length);
  expect(await readdir(join(files, ".."))).toEqual(["files"]);
  expect(await running.page.evaluate(() => (window as unknown as Window).mneme.call("check", {}))).toMatchObject({
    ok: true,
    value: { problems: [] },
  });
  const longest = await running.page.evaluate(() => (window as unknown as Window).longest);
  console.log(
    `longest time without a frame: ${longest.toFixed(0)} ms; most memory of a reader: ${largest.toFixed(0)} MB;`,
    `slowest: ${slowest.name}, ${(slowest.ms / 1_000).toFixed(1)} s`,
  );
}, 300_000);
