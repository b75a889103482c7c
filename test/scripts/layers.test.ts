// The compiler keeps the layers apart: each forbidden import below must be refused, each allowed one pass.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const tsc = (...args: string[]) =>
  spawnSync("node", ["node_modules/typescript/bin/tsc", ...args], { cwd: root, encoding: "utf8" }).stdout;
mkdirSync(join(root, "out"), { recursive: true });
const folder = mkdtempSync(join(root, "out", "layers-"));
beforeAll(() => void tsc("-b"), 120_000); // what a layer may import is read from its declarations
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says of one file with that text, had it been written in that layer. */
function compile(layer: string, text: string): string {
  writeFileSync(join(folder, "probe.ts"), text);
  const { references } = JSON.parse(tsc("-p", layer, "--showConfig"));
  const config = {
    extends: `../../${layer}/tsconfig.json`,
    compilerOptions: { outDir: "./types", rootDir: "../.." },
    include: ["probe.ts"],
    exclude: [],
    references: (references ?? []).map(({ path }: { path: string }) => ({ path: resolve(root, layer, path) })),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  return tsc("-p", folder);
}

const from = (path: string) => `import * as it from "../../${path}";\nexport const probe = it;\n`;

it.each([
  ["main/contract", from("main/core/collection.ts")],
  ["main/core", from("main/store/store.ts")],
  ["main/core", from("main/shell/window.ts")],
  ["main/core", "export const probe = process.env;\n"],
  ["main/core", "export const probe = document.title;\n"],
  ["main/core", 'export const probe = fetch("");\n'],
  ["main/store", from("main/app.ts")],
  ["main/store", from("main/shell/window.ts")],
  ["main/shell", from("main/core/collection.ts")],
  ["main/shell", from("main/store/store.ts")],
  ["renderer", from("main/core/collection.ts")],
  ["renderer", "export const probe = process.env;\n"],
])("%s may not say: %s", (layer, text) => {
  expect(compile(layer, text)).toMatch(/probe\.ts.*error TS(6307|2304|2580|2584|2591|2552)/);
});

it.each([
  ["main/core", from("main/contract/shapes.ts")],
  ["main/store", from("main/core/collection.ts")],
  ["renderer", from("main/contract/faults.ts")],
])("%s may say: %s", (layer, text) => {
  expect(compile(layer, text)).toBe("");
});
