// The process of a transfer as it really is: killed, cancelled, too greedy, too slow. Nothing may be left of it, and nothing changed.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { ExportSpec, TransferProgress } from "../../main/contract/transfer.ts";
import { forkNode } from "../../main/forkNode.ts";
import type { Child, Costs } from "../../main/transferProcess.ts";
import { type Opened, opened } from "../app/opened.ts";
import { ankiCard, ankiCollection, ankiNote, ankiPackage } from "../fixtures/ankiFiles.ts";

let built: string;
let script: string;
const files = await mkdtemp(join(tmpdir(), "mneme-process-"));

/** Plain Node cannot read TypeScript: the process is bundled first, beside node_modules, for what brings files of its own. */
beforeAll(async () => {
  const root = resolve(import.meta.dirname, "../..");
  await mkdir(join(root, "out"), { recursive: true });
  built = await mkdtemp(join(root, "out", "transfer-"));
  await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, external: ["sql.js", "@bokuweb/zstd-wasm"] },
    build: {
      ssr: resolve(import.meta.dirname, "../../main/worker/transfer.ts"),
      outDir: built,
      target: "node20",
      rollupOptions: { output: { entryFileNames: "transfer.mjs" } },
    },
  });
  script = join(built, "transfer.mjs");
});

afterAll(async () => {
  for (const folder of [built, files]) await rm(folder, { recursive: true });
});

let app: Opened;
let children: Child[] = [];
let heard: (progress: TransferProgress) => void = () => {};
afterEach(async () => {
  await app.end();
  children = [];
  heard = () => {};
});

async function begin(costs: Partial<Costs> = {}): Promise<void> {
  app = await opened("2026-11-23T19:00:00+01:00", 2_000, undefined, {
    costs,
    fork: (heap) => {
      const child = forkNode(script)(heap);
      children.push(child);
      return child;
    },
    progress: (progress) => heard(progress),
  });
}

async function offered(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(files, name);
  await writeFile(path, content);
  return (await app.offer(path)).token;
}

const deck = (n: number, length = 10) => {
  const notes = Array.from({ length: n }, (_, i) => `Q: question ${i} ${"x".repeat(length)}\nA: answer ${i}\n`);
  return `---\ntitle: Many\n---\n\n${notes.join("\n")}`;
};

/** A package of Anki's: 2,000 notes, 50 media files. */
async function many(): Promise<Uint8Array> {
  const ids = Array.from({ length: 2_000 }, (_, i) => 1_704_000_000_000 + i);
  const media = Array.from({ length: 50 }, (_, i): [string, Uint8Array] => [`${i}.txt`, Buffer.from(`file ${i}`)]);
  const anki = ankiCollection({
    notes: ids.map((id) => ankiNote(id, { guid: `many ${id}` })),
    cards: ids.map((id) => ankiCard(id, id)),
    revlog: [],
  });
  return ankiPackage("v3", anki, media);
}

const spec: ExportSpec = {
  ...{ what: { of: "search", query: "deck:Many" }, format: "markdown", schedule: true, presets: false },
  ...{ media: true, older: false, html: true },
};

/** What is in the data folder, but for what a running app has there. */
const left = async () =>
  (await readdir(app.folder, { recursive: true })).filter((name) =>
    /staging.|\.staged$|\.bulk$|\.tmp$|media./.test(name),
  );

const notes = () => app.collection().notes.size;

async function refused(token: string): Promise<{ code: string; detail?: string; say: string }> {
  const reply = await app.call("rehearse", { token });
  if (reply.ok) throw new Error("it was taken");
  return { ...reply.fault, say: reply.say };
}

it("reads, commits and exports in a process of its own", async () => {
  await begin();
  const view = await app.ask("rehearse", { token: await offered("many.md", deck(200)) });
  expect(view.counts.new).toBe(200);
  expect(await app.ask("commitRehearsal", { rehearsal: view.id })).toMatchObject({ added: 200 });
  const out = join(files, "out.md");
  expect(await app.exportTo(spec, out)).toMatchObject({ notes: 200 });
  expect(await readFile(out, "utf8")).toMatch(/question 199/);
});

