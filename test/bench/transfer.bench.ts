// Moving a large collection, in the real window and by the real Anki in the same run: seconds, memory, and the longest stall.
import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import type { Bridge } from "../../main/contract/calls.ts";
import type { ExportSpec } from "../../main/contract/transfer.ts";
import { type Launched, launch, temporaryFolder } from "../e2e/launch.ts";
import { findAnki } from "../interop/environment.ts";

const notes = 60_000;
const reviews = 600_000;
const media = 3_000;

type Page = { mneme: Bridge; longest: number };
type Main = { longest: number };

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** Begins to note the longest time without a frame in the window, and without a turn in the main process. */
async function watch({ app, page }: Launched): Promise<void> {
  await page.evaluate(() => {
    const own = window as unknown as Page;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      own.longest = Math.max(own.longest ?? 0, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await app.evaluate(() => {
    const own = globalThis as unknown as Main;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      own.longest = Math.max(own.longest ?? 0, now - last - 5);
      last = now;
    }, 5);
  });
}

/** Runs something; how long it took, the most memory a process of a transfer held, and the stalls meanwhile. */
async function measured<T>(running: Launched, name: string, work: () => Promise<T>): Promise<T> {
  const { app, page } = running;
  await page.evaluate(() => Object.assign(window, { longest: 0 }));
  await app.evaluate(() => Object.assign(globalThis, { longest: 0 }));
  let peak = 0;
  const poll = setInterval(async () => {
    const metrics = await app.evaluate(({ app }) => app.getAppMetrics()).catch(() => []);
    for (const { type, name: of, memory } of metrics)
      if (type === "Utility" && /transfer|node/i.test(of ?? "")) peak = Math.max(peak, memory.workingSetSize);
  }, 200);
  const began = performance.now();
  const value = await work();
  const took = performance.now() - began;
  clearInterval(poll);
  const frames = await page.evaluate(() => (window as unknown as Page).longest);
  const turns = await app.evaluate(() => (globalThis as unknown as Main).longest);
  console.log(
    `${name}: ${seconds(took)}; its process at most ${(peak / 1_024).toFixed(0)} MB; longest without a frame ${frames.toFixed(0)} ms,`,
    `longest turn of the main process ${turns.toFixed(0)} ms`,
  );
  return value;
}

const found = findAnki();
it.skipIf("reason" in found)(
  `${notes} notes, ${reviews} reviews, ${media} media`,
  async () => {
    if ("reason" in found) return;
    const folder = join(temporaryFolder(), "big");
    await mkdir(folder, { recursive: true });
    const anki = (...args: (string | number)[]) => {
      const script = resolve(import.meta.dirname, "transfer.py");
      return JSON.parse(
        execFileSync(found.python, [script, ...args.map(String)], { encoding: "utf8", timeout: 600_000 }),
      );
    };
    const made = anki("make", folder, notes, reviews, media);
    const file = join(folder, "big.apkg");
    const brought = anki("import", file);
    console.log(
      `the real Anki: export ${seconds(made.big * 1e3)} (for old ones ${seconds(made["big-older"] * 1e3)}), import ${seconds(brought.seconds * 1e3)}, at most ${brought.megabytes} MB`,
    );

    const running = await launch();
    const { app, page, close } = running;
    await watch(running);
    await app.evaluate(
      ({ dialog }, paths) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.file] });
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.target });
      },
      { file, target: join(folder, "out.apkg") },
    );
    const id = await measured(running, "rehearsal", () =>
      page.evaluate(async () => {
        const { mneme } = window as unknown as Page;
        const picked = await mneme.call("pickFiles", { folder: false });
        const read = await mneme.call("rehearse", { token: (picked.ok && picked.value?.[0]?.token) || "" });
        if (!read.ok) throw new Error(read.say);
        return read.value.id;
      }),
    );
    const done = await measured(running, "import", () =>
      page.evaluate(async (rehearsal) => {
        const reply = await (window as unknown as Page).mneme.call("commitRehearsal", { rehearsal });
        if (!reply.ok) throw new Error(reply.say);
        return reply.value;
      }, id),
    );
    expect(done).toMatchObject({ added: notes, reviews, media });
    for (const older of [false, true]) {
      const options = { schedule: true, presets: true, media: true, older, html: true };
      const spec: ExportSpec = { what: { of: "all" }, format: "apkg", ...options };
      await measured(running, older ? "export for old ones" : "export", () =>
        page.evaluate(async (spec) => {
          const reply = await (window as unknown as Page).mneme.call("exportFile", { spec });
          if (!reply.ok) throw new Error(reply.say);
        }, spec),
      );
      const back = anki("import", join(folder, "out.apkg"));
      expect(back).toMatchObject({ log: reviews, problems: "" });
      expect(back.notes).toBeGreaterThanOrEqual(notes);
    }
    await measured(running, "undo", () =>
      page.evaluate(async () => {
        await (window as unknown as Page).mneme.call("undo", {});
      }),
    );
    await close();
  },
  1_800_000,
);
