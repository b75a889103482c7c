// Every hostile file is rehearsed, imported and taken back over a real store: nothing breaks, nothing is left, nothing lies elsewhere.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { tableNames } from "../../main/core/collection.ts";
import { type Opened, opened } from "../app/opened.ts";
import { hostileFiles } from "../fixtures/hostileFiles.ts";

let app: Opened;
let around: string;
beforeAll(async () => {
  app = await opened("2026-11-23T19:00:00+01:00");
  around = await mkdtemp(join(tmpdir(), "mneme-hostile-"));
  await mkdir(join(around, "files"));
});
afterAll(async () => {
  await app.end();
  await rm(around, { recursive: true });
});

const everything = () =>
  Object.fromEntries(tableNames.map((table) => [table, [...app.collection()[table].values()] as unknown[]]));

/** What lies about besides what counts. */
async function strays(): Promise<string[]> {
  const names = await readdir(app.folder, { recursive: true });
  return names.filter((name) => /staging.|\.staged$|evil/.test(name));
}

it("there are at least 120, and no two have the same name", () => {
  expect(hostileFiles.length).toBeGreaterThan(120);
  expect(new Set(hostileFiles.map(({ name, ending }) => `${ending} ${name}`)).size).toBe(hostileFiles.length);
});

it.each(hostileFiles.map((file, i) => ({ ...file, i })))("$ending: $name", async ({ ending, bytes, becomes, i }) => {
  const path = join(around, "files", `${i}.${ending}`);
  await writeFile(path, await bytes());
  const before = everything();
  const { token } = await app.offer(path);
  const read = await app.call("rehearse", { token });
  expect(everything()).toEqual(before);
  if (!read.ok) {
    expect(read.fault.code).toBe("package");
    expect(read.say).toContain(`“${i}.${ending}” cannot be imported`);
    expect(read.say).toContain("Nothing was changed");
    expect(becomes).toBe("refused");
  } else {
    const { id, counts } = read.value as { id: string; counts: Record<string, number> };
    expect(becomes).not.toBe("refused");
    const range = becomes as { least: number; most: number };
    const { broken, ...good } = counts;
    const comes = Object.values(good).reduce((sum, n) => sum + n, 0);
    expect(comes).toBeGreaterThanOrEqual(range.least);
    expect(comes).toBeLessThanOrEqual(range.most);
    await app.ask("rehearsalRows", { rehearsal: id, verdict: null, words: "", from: 0, to: 50 });
    if (comes > 0) await app.ask("rehearsalNote", { rehearsal: id, n: 0 });
    await app.ask("commitRehearsal", { rehearsal: id });
    for (const card of app.collection().cards.values())
      for (const [key, value] of Object.entries(card)) expect([key, Number.isNaN(value)]).toEqual([key, false]);
    await app.ask("today", {});
    if (app.collection().imports.size > (before.imports?.length ?? 0)) await app.ask("undo", {});
    expect(everything()).toEqual(before);
  }
  expect(await strays()).toEqual([]);
  expect(await readdir(around)).toEqual(["files"]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  await rm(path);
});

it("all that was read, imported and taken back left the data whole", async () => {
  expect(await app.ask("check", {})).toMatchObject({ problems: [] });
  await app.reopen();
  expect(app.collection().imports.size).toBe(0);
});
