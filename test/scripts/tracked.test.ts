import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

// A link named node_modules, once tracked, replaced the real folder of whoever pulled it.
test.skipIf(!existsSync(resolve(root, ".git")))("what is installed and built is not in the repository", () => {
  expect(execFileSync("git", ["ls-files", "node_modules", "out"], { cwd: root, encoding: "utf8" })).toBe("");
});