it.each(["heap", "memory"] as const)("a file that needs more %s than it may have is refused", async (what) => {
  await begin({ [what]: what === "heap" ? 40 : 150 * 2 ** 20 });
  const before = notes();
  const fault = await refused(await offered("bomb.md", deck(60_000, 500)));
  expect(fault).toMatchObject({ code: "package", detail: expect.stringMatching(/memory/) });
  expect(fault.say).toMatch(/“bomb.md” cannot be imported.*Nothing was changed\. Split it/);
  expect([await left(), notes()]).toEqual([[], before]);
});

it("a file that takes too long is refused", async () => {
  await begin({ silence: 250 });
  expect(await refused(await offered("slow.md", deck(60_000, 500)))).toMatchObject({
    detail: expect.stringMatching(/long/),
  });
  expect(await left()).toEqual([]);
});

it("a process that is killed is a fault of that file, and of no other", async () => {
  await begin();
  const other = await app.ask("rehearse", { token: await offered("other.md", deck(3)) });
  const token = await offered("many.md", deck(30_000));
  heard = () => children[1]?.kill();
  expect(await refused(token)).toMatchObject({ code: "package", detail: expect.stringMatching(/sudden end/) });
  heard = () => {};
  expect(await app.ask("commitRehearsal", { rehearsal: other.id })).toMatchObject({ added: 3 });
  const view = await app.ask("rehearse", { token });
  children[2]?.kill();
  await expect
    .poll(() => app.call("rehearsalNote", { rehearsal: view.id, n: 0 }))
    .toMatchObject({
      ok: false,
      fault: { code: "gone" },
    });
  expect((await left()).filter((name) => !name.endsWith(".bulk"))).toEqual([]);
});

it("is ended by whoever stops it, at every stage, and nothing is left", async () => {
  await begin();
  const before = notes();
  const stages = new Set<string>();
  const token = await offered("many.apkg", await many());
  heard = ({ stage }) => stages.add(stage);
  const view = await app.ask("rehearse", { token });
  await app.ask("stopTransfer", { of: view.id });
  expect(await left()).toEqual([]);
  expect(stages.size).toBeGreaterThan(2);
  for (const at of stages) {
    heard = ({ of, stage }) => void (stage === at && app.ask("stopTransfer", { of }));
    expect([at, (await refused(token)).code]).toEqual([at, "stopped"]);
    expect([at, await left(), notes()]).toEqual([at, [], before]);
  }
  // Stopped while it is being committed: nothing, or all of it.
  heard = () => {};
  const again = await app.ask("rehearse", { token });
  heard = ({ of, stage }) => void (stage === "write" && app.ask("stopTransfer", { of }));
  const done = await app.call("commitRehearsal", { rehearsal: again.id });
  heard = () => {};
  if (done.ok) expect(notes()).toBe(before + 2_000);
  else expect([done.fault.code, await left(), notes()]).toEqual(["stopped", [], before]);

  const loaded = await app.ask("rehearse", { token: await offered("many.md", deck(2_000)) });
  await app.ask("commitRehearsal", { rehearsal: loaded.id });
  const out = join(files, "old.md");
  await writeFile(out, "the old file");
  for (const at of ["reviews", "write"]) {
    heard = ({ of, stage }) => void (stage === at && app.ask("stopTransfer", { of }));
    const stopped = await app.exportTo(spec, out).catch((error) => error.fault?.code);
    if (stopped === "stopped") expect(await readFile(out, "utf8")).toBe("the old file");
    expect((await readdir(files)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  }
});

it("the app closes while a file is read", async () => {
  await begin();
  const token = await offered("many.md", deck(30_000));
  const reading = app.call("rehearse", { token });
  await expect.poll(() => children.length).toBe(1);
  await app.reopen();
  expect(await reading).toMatchObject({ fault: { code: "stopped" } });
  expect(await left()).toEqual([]);
});
