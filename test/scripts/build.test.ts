import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fingerprint } from "../../.scripts/build.mjs";

let folder = "";
const file = (name: string) => join(folder, "src", name);
const now = () => fingerprint(folder, ["src", "package.json"]);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mneme-build-"));
  mkdirSync(file("deep"), { recursive: true });
  writeFileSync(file("a.ts"), "a");
  writeFileSync(file("deep/b.ts"), "b");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("nothing changed: the build is current", () => {
  expect(now()).toBe(now());
});

test.each([
  ["a file grew", () => writeFileSync(file("deep/b.ts"), "bb")],
  ["a file was touched", () => utimesSync(file("a.ts"), new Date(0), new Date(0))],
  ["a file was added", () => writeFileSync(file("deep/c.ts"), "")],
  ["a file was removed", () => rmSync(file("a.ts"))],
  ["a file was renamed", () => renameSync(file("a.ts"), file("z.ts"))],
  ["a source that was missing appeared", () => writeFileSync(join(folder, "package.json"), "{}")],
])("%s: the build is stale", (_, change) => {
  const before = now();
  change();
  expect(now()).not.toBe(before);
});
