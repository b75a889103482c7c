// Files that are opened with Mneme, and the process that reads them, in the real Electron.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ElectronApplication, Page } from "playwright-core";
import { expect, inject, it } from "vitest";
import type { Offered } from "../../main/contract/transfer.ts";
import { launch, temporaryFolder } from "./launch.ts";

const root = resolve(import.meta.dirname, "../..");

const deck = (title: string, n: number, length = 10) => {
  const notes = Array.from({ length: n }, (_, i) => `Q: question ${i} ${"x".repeat(length)}\nA: answer ${i}\n`);
  return `---\ntitle: ${title}\n---\n\n${notes.join("\n")}`;
};

async function file(name: string, text: string): Promise<string> {
  const path = join(temporaryFolder(), name);
  await writeFile(path, text);
  return path;
}

const call = (page: Page, name: string, input: unknown) =>
  page.evaluate(
    ([name, input]) => (window as never as { mneme: { call(...of: unknown[]): unknown } }).mneme.call(name, input),
    [name, input] as const,
  );

/** How many processes of transfers there are. */
const transfers = (app: ElectronApplication) =>
  app.evaluate(({ app }) => app.getAppMetrics().filter(({ name }) => name === "Mneme transfer").length);

/** Nothing that was staged is left. */
const left = async (data: string) =>
  (await readdir(join(data, "collection"), { recursive: true })).filter((name) => /staging.|\.staged$/.test(name));

it("a file that Mneme is started with is rehearsed, and so is that of a second start", async () => {
  const { app, page, data, close } = await launch({ files: [await file("owls.md", deck("Owls", 3))] });
  await page.getByRole("heading", { name: "owls.md" }).waitFor();
  const second = spawn(
    inject("electron"),
    [root, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), await file("larks.md", deck("Larks", 2))],
    {
      env: { ...process.env, ...inject("display"), MNEME_DATA: data },
      stdio: "ignore",
    },
  );
  await once(second, "exit");
  await expect.poll(() => page.getByText("larks.md").count()).toBeGreaterThan(0);
  await expect.poll(() => transfers(app)).toBeGreaterThan(0);
  await close();
  expect(await left(data)).toEqual([]);
});

it("reading is stopped at once however busy it is, and ends with the page that began it", async () => {
  const { app, page, data, close } = await launch({});
  const big = await file("big.md", deck("Big", 100_000, 300));
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    (window as never as { mneme: { on(event: string, heard: (value: unknown) => void): void } }).mneme.on(
      "offered",
      (value) => told.push(value),
    );
  });
  await app.evaluate(({ app }, path) => app.emit("open-file", { preventDefault() {} }, path), big);
  await expect.poll(() => page.evaluate(() => (window as never as { told: unknown[] }).told.length)).toBe(1);
  const [[offered]] = await page.evaluate(() => (window as never as { told: [[Offered]] }).told);
  // The screen that heard of it as well may be reading it already.
  await call(page, "stopTransfer", { of: offered.token });
  await expect.poll(() => transfers(app)).toBe(0);
  const reading = call(page, "rehearse", { token: offered.token });
  await expect.poll(() => transfers(app)).toBe(1);
  await new Promise((done) => setTimeout(done, 500));
  await call(page, "stopTransfer", { of: offered.token });
  expect(await reading).toMatchObject({ ok: false, fault: { code: "stopped" } });
  await expect.poll(() => transfers(app)).toBe(0);
  void call(page, "rehearse", { token: offered.token }).catch(() => {});
  await expect.poll(() => transfers(app)).toBe(1);
  await page.reload();
  await expect.poll(() => transfers(app)).toBe(0);
  expect(await left(data)).toEqual([]);
  await close();
});

it("a file that was picked or dropped is offered without its path; one that the page made up is not", async () => {
  const { page, close } = await launch({});
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { type: "file", id: "picked", multiple: true });
    document.body.append(input);
  });
  await page.setInputFiles("#picked", [
    await file("owls.md", deck("Owls", 3)),
    await file("larks.md", deck("Larks", 3)),
  ]);
  const reply = await page.evaluate(() => {
    const { files } = document.getElementById("picked") as HTMLInputElement;
    const bridge = (window as never as { mneme: { offer(files: File[]): Promise<unknown> } }).mneme;
    return bridge.offer([...(files ?? []), new File(["Q: a"], "/etc/passwd")]);
  });
  expect(reply).toMatchObject({ ok: true, value: [{ name: "owls.md" }, { name: "larks.md" }] });
  expect(JSON.stringify(reply)).not.toContain("/");
  await close();
});
