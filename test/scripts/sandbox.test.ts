import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sandboxRepair } from "../../.scripts/sandbox.mjs";

let folder = "";
const helper = () => join(folder, "chrome-sandbox");
const electron = () => join(folder, "electron");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mneme-sandbox-"));
  writeFileSync(helper(), "");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("where user namespaces are allowed there is nothing to do", () => {
  expect(sandboxRepair(electron(), true)).toEqual([]);
});

test("where they are not, the helper must become root's and setuid", () => {
  expect(sandboxRepair(electron(), false)).toEqual([`chown root:root "${helper()}"`, `chmod 4755 "${helper()}"`]);
});

test("a setuid helper is enough if it is root's, and only then", () => {
  chmodSync(helper(), 0o4755);
  expect(sandboxRepair(electron(), false)).toHaveLength(process.getuid?.() === 0 ? 0 : 2);
});

test("an Electron without a helper is not ours to repair", () => {
  rmSync(helper());
  expect(sandboxRepair(electron(), false)).toEqual([]);
});
