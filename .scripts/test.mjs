// npm test: every check and every test, those in a real window included. Last line: `N passed, N failed`.
// Arguments go to vitest: `npm test -- test/e2e/study.test.ts`.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { build } from "./build.mjs";
import { findElectron } from "./electron.mjs";
import { runPart, statics, tests } from "./parts.mjs";
import { at, root, say } from "./root.mjs";
import { ensureSystem } from "./system.mjs";
import { tally } from "./tally.mjs";

const total = { passed: 0, failed: 0 };
/** @param {boolean} passed */
const count = (passed) => void (passed ? total.passed++ : total.failed++);

const obstacle = await findElectron().then(
  ({ path }) => ensureSystem(path),
  (error) => error.message,
);
for (const { passed } of await Promise.all(statics.map(runPart))) count(passed);
count(build());

const report = at("out/test-report.json");
rmSync(report, { force: true });
const { args } = tests(
  ["unit", "component", "faults", "interop", ...(obstacle ? [] : ["e2e"])],
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
);
const [script = "", ...rest] = args;
const code = await new Promise((done) => {
  spawn(process.execPath, [at("node_modules", script), ...rest], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  }).on("close", done);
});
const { passed, failed, skipped } = tally(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null, code);
total.passed += passed;
total.failed += failed;

if (skipped.length > 0) {
  const more = skipped.length > 10 ? `\n  and ${skipped.length - 10} more` : "";
  say(`\nSKIPPED, and in neither number:\n  ${skipped.slice(0, 10).join("\n  ")}${more}`);
}
if (obstacle) {
  count(false);
  say(`\nNOT RUN: all tests in a real window (test/e2e). That counts as a failure. The reason:\n${obstacle}`);
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
