// Packed into the stand-in Electron (standIn.mjs): does for `electron <folder>` what Electron's own default app does.
// It is a module with a top-level await, so that the app's main module has run before `ready` is emitted: what must be
// said earlier (sandbox, privileged schemes, data folder) still can be.
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { app as electronApp } from "electron/main";

// Only a default app calls these two, so Electron's types leave them out.
const app = /** @type {import("electron").App & { setVersion(v: string): void, setAppPath(p: string): void }} */ (
  electronApp
);

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let target = "";
for (let i = 0; i < args.length && target === ""; i++) {
  const arg = args[i] ?? "";
  if (arg === "-r" || arg === "--require") require(path.resolve(args[++i] ?? ""));
  else if (arg === "-v" || arg === "--version") {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!arg.startsWith("-")) target = path.resolve(arg);
}
if (target === "" || !existsSync(target)) fail(`electron: there is no app at “${target}”`);

Object.defineProperty(process, "defaultApp", { enumerable: true, value: true });
let entry = target;
if (statSync(target).isDirectory()) {
  const manifest = JSON.parse(readFileSync(path.join(target, "package.json"), "utf8"));
  if (manifest.version) app.setVersion(manifest.version);
  if (manifest.productName || manifest.name) app.name = manifest.productName || manifest.name;
  entry = path.join(target, manifest.main || "index.js");
}
app.setAppPath(entry === target ? path.dirname(target) : target);
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  fail(`The app failed to load.\n${error instanceof Error ? error.stack : error}`);
}

/** @param {string} line @returns {never} */
function fail(line) {
  console.error(line);
  process.exit(1);
}
