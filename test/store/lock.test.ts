import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { answer, openIn, tempFolder } from "./changes.ts";

const faultOf = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => error.fault,
  );

it("a second start is refused while the first is open, and let in after", async () => {
  const folder = tempFolder();
  const store = await openIn(folder);
  expect(await faultOf(openIn(folder))).toEqual({ code: "busy", detail: `process ${process.pid} on ${hostname()}` });
  await store.commit(answer(1));
  await store.close();
  expect(existsSync(join(folder, "lock"))).toBe(false);
  await (await openIn(folder)).close();
});

it.each([
  ["whose process is gone", { pid: 2 ** 22 + 1, host: hostname(), began: "1", at: 0 }],
  ["whose pid was given to another process", { pid: process.pid, host: hostname(), began: "1", at: 0 }],
  ["that a power failure cut short", null],
])("a lock %s is replaced", async (_, lock) => {
  const folder = tempFolder();
  writeFileSync(join(folder, "lock"), lock ? JSON.stringify(lock) : "");
  const store = await openIn(folder);
  expect(JSON.parse(readFileSync(join(folder, "lock"), "utf8")).pid).toBe(process.pid);
  await store.close();
});

it("a lock of another machine is respected, whatever its age", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: 1, host: "elsewhere", began: "", at: 0 }));
  expect(await faultOf(openIn(folder))).toEqual({ code: "busy", detail: "process 1 on elsewhere" });
});

it("a folder that cannot be made or written is named, with the reason", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "file"), "");
  const below = join(folder, "file", "data");
  expect(await faultOf(openIn(below))).toEqual({
    code: "folder",
    detail: `${below}: part of the path is a file, not a folder`,
  });
  writeFileSync(join(folder, "log"), "");
  expect(await faultOf(openIn(folder))).toEqual({
    code: "folder",
    detail: `${folder}: a file stands where a folder should be`,
  });
});

it("a folder that was refused is left unlocked", async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "progress.json"));
  expect(await faultOf(openIn(folder))).toMatchObject({ code: "folder" });
  expect(existsSync(join(folder, "lock"))).toBe(false);
});
