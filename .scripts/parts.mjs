// The checks that need no window, and how one is run.
import { spawn } from "node:child_process";
import { at, root, say } from "./root.mjs";

/** @typedef {{ name: string, args: string[] }} Part a script below node_modules and its arguments */
/** @typedef {{ name: string, passed: boolean, seconds: number }} Outcome */

const biome = "@biomejs/biome/bin/biome";
const vitest = ["vitest/vitest.mjs", "run", "--config", "test/vitest.config.ts"];

/** @type {Part[]} */
export const statics = [
  { name: "format", args: [biome, "format", "."] },
  { name: "lint", args: [biome, "check", "--formatter-enabled=false", "--error-on-warnings", "."] },
  { name: "types", args: ["typescript/bin/tsc", "-b"] },
  { name: "dead code", args: ["knip/bin/knip.js", "--no-progress"] },
];

/**
 * @param {string[]} projects of test/vitest.config.ts
 * @param {string[]} args more for vitest
 * @returns {Part}
 */
export const tests = (projects, ...args) => ({
  name: "tests",
  args: [...vitest, ...projects.flatMap((project) => ["--project", project]), ...args],
});

/**
 * Runs one part and says how it went; what it printed is shown only if it failed.
 * @param {Part} part
 * @returns {Promise<Outcome>}
 */
export async function runPart({ name, args: [script = "", ...rest] }) {
  const start = performance.now();
  const child = spawn(process.execPath, [at("node_modules", script), ...rest], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const code = await new Promise((done) => child.on("close", done));
  const seconds = (performance.now() - start) / 1000;
  say(`${code === 0 ? "✓" : "✗"} ${name}  ${seconds.toFixed(1)} s`);
  if (code !== 0) say(output.trimEnd().replace(/^/gm, "  "));
  return { name, passed: code === 0, seconds };
}
