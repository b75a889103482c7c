// npm run check: everything that needs no window, side by side. `npm run check -- --fix` repairs format and imports first.
import { spawnSync } from "node:child_process";
import { runPart, statics, tests } from "./parts.mjs";
import { at, root, say } from "./root.mjs";

if (process.argv.includes("--fix")) {
  spawnSync(process.execPath, [at("node_modules/@biomejs/biome/bin/biome"), "check", "--write", "."], {
    cwd: root,
    stdio: "inherit",
  });
}
const outcomes = await Promise.all([...statics, tests(["unit", "component"])].map(runPart));
const failed = outcomes.filter((outcome) => !outcome.passed);
say(failed.length === 0 ? "All is well." : `To mend: ${failed.map((outcome) => outcome.name).join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
